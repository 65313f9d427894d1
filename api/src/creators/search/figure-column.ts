/** Steps a column is cut into: more take more memory and leave fewer rows to be looked at one by one. */
const steps = 32;
/** So many values say where the steps are; a directory that changes later makes them uneven, and searches slower, not wrong. */
const sampleSize = 1_000;
const bitsAWord = 32;

/**
 * One figure of every row, and beside it a bitset for each of some steps: the rows whose figure is at most the step's. A
 * range is the difference of two of them, and only rows between its ends and the steps next to them are looked at. Source:
 * range-encoded, binned bitmap indexes (Chan and Ioannidis 1998), with exact values for the candidates.
 */
export class FigureColumn {
  values = new Float64Array(1_024).fill(NaN);
  /** rising; empty until enough is known */
  private bounds: number[] = [];
  private upTo: Uint32Array[] = [];
  private known = new Uint32Array(32);
  private seen: number[] | undefined = [];

  set(row: number, value: number): void {
    this.clear(row);
    this.values[row] = value;
    if (Number.isNaN(value)) return;
    const [word, bit] = [row >>> 5, 1 << (row & 31)];
    this.known[word] = (this.known[word] as number) | bit;
    const { bounds, upTo } = this;
    for (let step = bounds.length - 1; step >= 0 && value <= (bounds[step] as number); step--)
      (upTo[step] as Uint32Array)[word] = ((upTo[step] as Uint32Array)[word] as number) | bit;
    if (this.seen?.push(value) === sampleSize) this.cut();
  }

  /** Nothing is known of the row any more. */
  clear(row: number): void {
    if (row >= this.values.length) this.widen(row * 1.5);
    if (Number.isNaN(this.values[row] as number)) return;
    this.values[row] = NaN;
    const [word, mask] = [row >>> 5, ~(1 << (row & 31))];
    this.known[word] = (this.known[word] as number) & mask;
    for (const set of this.upTo) set[word] = (set[word] as number) & mask;
  }

  /** Writes those `among` some rows that are from `min` to `max`, both included, over `into`. */
  rowsWithin(min: number, max: number, among: Uint32Array, into: Uint32Array): void {
    const above = this.bounds.findIndex((bound) => bound >= max);
    const below = this.bounds.findLastIndex((bound) => bound < min);
    const upTo = above < 0 ? this.known : (this.upTo[above] as Uint32Array);
    const under = below < 0 ? undefined : this.upTo[below];
    if (under)
      for (let at = 0; at < into.length; at++)
        into[at] = (among[at] as number) & (upTo[at] as number) & ~(under[at] as number);
    else for (let at = 0; at < into.length; at++) into[at] = (among[at] as number) & (upTo[at] as number);
    // Rows of the two steps in which the range begins and ends may lie outside.
    if (max !== Infinity && this.bounds[above] !== max)
      this.look(into, above < 0 ? this.bounds.length - 1 : above - 1, upTo, min, max);
    if (min !== -Infinity && below + 1 < this.upTo.length)
      this.look(into, below, this.upTo[below + 1] as Uint32Array, min, max);
    else if (min !== -Infinity) this.look(into, below, this.known, min, max);
  }

  /** Takes out those of one step, over the bound `from` and in `upTo`, that are not in the range. */
  private look(into: Uint32Array, from: number, upTo: Uint32Array, min: number, max: number): void {
    const { values } = this;
    const under = from < 0 ? undefined : this.upTo[from];
    for (let at = 0; at < into.length; at++) {
      let left = (into[at] as number) & (upTo[at] as number);
      if (under) left &= ~(under[at] as number);
      let out = 0;
      for (; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        const value = values[(at << 5) | bit] as number;
        if (value < min || value > max) out |= 1 << bit;
      }
      if (out !== 0) into[at] = (into[at] as number) & ~out;
    }
  }

  /** Cuts the column into steps of equal number by what was seen first, and takes those rows over. */
  private cut(): void {
    const sorted = Float64Array.from(this.seen ?? []).sort();
    this.seen = undefined;
    const quantiles = Array.from(
      { length: steps - 1 },
      (_, step) => sorted[Math.floor(((step + 1) * sorted.length) / steps)] as number,
    );
    this.bounds = [...new Set(quantiles)];
    this.upTo = this.bounds.map(() => new Uint32Array(this.known.length));
    const { values } = this;
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number;
      this.bounds.forEach((bound, step) => {
        const set = this.upTo[step] as Uint32Array;
        if (value <= bound) set[row >>> 5] = (set[row >>> 5] as number) | (1 << (row & 31));
      });
    }
  }

  /** Makes room for so many rows; for as many as there are when it has more. */
  widen(rows: number): void {
    const length = Math.ceil(Math.max(rows, this.values.length) / bitsAWord + 1) * bitsAWord;
    const values = new Float64Array(length).fill(NaN);
    values.set(this.values);
    this.values = values;
    const wider = (set: Uint32Array) => {
      const words = new Uint32Array(length / bitsAWord);
      words.set(set);
      return words;
    };
    this.known = wider(this.known);
    this.upTo = this.upTo.map(wider);
  }
}
