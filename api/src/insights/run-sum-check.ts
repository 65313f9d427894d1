import pg from 'pg';
import { sumCheck, type SumCheckResult } from './sum-check';

/** Runs the sum check on a database, as its owner, on one snapshot and without writing. */
export async function checkSums(ownerUrl: string): Promise<SumCheckResult[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const results = await sumCheck(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]);
    await client.query('commit');
    return results;
  } finally {
    await client.end();
  }
}

/** The results as lines of text for a person; differences say one thing that differs. */
export function describe(results: readonly SumCheckResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, compared, different, example }) => {
    const verdict =
      different === 0 ? `adds up ${example ?? ''}`.trimEnd() : `${different} differ, e.g. ${example}`;
    return `${name.padEnd(width)}  ${String(compared).padStart(9)}  ${verdict}`;
  });
  return [`${'check'.padEnd(width)}   compared  result`, ...lines].join('\n');
}
