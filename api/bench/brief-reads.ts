import { categories } from '@poolrise/domain';
import type pg from 'pg';
import type { CreatorIndex } from '../src/creators/search/creator-index';
import { type FittingAsk, fittingInIndex } from '../src/creators/search/fitting-creators';
import { candidatesMax } from '../src/matching/match-candidates';
import { candidatesSql, recordsSql } from '../src/matching/match-sql';
import { chineseWords } from '../test/directory';
import { figures, type Load } from './load';

export interface BriefReads {
  postgres: Load;
  index: Load;
  /** of it what holds the event loop */
  memory: Load;
  /** briefs of which both name the same creators in the same order, and count alike */
  alike: number;
  briefs: number;
}

/** Who fits a brief, with their records: read by PostgreSQL alone, and with the index in memory to say who. */
export async function briefReads(owner: pg.Pool, index: CreatorIndex): Promise<BriefReads> {
  const times = { postgres: [] as number[], index: [] as number[], memory: [] as number[] };
  let alike = 0;
  const asks = categories.map((category, at): FittingAsk => ({
    category,
    subCategories: [],
    words: chineseWords.slice(at, at + 2),
    most: candidatesMax,
  }));
  for (const ask of asks) {
    const parameters = [ask.category, ask.subCategories, ask.words, ask.most];
    let began = performance.now();
    const { rows: read } = await owner.query<{ id: string; fitting: number }>(candidatesSql, parameters);
    times.postgres.push(performance.now() - began);
    began = performance.now();
    const found = fittingInIndex(index, ask);
    times.memory.push(performance.now() - began);
    const { rows } = await owner.query<{ id: string }>(recordsSql, [found.ids]);
    times.index.push(performance.now() - began);
    const wanted = new Set(read.map(({ id }) => id));
    if (
      read[0]?.fitting === found.fitting &&
      rows.every(({ id }) => wanted.has(id)) &&
      rows.length === wanted.size
    )
      alike += 1;
  }
  return {
    postgres: figures(times.postgres, 1),
    index: figures(times.index, 1),
    memory: figures(times.memory, 1),
    alike,
    briefs: asks.length,
  };
}

/** How PostgreSQL goes about both, for one brief. */
export async function explainBriefReads(owner: pg.Pool, index: CreatorIndex): Promise<void> {
  const words = chineseWords.slice(0, 2);
  const { ids } = fittingInIndex(index, { category: 'food', subCategories: [], words, most: candidatesMax });
  const explain = async (name: string, sql: string, parameters: unknown[]): Promise<void> => {
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers, costs off) ${sql}`,
      parameters,
    );
    console.log(`\n${name}`);
    for (const row of rows) console.log(`  ${row['QUERY PLAN'].slice(0, 160)}`);
  };
  await explain('The candidates of a brief by PostgreSQL alone', candidatesSql, [
    'food',
    [],
    words,
    candidatesMax,
  ]);
  await explain('The records of candidates whom the index has named', recordsSql, [ids]);
}
