import { Injectable } from '@nestjs/common';
import type { Category } from '@poolrise/domain';
import type { CreatorIndex } from './creator-index';
import { IndexFollower } from './index-follower';
import { type Selection, Sieve } from './sieve';

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
  return { directory: index.size, fitting: found.size, ids: mostRead(index, found, most) };
}

/**
 * Of a selection, so many with the most reads. The short list that a page of twenty is kept in (`bestOf`) is slow at thousands:
 * here the numbers alone are sorted first, and then only the rows up to the last of them.
 */
function mostRead(index: CreatorIndex, found: Selection, most: number): string[] {
  const { values } = index.figure('readsMedian');
  const rows = new Uint32Array(found.size);
  const keys = new Float64Array(found.size);
  let count = 0;
  found.forEach((row) => {
    const reads = values[row] as number;
    rows[count] = row;
    keys[count++] = Number.isNaN(reads) ? Infinity : -reads;
  });
  const bound = count > most ? (keys.toSorted()[most - 1] as number) : Infinity;
  const keyOf = (at: number): number => keys[at] as number;
  return Array.from(keys.keys())
    .filter((at) => keyOf(at) <= bound)
    .sort((one, other) =>
      keyOf(one) === keyOf(other)
        ? index.slots.compare(rows[one] as number, rows[other] as number)
        : keyOf(one) - keyOf(other),
    )
    .slice(0, most)
    .map((at) => index.slots.idAt(rows[at] as number));
}
