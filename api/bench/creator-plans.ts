import { tierSchemes, type TierScheme } from '@poolrise/domain';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { creatorRows } from '../src/creators/creator-rows';
import { findInPostgres } from '../src/creators/search/find-in-postgres';
import { changesSql } from '../src/creators/search/index-follower';
import { questionOf, runOn } from './creator-searches';

/** Prints how PostgreSQL goes about every query of a search: EXPLAIN (ANALYZE, BUFFERS), with what was asked. */
export async function explained(owner: pg.Pool, query: Record<string, string>, now: Date): Promise<void> {
  const run = runOn(owner);
  const explain = async (name: string, sql: string, parameters: unknown[] = []) => {
    console.log(`\n${name}`);
    const plan = await run<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers, costs off) ${sql}`,
      parameters,
    );
    for (const row of plan) console.log(`  ${row['QUERY PLAN'].slice(0, 160)}`);
  };
  const explaining = (names: string[]) => {
    let next = 0;
    return async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => {
      await explain(names[next++] ?? 'one more', sql, parameters);
      return run<Row>(sql, parameters);
    };
  };

  const question = questionOf(query, now);
  console.log(`\nPlans, for the search ${JSON.stringify(query)}`);
  await findInPostgres(
    explaining([
      'The page in SQL alone',
      'The count and all facets in SQL alone',
      'Without the first condition, when nothing fits',
      ...question.conditions.map(({ parameter }) => `… without ${parameter}`),
    ]),
    question,
  );
  const some = await run<{ id: string }>('select id from creator order by id limit 20', []);
  const tx = {
    connection: owner,
    query: explaining([
      'The rows of a page',
      'Whether their peers were counted anew',
      'Where their peers stand',
    ]),
  };
  await creatorRows(
    tx as unknown as EntityManager,
    tierSchemes[0] as TierScheme,
    some.map(({ id }) => id),
  );
  await explain('A handle or a link', 'select id from creator where platform_id = $1 or red_id = $2', [
    '5'.repeat(24),
    '600000001',
  ]);
  const [snapshot] = await run<{ now: string }>('select pg_current_snapshot()::text as now', []);
  await explain('What changed since the last look, when nothing did', changesSql(snapshot?.now ?? ''));
  await owner.query(
    `update creator set followers = followers + 1 where id in (select id from creator order by id limit 100)`,
  );
  await explain('What changed since, when a hundred did', changesSql(snapshot?.now ?? ''));
}
