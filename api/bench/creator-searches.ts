import type { CreatorSearchPage } from '@poolrise/contracts';
import { categories, creatorMetricIds, tierSchemes, type TierScheme } from '@poolrise/domain';
import type pg from 'pg';
import type { CreatorIndex } from '../src/creators/search/creator-index';
import type { CreatorQuestion } from '../src/creators/search/creator-question';
import { findInIndex } from '../src/creators/search/find-in-index';
import { findInPostgres, type RunSql } from '../src/creators/search/find-in-postgres';
import { readQuestion, readText } from '../src/creators/search/read-question';
import { addressOf, checkedQuery } from '../test/creator-queries';
import { figures, type Load } from './load';

export type Ask = (path: string) => Promise<CreatorSearchPage>;
type Query = Record<string, string>;

const deepPage = 50;
const scheme = tierSchemes[0] as TierScheme;

/** A query as a question; handles that a text may be name nobody here unless they are looked up. */
export function questionOf(query: Query, now: Date, named: string[] = []): CreatorQuestion {
  const checked = checkedQuery(query);
  const text = readText(checked);
  return readQuestion(checked, {
    scheme,
    text: text && { ...text, named },
    sets: { within: null, withoutLists: null, blacklisted: [] },
    now,
  });
}

async function timed(runs: readonly (() => unknown)[]): Promise<Load> {
  const took: number[] = [];
  const began = performance.now();
  for (const run of runs) {
    const from = performance.now();
    await run();
    took.push(performance.now() - from);
  }
  return figures(took, performance.now() - began);
}

export const throughHttp = (ask: Ask, queries: readonly Query[]): Promise<Load> =>
  timed(queries.map((query) => () => ask(addressOf(query))));

/** In the order of each sort, walks to the 50th page of a broad search and times that one. */
export async function deepPages(ask: Ask): Promise<Load> {
  const took: number[] = [];
  for (const sort of [
    'relevance',
    'followers',
    'readsMedian',
    'imageCents',
    'interactionRate',
    'activeOrders',
  ]) {
    let cursor: string | null = null;
    for (let page = 1; page <= deepPage; page++) {
      const from = performance.now();
      const answer = await ask(
        addressOf({ category: 'beauty,fashion', sort, ...(cursor === null ? {} : { cursor }) }),
      );
      if (page > deepPage - 5) took.push(performance.now() - from);
      cursor = answer.nextCursor;
    }
  }
  return figures(took, 1);
}

export function fromMemory(
  index: CreatorIndex,
  queries: readonly Query[],
  now: Date,
): { load: Load; totals: number[] } {
  const questions = queries.map((query) => questionOf(query, now));
  for (const question of questions.slice(0, 40)) findInIndex(index, question);
  const took: number[] = [];
  const totals = questions.map((question) => {
    const from = performance.now();
    const { total } = findInIndex(index, question);
    took.push(performance.now() - from);
    return total;
  });
  return { load: figures(took, 1), totals };
}

/** Peers in every tier and category, so that rows are shown with what it takes to show them. */
export async function peersOfEverybody(owner: pg.Pool): Promise<void> {
  await owner.query(
    `insert into peer_band
     select band.* from unnest($1::text[]) tier, unnest($2::text[]) category, unnest($3::text[]) metric,
       jsonb_populate_record(null::peer_band, jsonb_build_object(
         'scheme', $4::text, 'tier', tier, 'category', category, 'metric', metric, 'peers', 500, 'counted_at', now(),
         'counted_through', 0, 'quantiles', (select jsonb_agg(n * 123.4567) from generate_series(0, 100) n))) band
     on conflict do nothing`,
    [scheme.tiers.map(({ key }) => key), categories, creatorMetricIds, scheme.id],
  );
}

export const runOn =
  (owner: pg.Pool): RunSql =>
  async <Row>(sql: string, parameters: unknown[]) =>
    (await owner.query(sql, parameters)).rows as Row[];

export async function answersByPostgres(
  owner: pg.Pool,
  queries: readonly Query[],
  now: Date,
): Promise<{ load: Load; totals: number[] }> {
  const totals: number[] = [];
  const load = await timed(
    queries.map((query) => async () => {
      const named = await runOn(owner)<{ id: string }>('select id from creator where red_id = $1', [
        query['q'] ?? '',
      ]);
      const question = questionOf(
        query,
        now,
        named.map(({ id }) => id),
      );
      totals.push((await findInPostgres(runOn(owner), question)).total);
    }),
  );
  return { load, totals };
}

export async function sameTotals(
  ask: Ask,
  queries: readonly Query[],
  totals: readonly number[],
): Promise<string> {
  let same = 0;
  for (const [at, query] of queries.entries()) if ((await ask(addressOf(query))).total === totals[at]) same++;
  return `${same} of ${queries.length}`;
}
