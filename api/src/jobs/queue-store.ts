import {
  createPostgresBackend,
  createRedisBackend,
  runMigrations,
  setDefaultBackendFactory,
  type ConnectionOptions,
} from 'bullmq';
import pg from 'pg';
import type { Config } from '../config';
import { applicationRole, applicationUrl } from '../db/urls';

const schema = 'queue';

/** Chooses the store behind BullMQ: Redis (or Valkey) when REDIS_URL is set, else the PostgreSQL we have anyway. */
export function queueConnection(config: Config): ConnectionOptions {
  if (config.REDIS_URL) {
    setDefaultBackendFactory(createRedisBackend as Parameters<typeof setDefaultBackendFactory>[0]);
    const url = new URL(config.REDIS_URL);
    return {
      host: url.hostname,
      port: Number(url.port || 6379),
      username: url.username || undefined,
      password: url.password || undefined,
      db: Number(url.pathname.slice(1) || 0),
      maxRetriesPerRequest: null,
      ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
    };
  }
  setDefaultBackendFactory(createPostgresBackend as Parameters<typeof setDefaultBackendFactory>[0]);
  return { connectionString: applicationUrl(config.DATABASE_URL), max: 4, schema } as ConnectionOptions;
}

/** Creates or upgrades the queue's own tables. Runs as the owner, once, before any process starts. */
export async function migrateQueue(config: Config): Promise<void> {
  if (config.REDIS_URL) return;
  const client = new pg.Client({ connectionString: config.DATABASE_URL });
  await client.connect();
  try {
    await runMigrations(client as unknown as Parameters<typeof runMigrations>[0], schema);
    await client.query(`
      -- create: the backend makes a sequence of job ids for each queue when its first job comes.
      grant usage, create on schema ${schema} to ${applicationRole};
      grant select, insert, update, delete, truncate on all tables in schema ${schema} to ${applicationRole};
      grant usage, select on all sequences in schema ${schema} to ${applicationRole};
      grant execute on all functions in schema ${schema} to ${applicationRole};
    `);
  } finally {
    await client.end();
  }
}
