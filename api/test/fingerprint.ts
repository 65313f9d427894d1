import type { TestDatabase } from './database';

/** Times that move by merely being there are no change: only their number of rows counts. */
const seenOnly = new Set(['session', 'api_key']);

/** A text that changes when any row of any table is added, removed or changed. */
export async function fingerprintOf(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await database.owner<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const parts = tables.map(({ name }) => {
    const content = seenOnly.has(name) ? '0' : `coalesce(sum(hashtextextended(row::text, 0)), 0)`;
    return `select '${name}' as name, count(*) || ' rows, ' || ${content} as print from ${name} as row`;
  });
  const rows = await database.owner<{ name: string; print: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
