import { z } from 'zod';

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4300),
  WEB_ROOT: z.string().optional(),
  DATA_DIR: z.string().optional(),
  /** where the demo's sign-ins stand; without it demo-logins.json in DATA_DIR */
  DEMO_LOGINS_FILE: z.string().optional(),
  /** 1: plain http on a development machine, where a Secure cookie would never come back */
  INSECURE_COOKIES: z.enum(['0', '1']).default('1'),
});

/** Settings of a process, read once from the environment. */
export type Config = z.infer<typeof Environment>;

/** Reads and checks the environment. @throws with one sentence naming the variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`The environment variable ${issue?.path.join('.')} is not usable: ${issue?.message}.`);
}
