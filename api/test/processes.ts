import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface OurProcess {
  /** ends it as a power cut would, and waits until it is gone */
  kill: () => Promise<void>;
}

/** Starts a built program (`main`, `worker`) on a database. The `test` target builds before it runs. */
export function startProcess(
  program: 'main' | 'worker',
  databaseUrl: string,
  env: NodeJS.ProcessEnv = {},
): OurProcess {
  const child: ChildProcess = spawn(process.execPath, [path.join(root, `dist/api/${program}.mjs`)], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

/** The api on a free port; resolves when it answers. */
export async function startApi(databaseUrl: string, port: number): Promise<OurProcess> {
  const api = startProcess('main', databaseUrl, { PORT: String(port) });
  for (let tries = 0; ; tries++) {
    const alive = await fetch(`http://127.0.0.1:${port}/livez`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (alive) return api;
    if (tries > 300) throw new Error('the api did not come up within 30 seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
