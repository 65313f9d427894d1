import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/db/data-source-options';
import { Db } from '../src/db/db';
import { applicationUrl } from '../src/db/urls';
import { entities } from '../src/entities';
import { databaseUrl, templateName } from './database-url';

export interface TestDatabase {
  /** the door the application uses */
  db: Db;
  /** connection as the application role */
  source: DataSource;
  /** connection string of the owner; what DATABASE_URL would be */
  url: string;
  /** one query as the owner, past all walls: for looking, not for arranging */
  owner: <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** A migrated database of one's own. Close it in `afterAll`. */
export async function freshDatabase(poolSize = 10): Promise<TestDatabase> {
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template ${templateName}`);
  const url = databaseUrl(name);
  const source = await new DataSource({
    ...dataSourceOptions(applicationUrl(url), poolSize),
    entities,
  }).initialize();
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  return {
    db: new Db(source),
    source,
    url,
    owner: async <Row>(sql: string, parameters: unknown[] = []) =>
      (await owner.query(sql, parameters)).rows as Row[],
    close: async () => {
      await source.destroy();
      await owner.end();
      await dropOnceUnused(name);
    },
  };
}

/**
 * Pools close their connections in their own time, the queue's some moments after the application. Cutting one off would be
 * reported as an unhandled error in whatever spec runs next.
 */
async function dropOnceUnused(name: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await onServer(`drop database ${name}${tries > 100 ? ' with (force)' : ''}`);
    } catch (error) {
      if ((error as { code?: string }).code !== objectInUse || tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const objectInUse = '55006';

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
