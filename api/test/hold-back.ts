import pg from 'pg';
import type { TestDatabase } from './database';

/**
 * Nobody can write to a table until the returned function has seen `waiting` requests wait: then all have looked already,
 * and go on at the same moment.
 */
export async function holdBack(
  database: TestDatabase,
  table: string,
): Promise<(waiting: number) => Promise<void>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`begin; lock table ${table} in share mode`);
  // Asked from outside the transaction, which would see the same picture of the others for ever.
  const waitingNow = () =>
    database.owner<{ count: number }>(
      `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
  return async (waiting) => {
    while (((await waitingNow())[0]?.count ?? 0) < waiting)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await client.query('commit');
    await client.end();
  };
}
