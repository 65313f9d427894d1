import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { freePort } from './ports.ts';
import { waitUntil } from './processes.ts';
import { SetupProblem } from './setup-problem.ts';
import { programOf, type Running } from './running.ts';

/** Where BullMQ keeps its jobs. */
export type QueueStore =
  | { kind: 'postgres'; because: string }
  | { kind: 'redis'; because: string; url: string }
  | { kind: 'private redis'; because: string; program: string };

/**
 * Chooses the queue store from the environment: REDIS_URL, else a private Redis when QUEUE_STORE=redis asks
 * for one, else the PostgreSQL that holds everything else.
 *
 * A Redis that merely happens to be installed is not used: jobs would be in one store today and in another
 * tomorrow.
 *
 * @throws SetupProblem when QUEUE_STORE asks for something that is not there
 */
export function chooseQueueStore(env: NodeJS.ProcessEnv): QueueStore {
  const { QUEUE_STORE: asked, REDIS_URL: url } = env;
  switch (asked || undefined) {
    case 'postgres':
      return { kind: 'postgres', because: 'QUEUE_STORE=postgres' };
    case 'redis':
      return url
        ? { kind: 'redis', because: 'REDIS_URL', url }
        : { kind: 'private redis', because: 'QUEUE_STORE=redis', program: findRedis(env) };
    case undefined:
      return url
        ? { kind: 'redis', because: 'REDIS_URL', url }
        : { kind: 'postgres', because: 'default; REDIS_URL or QUEUE_STORE=redis choose Redis or Valkey' };
    default:
      throw new SetupProblem(`QUEUE_STORE is "${asked}": it may be "postgres" or "redis".`);
  }
}

function findRedis(env: NodeJS.ProcessEnv): string {
  const candidates = env['REDIS_SERVER_BIN'] ? [env['REDIS_SERVER_BIN']] : ['valkey-server', 'redis-server'];
  const found = candidates.find((program) => spawnSync(program, ['--version'], { env }).status === 0);
  if (found) return found;
  throw new SetupProblem(
    `QUEUE_STORE=redis, but ${candidates.join(' and ')} cannot be run: install Redis or Valkey, name the program in ` +
      `REDIS_SERVER_BIN, or set REDIS_URL to a server that is running.`,
  );
}

/** Starts a private Redis or Valkey that keeps its jobs in the data folder. */
export async function startRedis(
  program: string,
  dataDir: string,
  port?: number,
): Promise<Running & { port: number }> {
  port ??= await freePort();
  const dir = path.join(dataDir, 'redis');
  mkdirSync(dir, { recursive: true });
  const settings = {
    port,
    bind: '127.0.0.1',
    dir,
    appendonly: 'yes',
    save: '',
    // BullMQ: the only policy under which it behaves correctly.
    'maxmemory-policy': 'noeviction',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(program, flags, { stdio: 'ignore', detached: true });
  const running = programOf(server);
  const answers = () => server.exitCode === null && accepts(port);
  if (!(await waitUntil(answers, 10_000))) {
    await running.stop(500);
    throw new SetupProblem(
      `${program} did not start in ${dir}: see whether "${program} --port ${port}" runs.`,
    );
  }
  return { ...running, port };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
