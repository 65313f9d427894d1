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

  /** Adds its rows to a set that is wide enough. */
  addTo(rows: Uint32Array): void {
    if (this.set) {
      const { words } = this.set;
      const length = Math.min(words.length, rows.length);
      for (let at = 0; at < length; at++) rows[at] = (rows[at] as number) | (words[at] as number);
    } else
      for (const slot of this.list ?? [])
        rows[slot >>> 5] = (rows[slot >>> 5] as number) | (1 << (slot & 31));
  }
}

/** Postings by word, of several kinds. A word has a number, so that rows can remember theirs in four bytes each. */
export class Postings {
  private readonly numbers: Map<string, number>[];
  private readonly postings: Posting[] = [];

  constructor(kinds: number) {
    this.numbers = Array.from({ length: kinds }, () => new Map());
  }

  numberOf(kind: number, word: string): number {
    const numbers = this.numbers[kind] as Map<string, number>;
    let number = numbers.get(word);
    if (number === undefined) {
      number = this.postings.push(new Posting()) - 1;
      numbers.set(word, number);
    }
    return number;
  }

  at(number: number): Posting {
    return this.postings[number] as Posting;
  }

  get(kind: number, word: string): Posting | undefined {
    const number = this.numbers[kind]?.get(word);
    return number === undefined ? undefined : this.postings[number];
  }
}

interface Letter {
  alone: Posting;
  before: Map<number, Posting>;
}

/**
 * Names by their letters and by pairs of neighbouring ones, in units of UTF-16. Letters are looked up by number: cutting a
 * name into texts of two takes longer than all the rest.
 */
export class LetterPairs {
  private readonly letters = new Map<number, Letter>();

  /** Which rows have the letter that stands at `at`, or it and the one after. */
  get(text: string, at: number, pair: boolean): Posting | undefined {
    const letter = this.letters.get(text.charCodeAt(at));
    return pair ? letter?.before.get(text.charCodeAt(at + 1)) : letter?.alone;
  }

  add(slot: number, name: string): void {
    for (const posting of this.of(name)) posting.add(slot);
  }

  remove(slot: number, name: string): void {
    for (const posting of this.of(name)) posting.remove(slot);
  }

  /** The postings of every letter and pair in a name, each once. */
  private of(name: string): Posting[] {
    const found: Posting[] = [];
    let last: Letter | undefined;
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at);
      let letter = this.letters.get(code);
      if (!letter) this.letters.set(code, (letter = { alone: new Posting(), before: new Map() }));
      if (!found.includes(letter.alone)) found.push(letter.alone);
      if (last) {
        let pair = last.before.get(code);
        if (!pair) last.before.set(code, (pair = new Posting()));
        if (!found.includes(pair)) found.push(pair);
      }
      last = letter;
    }
    return found;
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

/** A wider array that begins with what the old one had. */
export function widened<Numbers extends Uint32Array | Uint16Array | Float64Array>(
  old: Numbers,
  wider: Numbers,
): Numbers {
  wider.set(old);
  return wider;
}
