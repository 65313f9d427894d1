import type { TypedFastBitSet } from 'typedfastbitset';

/** 32 rows a word. */
export type Rows = Uint32Array;

/** Arrays for one search after the other: getting new ones each time would keep the collector of garbage busy. */
export class Scratch {
  private arrays: Rows[] = [];
  private taken = 0;

  /** Whatever was taken before is free again. */
  begin(): void {
    this.taken = 0;
  }

  /** An array with no order in it. */
  take(length: number): Rows {
    let array = this.arrays[this.taken];
    if (!array || array.length < length)
      this.arrays[this.taken] = array = new Uint32Array(Math.ceil(length * 1.25));
    this.taken++;
    return array.subarray(0, length);
  }
}

/**
 * Rows sieved by one condition after the other. Beside those that failed none it keeps, for every condition, those that
 * failed this one alone: what a facet would count without its own filter, and how many a search would find without one of
 * its conditions, fall out of the same pass.
 */
export class Sieve {
  private readonly fits: Rows;
  private readonly failed: { parameter: string; rows: Rows }[] = [];

  /** @param rows how many there may be: every one of the sets is read so far */
  constructor(
    private readonly scratch: Scratch,
    live: TypedFastBitSet,
    rows: number,
  ) {
    this.fits = scratch.take(Math.ceil(rows / 32));
    this.fits.set(wordsOf(live, rows).subarray(0, this.fits.length));
  }

  /** Room for a set of rows of this sieve, with no order in it. */
  room(): Rows {
    return this.scratch.take(this.fits.length);
  }

  /** Rows that another condition can still make a difference to. */
  left(): Rows {
    const left = this.room();
    left.set(this.fits);
    for (const { rows } of this.failed)
      for (let at = 0; at < rows.length; at++) left[at] = (left[at] as number) | (rows[at] as number);
    return left;
  }

  /** Keeps the rows of a set, or those that are not in it. */
  keep(parameter: string, set: Rows, not = false): void {
    const { fits } = this;
    const turned = not ? -1 : 0;
    for (const { rows } of this.failed)
      for (let at = 0; at < rows.length; at++)
        rows[at] = (rows[at] as number) & ((set[at] as number) ^ turned);
    const alone = this.room();
    for (let at = 0; at < fits.length; at++) {
      const fit = fits[at] as number;
      const passing = fit & ((set[at] as number) ^ turned);
      alone[at] = fit ^ passing;
      fits[at] = passing;
    }
    this.failed.push({ parameter, rows: alone });
  }

  /** Asks of every row that still matters whether all columns have at least so much in it. */
  atLeast(parameter: string, wishes: readonly { values: Uint16Array; least: number }[]): void {
    const asked = this.left();
    for (const { values, least } of wishes)
      for (let at = 0; at < asked.length; at++)
        for (let left = asked[at] as number; left !== 0; left &= left - 1) {
          const bit = 31 - Math.clz32(left & -left);
          if ((values[(at << 5) | bit] as number) < least) asked[at] = (asked[at] as number) & ~(1 << bit);
        }
    this.keep(parameter, asked);
  }

  /** Those that failed no condition. */
  found(): Selection {
    return new Selection(this.scratch, this.fits);
  }

  /** Those that failed no condition but perhaps this one; undefined when there was no such condition. */
  without(parameter: string): Selection | undefined {
    const failed = this.failed.find((one) => one.parameter === parameter);
    if (!failed) return undefined;
    const both = this.room();
    for (let at = 0; at < both.length; at++)
      both[at] = (this.fits[at] as number) | (failed.rows[at] as number);
    return new Selection(this.scratch, both);
  }

  /** How many failed this condition alone, for each. */
  failedAlone(): { without: string; count: number }[] {
    return this.failed.map(({ parameter, rows }) => ({
      without: parameter,
      count: rows.reduce((sum, word) => sum + bitsIn(word), 0),
    }));
  }
}

/** Rows found, without the long stretches where nobody is. */
export class Selection {
  readonly size: number;
  private readonly places: Rows;
  private readonly words: Rows;

  constructor(scratch: Scratch, rows: Rows) {
    const places = scratch.take(rows.length);
    const words = scratch.take(rows.length);
    let [count, size] = [0, 0];
    for (let at = 0; at < rows.length; at++) {
      const word = rows[at] as number;
      if (word === 0) continue;
      places[count] = at;
      words[count++] = word;
      size += bitsIn(word);
    }
    this.places = places.subarray(0, count);
    this.words = words.subarray(0, count);
    this.size = size;
  }

  /** How many of them are in a set, which reaches as far as the rows do. */
  countIn(set: Rows): number {
    const { words, places } = this;
    let count = 0;
    for (let at = 0; at < words.length; at++)
      count += bitsIn((words[at] as number) & (set[places[at] as number] as number));
    return count;
  }

  forEach(visit: (row: number) => void): void {
    for (let at = 0; at < this.words.length; at++)
      for (let left = this.words[at] as number; left !== 0; left &= left - 1)
        visit(((this.places[at] as number) << 5) | (31 - Math.clz32(left & -left)));
  }
}

/** Words of a set that is made wide enough to be read up to `rows`. */
export function wordsOf(set: TypedFastBitSet, rows: number): Rows {
  set.resize(rows);
  return set.words;
}

/** Ones in 32 bits, all pairs at once. Source: Warren, Hacker's Delight, 5-1. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
