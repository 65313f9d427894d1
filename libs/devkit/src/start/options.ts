import { parseArgs } from 'node:util';
import { SetupProblem } from '../setup-problem.ts';

export interface StartOptions {
  build: boolean;
  /** Nx targets that the build runs. */
  buildTargets: string[];
  demo: boolean;
  readers: boolean;
  /** A data folder that is gone afterwards, and the same demo world every time. */
  temporary: boolean;
  /** No fsync: for tests only. */
  fast: boolean;
  host: string;
  port: number;
}

export const defaultBuildTargets = ['build'];

export const startHelp = `npm start -- [options]

  --port N       listen on this port instead of 4300 (or PORT=N)
  --no-demo      begin with an empty installation and its first-run page
  --no-readers   no simulated readers
  --no-build     start what was built last
  --test         on a temporary data folder that is gone afterwards; ignores DATABASE_URL
`;

/** @throws SetupProblem on an unknown flag or an impossible port */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions | 'help' {
  const flags = parse(args);
  if (flags.help) return 'help';
  const port = Number(flags.port ?? (env['PORT'] || 4300));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SetupProblem(`"${flags.port ?? env['PORT']}" is no port: choose a number from 1 to 65535.`);
  }
  const demo = !flags['no-demo'];
  return {
    build: !flags['no-build'],
    buildTargets: defaultBuildTargets,
    demo,
    readers: demo && !flags['no-readers'],
    temporary: flags.test,
    fast: flags.test,
    host: env['HOST'] || '127.0.0.1',
    port,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        'no-build': { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        'no-readers': { type: 'boolean', default: false },
        test: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        port: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new SetupProblem(`${(error as Error).message}\n\n${startHelp}`, { cause: error });
  }
}
