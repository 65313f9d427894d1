import { isIP } from 'node:net';
import { z } from 'zod';

const loopback = /^(localhost|127(\.\d+){3}|::1)$/;
const proxyNames = ['loopback', 'linklocal', 'uniquelocal'];

const DatabaseUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  // The application role's password is derived from the owner's (db/urls.ts): without one anybody could work it out. On this
  // machine alone that gives nothing away, since a server that asks its owner for no password asks nobody here.
  .refine((url) => !URL.canParse(url) || new URL(url).password !== '' || loopback.test(hostOf(url)), {
    error: 'the owner of a database elsewhere needs a password, and it has to stand in the address',
  });

/** Without the brackets of an IPv6 address. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

const Environment = z.object({
  DATABASE_URL: DatabaseUrl,
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4300),
  WEB_ROOT: z.string().optional(),
  DATA_DIR: z.string().optional(),
  /** where the demo's sign-ins stand; without it demo-logins.json in DATA_DIR */
  DEMO_LOGINS_FILE: z.string().optional(),
  /** a service that speaks S3 keeps uploads instead of DATA_DIR/media; with it the bucket and the two keys are needed */
  MEDIA_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  MEDIA_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  MEDIA_S3_REGION: z.string().default('us-east-1'),
  MEDIA_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  MEDIA_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** 32 bytes in base64 by which addresses of creators are sealed; without it a key is made and kept in DATA_DIR */
  ADDRESS_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32 && text.length === 44, {
      error: 'it is to be 32 random bytes in base64, as "openssl rand -base64 32" prints them',
    })
    .optional(),
  /** 1: plain http, where a Secure cookie would never come back; without it 1 on a HOST that only this machine reaches */
  INSECURE_COOKIES: z.enum(['0', '1']).optional(),
  /** which proxies may say whose request they pass on: addresses, networks and names with commas, or how many there are */
  TRUST_PROXY: z
    .string()
    .refine((text) => isHops(text) || text.split(',').every(isProxy), {
      error: `say how many proxies there are, or their addresses and networks with commas (also ${proxyNames.join(', ')})`,
    })
    .transform((text) => (isHops(text) ? Number(text) : text))
    .optional(),
});

/** Settings of a process, read once from the environment. */
export type Config = z.infer<typeof Environment> & { INSECURE_COOKIES: '0' | '1' };

/** Reads and checks the environment. @throws with one sentence naming the variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (parsed.success) {
    const { HOST, INSECURE_COOKIES = loopback.test(HOST) ? '1' : '0' } = parsed.data;
    return { ...parsed.data, INSECURE_COOKIES };
  }
  const [issue] = parsed.error.issues;
  throw new Error(`The environment variable ${issue?.path.join('.')} is not usable: ${issue?.message}.`);
}

/** Not "true": with every proxy trusted, everybody could write an address of their own choice into the header. */
function isHops(text: string): boolean {
  return /^[1-9]$/.test(text);
}

function isProxy(text: string): boolean {
  const [address = '', bits] = text.trim().split('/');
  if (bits === undefined) return proxyNames.includes(address) || isIP(address) > 0;
  return isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
}
