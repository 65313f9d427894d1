import path from 'node:path';
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.ts';
import { chooseQueueStore, startRedis } from '../queue-store.ts';
import { workspaceRoot } from '../workspace.ts';
import { checkOwnDatabase } from './own-database.ts';
import { Service } from './service.ts';
import type { Shutdown } from './shutdown.ts';

export interface Stores {
  /** For the programs: DATABASE_URL of the owner, and REDIS_URL when the queue is there. */
  env: { DATABASE_URL: string; REDIS_URL: string | undefined };
  /** Which, and why, in words. */
  database: string;
  queue: string;
}

export interface StoresOptions {
  dataDir: string;
  temporary: boolean;
  fast: boolean;
  giveUp: (sentence: string) => void;
}

/**
 * Opens the database and the queue store: the ones the environment names, else private ones in the data
 * folder.
 */
export async function openStores(options: StoresOptions, shutdown: Shutdown): Promise<Stores> {
  const queue = chooseQueueStore(process.env);
  // A test run must not touch the database of whoever has set this.
  const own = options.temporary ? undefined : process.env['DATABASE_URL'];
  const database = own
    ? { url: own, words: `PostgreSQL at ${await checkOwnDatabase(own)} (DATABASE_URL)` }
    : await embeddedDatabase(options, shutdown);

  let redisUrl: string | undefined;
  if (queue.kind === 'redis') redisUrl = queue.url;
  if (queue.kind === 'private redis') redisUrl = await privateRedis(queue.program, options, shutdown);
  return {
    env: { DATABASE_URL: database.url, REDIS_URL: redisUrl },
    database: database.words,
    queue: `BullMQ on ${queueWords[queue.kind]} (${queue.because})`,
  };
}

const queueWords = {
  postgres: 'the same PostgreSQL',
  redis: 'Redis',
  'private redis': 'a private Redis in the data folder',
};

async function embeddedDatabase({ dataDir, temporary, fast, giveUp }: StoresOptions, shutdown: Shutdown) {
  let server: RunningPostgres | undefined;
  const begin = async () => {
    // The same port after a restart: the programs know the old address.
    server = await startPostgres({ dataDir, port: server?.port, fast, signal: shutdown.signal });
    return server;
  };
  const service = new Service('PostgreSQL', begin, giveUp);
  await service.start();
  await shutdown.addStore(service);
  service.keepAlive();
  if (!server) throw new Error('started without a server');

  if (server.tookOver) console.log('[start] stopped a PostgreSQL that a killed start had left');
  const inCheckout = dataDir.startsWith(workspaceRoot + path.sep);
  const named = inCheckout ? path.relative(workspaceRoot, dataDir) : dataDir;
  const place = temporary ? 'a temporary folder' : named;
  return { url: server.url, words: `embedded PostgreSQL 18 in ${place}, port ${server.port}` };
}

async function privateRedis(program: string, { dataDir, giveUp }: StoresOptions, shutdown: Shutdown) {
  let port: number | undefined;
  const begin = async () => {
    const server = await startRedis(program, dataDir, port);
    port = server.port;
    return server;
  };
  const service = new Service('Redis', begin, giveUp);
  await service.start();
  await shutdown.addStore(service);
  service.keepAlive();
  return `redis://127.0.0.1:${port}/0`;
}
