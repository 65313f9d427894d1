import type { TypedFastBitSet } from 'typedfastbitset';

/** 32 rows a word. */
type Rows = Uint32Array;

/**
 * Rows sieved by one condition after the other. Beside those that failed none it keeps, for every condition, those that
 * failed this one alone: what a facet would count without its own filter, and how many a search would find without one of
 * its conditions, fall out of the same pass.
 */
export class Sieve {
  private readonly fits: Rows;
  private readonly failed: { parameter: string; rows: Rows }[] = [];

  constructor(live: TypedFastBitSet, rows: number) {
    this.fits = wordsOf(live, rows).slice(0, Math.ceil(rows / 32));
  }

  /** Keeps the rows of a set, or those that are not in it. */
  keep(parameter: string, set: TypedFastBitSet, not = false): void {
    const words = wordsOf(set, this.fits.length * 32);
    const turned = not ? -1 : 0;
    const alone = new Uint32Array(this.fits.length);
    for (const { rows } of this.failed)
      for (let at = 0; at < rows.length; at++)
        rows[at] = (rows[at] as number) & ((words[at] as number) ^ turned);
    const { fits } = this;
    for (let at = 0; at < fits.length; at++) {
      const passing = (words[at] as number) ^ turned;
      alone[at] = (fits[at] as number) & ~passing;
      fits[at] = (fits[at] as number) & passing;
    }
    this.failed.push({ parameter, rows: alone });
  }

  /** Asks of every row that still matters whether it passes. */
  ask(parameter: string, passes: (row: number) => boolean): void {
    const { fits } = this;
    const alone = new Uint32Array(fits.length);
    for (let at = 0; at < fits.length; at++) {
      let asked = fits[at] as number;
      for (const { rows } of this.failed) asked |= rows[at] as number;
      let passing = 0;
      for (let left = asked; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        if (passes((at << 5) | bit)) passing |= 1 << bit;
      }
      if (passing === asked) continue;
      alone[at] = (fits[at] as number) & ~passing;
      fits[at] = (fits[at] as number) & passing;
      for (const { rows } of this.failed) rows[at] = (rows[at] as number) & passing;
    }
    this.failed.push({ parameter, rows: alone });
  }

  /** Those that failed no condition. */
  found(): Selection {
    return new Selection(this.fits);
  }

  /** Those that failed no condition but perhaps this one; undefined when there was no such condition. */
  without(parameter: string): Selection | undefined {
    const failed = this.failed.find((one) => one.parameter === parameter);
    if (!failed) return undefined;
    return new Selection(this.fits.map((word, at) => word | (failed.rows[at] as number)));
  }

  /** How many failed this condition alone, for each. */
  failedAlone(): { without: string; count: number }[] {
    return this.failed.map(({ parameter, rows }) => ({
      without: parameter,
      count: new Selection(rows).size,
    }));
  }
}

/** Rows found, without the long stretches where nobody is. */
export class Selection {
  readonly size: number;
  private readonly places: Uint32Array;
  private readonly words: Uint32Array;

  constructor(rows: Rows) {
    let count = 0;
    for (const word of rows) if (word !== 0) count++;
    this.places = new Uint32Array(count);
    this.words = new Uint32Array(count);
    let size = 0;
    for (let at = 0, next = 0; at < rows.length; at++) {
      const word = rows[at] as number;
      if (word === 0) continue;
      this.places[next] = at;
      this.words[next++] = word;
      size += bitsIn(word);
    }
    this.size = size;
  }

  /** How many of them are in a set. */
  countIn(set: TypedFastBitSet): number {
    const { words, places } = this;
    const other = wordsOf(set, ((places.at(-1) ?? 0) + 1) * 32);
    let count = 0;
    for (let at = 0; at < words.length; at++)
      count += bitsIn((words[at] as number) & (other[places[at] as number] as number));
    return count;
  }

  forEach(visit: (row: number) => void): void {
    for (let at = 0; at < this.words.length; at++)
      for (let left = this.words[at] as number; left !== 0; left &= left - 1)
        visit(((this.places[at] as number) << 5) | (31 - Math.clz32(left & -left)));
  }
}

/** Words of a set that is made wide enough to be read up to `rows`. */
function wordsOf(set: TypedFastBitSet, rows: number): Rows {
  set.resize(rows);
  return set.words;
}

/** Ones in 32 bits, all pairs at once. Source: Warren, Hacker's Delight, 5-1. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
