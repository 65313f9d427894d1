import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startTestPostgres, type TestPostgres } from '../src/test-postgres';
import { aCheckout, type Checkout } from './checkout';

/** The schema in which the api really keeps its queue; the devkit may not import the api, so it is read. */
const queueStore = readFileSync(path.resolve(__dirname, '../../../api/src/jobs/queue-store.ts'), 'utf8');
const queueSchema = /const schema = '(\w+)'/.exec(queueStore)?.[1] ?? '';

describe('a reset of a database of one’s own', () => {
  let server: TestPostgres;
  let checkout: Checkout;

  beforeAll(async () => {
    server = await startTestPostgres();
    checkout = aCheckout();
    await ask(`create table public.note (title text); create schema ${queueSchema};
      create table ${queueSchema}.job (name text); create schema accounting; create table accounting.bill (cents int)`);
  });
  afterAll(async () => {
    await checkout.remove();
    await server.stop();
  });

  const ask = async (sql: string): Promise<string[]> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query<string[]>({ text: sql, rowMode: 'array' })).rows?.flat() ?? [];
    } finally {
      await client.end();
    }
  };
  const tables = () =>
    ask(`select schemaname || '.' || tablename from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const reset = (...args: string[]) =>
    checkout.run(['libs/devkit/bin/reset.mjs', ...args], { DATABASE_URL: server.url });

  it('says what it would drop, and drops nothing, until it is told --yes', async () => {
    const hesitant = reset();
    await hesitant.says(`drops its schemas public and ${queueSchema} with everything in them`);
    expect(await hesitant.ended).toBe(1);
    expect(await tables()).toEqual(['accounting.bill', 'public.note', `${queueSchema}.job`].sort());
  });

  it('empties the product and its queue, and leaves the schemas of others alone', async () => {
    const sure = reset('--yes');
    await sure.says(`Emptied the schemas public and ${queueSchema}`);
    expect(await sure.ended).toBe(0);
    expect(await tables()).toEqual(['accounting.bill']);
    expect(
      await ask(`select nspname from pg_namespace where nspname in ('public', '${queueSchema}')`),
    ).toEqual(['public']);
  });
});
