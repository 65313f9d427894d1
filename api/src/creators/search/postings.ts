import { TypedFastBitSet } from 'typedfastbitset';

/** Longer lists become bitsets, where a row leaves without being looked for. */
const listMax = 2_000;

/** The rows that have one word: a list while they are few, a bitset once they are many. */
export class Posting {
  size = 0;
  private list: number[] | undefined = [];
  private set: TypedFastBitSet | undefined;

  /** `slot` is not in it yet. */
  add(slot: number): void {
    this.size++;
    if (this.set) return this.set.add(slot);
    this.list?.push(slot);
    if (this.size > listMax) {
      this.set = new TypedFastBitSet(this.list);
      this.list = undefined;
    }
  }

  /** `slot` is in it. */
  remove(slot: number): void {
    this.size--;
    if (this.set) return this.set.remove(slot);
    const list = this.list ?? [];
    const last = list.pop();
    if (last !== undefined && last !== slot) list[list.lastIndexOf(slot)] = last;
  }

  forEach(visit: (slot: number) => void): void {
    if (this.set) this.set.forEach(visit);
    else this.list?.forEach(visit);
  }

  has(slot: number): boolean {
    return this.set ? this.set.has(slot) : (this.list?.includes(slot) ?? false);
  }

  /** As a bitset that nobody else changes. */
  toBitSet(): TypedFastBitSet {
    return this.set ? this.set.clone() : new TypedFastBitSet(this.list);
  }
}

/** Postings by word. A word has a number, so that rows can remember theirs in four bytes each. */
export class Postings {
  private readonly numbers = new Map<string, number>();
  private readonly postings: Posting[] = [];

  get size(): number {
    return this.postings.length;
  }

  numberOf(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.postings.push(new Posting()) - 1;
      this.numbers.set(word, number);
    }
    return number;
  }

  at(number: number): Posting {
    return this.postings[number] as Posting;
  }

  get(word: string): Posting | undefined {
    const number = this.numbers.get(word);
    return number === undefined ? undefined : this.postings[number];
  }
}

/** The numbers of each row's words, one after the other in one array; what rows left behind is swept up now and then. */
export class RowWords {
  private words = new Uint32Array(4_096);
  private from = new Uint32Array(1_024);
  private count = new Uint16Array(1_024);
  private end = 0;
  private kept = 0;

  of(slot: number): Uint32Array {
    const from = this.from[slot] ?? 0;
    return this.words.subarray(from, from + (this.count[slot] ?? 0));
  }

  /** At most 65,535 of them. */
  set(slot: number, words: readonly number[]): void {
    if (slot >= this.from.length) {
      const length = Math.ceil(Math.max(slot + 1, this.from.length * 1.5));
      this.from = widened(this.from, new Uint32Array(length));
      this.count = widened(this.count, new Uint16Array(length));
    }
    this.kept -= this.count[slot] as number;
    this.count[slot] = 0;
    if (this.end + words.length > this.words.length) this.sweep(words.length);
    this.words.set(words, this.end);
    this.from[slot] = this.end;
    this.count[slot] = words.length;
    this.end += words.length;
    this.kept += words.length;
  }

  private sweep(coming: number): void {
    const wanted = Math.max(this.words.length, Math.ceil((this.kept + coming) * 1.5));
    const swept = new Uint32Array(wanted);
    let end = 0;
    for (let slot = 0; slot < this.from.length; slot++) {
      const words = this.of(slot);
      swept.set(words, end);
      this.from[slot] = end;
      end += words.length;
    }
    this.words = swept;
    this.end = end;
  }
}

function widened<Numbers extends Uint32Array | Uint16Array | Float64Array>(
  old: Numbers,
  wider: Numbers,
): Numbers {
  wider.set(old);
  return wider;
}
export { widened };
