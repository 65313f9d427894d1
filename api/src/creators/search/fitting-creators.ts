import { Injectable } from '@nestjs/common';
import type { Category } from '@poolrise/domain';
import { bestOf } from './best-of';
import type { CreatorIndex } from './creator-index';
import { IndexFollower } from './index-follower';
import { Sieve } from './sieve';

/** Whom a brief is about: creators of its category, of one of its sub-categories, or with one of its words in a month's titles. */
export interface FittingAsk {
  category: Category;
  subCategories: readonly string[];
  words: readonly string[];
  /** so many are named, those with the most reads */
  most: number;
}

export interface Fitting {
  /** creators of the directory, and how many of them fit */
  directory: number;
  fitting: number;
  /** by reads, the most first; unknown last */
  ids: string[];
}

/** Who fits a brief, out of memory. A process without an index, such as a worker, asks PostgreSQL (`candidatesSql`). */
@Injectable()
export class FittingCreators {
  constructor(private readonly follower: IndexFollower) {}

  /** Null while the index may not be asked. */
  of(ask: FittingAsk): Fitting | null {
    return this.follower.ready ? fittingInIndex(this.follower.index, ask) : null;
  }
}

/** One pass over bitsets and postings, in one go: nothing changes under it. */
export function fittingInIndex(index: CreatorIndex, ask: FittingAsk): Fitting {
  const { category, subCategories, words, most } = ask;
  index.scratch.begin();
  const sieve = new Sieve(index.scratch, index.live, index.slots.end);
  const rows = sieve.room().fill(0);
  const having = index.having('category', category, '');
  for (let at = 0; at < rows.length; at++) rows[at] = having[at] as number;
  for (const one of subCategories) index.addWithTerms(rows, 'subCategory', [one]);
  for (const word of words) index.addWithTerms(rows, 'contentWord', [word]);
  sieve.keep('brief', rows);
  const found = sieve.found();
  const { values } = index.figure('readsMedian');
  const keys = { rank: null, values, order: 'desc', after: null, ids: index.slots } as const;
  return {
    directory: index.size,
    fitting: found.size,
    ids: bestOf(found, most, keys).map(({ id }) => id),
  };
}
