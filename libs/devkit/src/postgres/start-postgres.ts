import pg from 'pg';
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import { endingOf, type Ending, type Running } from '../running.ts';
import { SetupProblem } from '../setup-problem.ts';
import { findBinaries } from './binaries.ts';
import { openDataFolder, ownerRole } from './data-folder.ts';
import { stopLeftoverServer } from './leftover-server.ts';
import { asServerUser } from './server-user.ts';
import { serverSettings } from './settings.ts';

const databaseName = 'poolrise';
const logBytesMax = 20_000_000;

export interface PostgresOptions {
  /** Holds the data, the owner's password and the log; made when absent. */
  dataDir: string;
  /** Any free one when absent. */
  port?: number;
  /** For tests only: no fsync. */
  fast?: boolean;
  /** Gives up the start. */
  signal?: AbortSignal;
}

export interface RunningPostgres extends Running {
  /** Connection address of the owner, password included. */
  url: string;
  port: number;
  /** Whether a server left by a killed start had to be stopped first. */
  tookOver: boolean;
  /**
   * Ends sessions and writes everything down; after `msMax` (5 s) stops at once, which costs a recovery at
   * the next start.
   */
  stop(msMax?: number): Promise<void>;
}

/**
 * Starts a private PostgreSQL on 127.0.0.1 with the database `poolrise`.
 *
 * Works as root and as an ordinary user. The server has a session of its own, so that Ctrl-C reaches only the
 * supervisor and the shutdown keeps its order.
 *
 * @throws SetupProblem when the platform, the data folder or the machine does not allow it
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, fast = false } = options;
  const binaries = await findBinaries();
  const folder = openDataFolder(binaries, dataDir, !fast);
  const tookOver = await stopLeftoverServer(folder.path);
  const port = options.port ?? (await freePort());

  const log = openLog(path.join(dataDir, 'postgres.log'));
  const server = spawn(binaries.postgres, ['-D', folder.path, ...serverSettings(port, fast)], {
    ...asServerUser,
    detached: true,
    // The log is a file of its own: a pipe to us would break, and the server with it, when we are killed.
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  const ended = endingOf(server);

  const url = (database: string) =>
    `postgres://${ownerRole}:${folder.ownerPassword}@127.0.0.1:${port}/${database}`;
  try {
    await createDatabaseWhenReady(url('postgres'), server, options.signal);
  } catch (error) {
    await stopServer(server, ended, 600);
    options.signal?.throwIfAborted();
    throw new SetupProblem(
      `PostgreSQL did not start (${log.lastComplaint() || (error as Error).message}): see ${log.path}, or set ` +
        `DATABASE_URL to a server of your own.`,
      { cause: error },
    );
  }
  return {
    url: url(databaseName),
    port,
    pid: server.pid ?? 0,
    tookOver,
    ended,
    stop: (msMax = 5000) => stopServer(server, ended, msMax),
  };
}

async function createDatabaseWhenReady(
  url: string,
  server: ChildProcess,
  signal: AbortSignal | undefined,
): Promise<void> {
  // Replaying two gigabytes of log after a kill takes a while; a server that works on it says so and is not
  // given up.
  const end = performance.now() + 120_000;
  for (;;) {
    signal?.throwIfAborted();
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) {
      throw new Error('the server ended');
    }
    // Without a limit one would wait for ever where something else took the port meanwhile and answers nothing.
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      const notYet =
        code === 'ECONNREFUSED' ||
        code === '57P03' ||
        code === 'ECONNRESET' ||
        message?.includes('timeout') === true;
      if (!notYet || performance.now() > end) throw error;
      await sleep(20);
    } finally {
      await client.end().catch(() => undefined); // it may never have been open
    }
  }
}

async function stopServer(server: ChildProcess, ended: Promise<Ending>, msMax: number): Promise<void> {
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), msMax);
  await ended;
  clearTimeout(timer);
}

function openLog(file: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > logBytesMax) rmSync(file);
  const descriptor = openSync(file, 'a', 0o600);
  const begin = statSync(file).size;
  return {
    path: file,
    descriptor,
    /** What the server said last about why it cannot start. */
    lastComplaint(): string {
      const lines = readFileSync(file).subarray(begin).toString('utf8').split('\n');
      return (
        lines
          .findLast((line) => /(FATAL|PANIC|ERROR):/.test(line))
          ?.replace(/^.*?(FATAL|PANIC|ERROR): */, '') ?? ''
      );
    },
  };
}
