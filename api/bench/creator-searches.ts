import type { CreatorSearchPage } from '@poolrise/contracts';
import { tierSchemes, type TierScheme } from '@poolrise/domain';
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

/** A query as a question. Ids that a text may name are left out: they are a lookup by key. */
export function questionOf(query: Query, now: Date): CreatorQuestion {
  const checked = checkedQuery(query);
  const text = readText(checked);
  return readQuestion(checked, {
    scheme,
    text: text && { ...text, named: [] },
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

export function fromMemory(index: CreatorIndex, queries: readonly Query[], now: Date): Load {
  const questions = queries.map((query) => questionOf(query, now));
  for (const question of questions.slice(0, 40)) findInIndex(index, question);
  const took = questions.map((question) => {
    const from = performance.now();
    findInIndex(index, question);
    return performance.now() - from;
  });
  return figures(took, 1);
}

export const runOn =
  (owner: pg.Pool): RunSql =>
  async <Row>(sql: string, parameters: unknown[]) =>
    (await owner.query(sql, parameters)).rows as Row[];

export const answersByPostgres = (owner: pg.Pool, queries: readonly Query[], now: Date): Promise<Load> =>
  timed(queries.map((query) => () => findInPostgres(runOn(owner), questionOf(query, now))));

export async function sameTotals(
  ask: Ask,
  owner: pg.Pool,
  queries: readonly Query[],
  now: Date,
): Promise<string> {
  let same = 0;
  for (const query of queries) {
    const { total } = await findInPostgres(runOn(owner), questionOf(query, now));
    if ((await ask(addressOf(query))).total === total) same++;
  }
  return `${same} of ${queries.length}`;
}
