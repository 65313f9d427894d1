import pg from 'pg';
import { prepareDatabase } from '../src/prepare-database';
import { databaseUrl, templateName } from './database-url';

/** Runs every migration once, into a database that specs then clone. */
export async function prepareTemplate(): Promise<void> {
  const server = process.env['DATABASE_URL'];
  if (!server) throw new Error('DATABASE_URL is not set: the global setup starts a server and sets it');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`drop database if exists ${templateName} with (force)`);
    await client.query(`create database ${templateName}`);
  } finally {
    await client.end();
  }
  await prepareDatabase(databaseUrl(templateName));
}
