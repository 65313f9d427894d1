import { bothWaits, sumOf, TrafficCounts, windowMs } from './traffic-counts';

/** Nothing of a page comes later than this but what was read offline; then the counts begin anew. */
const forgetAfterMs = 60 * 60_000;
/** Bounds the memory that one application can fill by making up readers. */
const readersMax = 200_000;

/** What one process has counted of one application: with what the others told, and what it has not told them yet. */
export class ApplicationWatch {
  readonly counts = new TrafficCounts();
  private readonly untold = new Map<number, number[]>();
  private readonly touched = new Map<number, number>();
  private startedAt = -Infinity;

  add(more: TrafficCounts, nowMs: number): void {
    for (const [window, kinds] of more.windows) {
      this.counts.windows.set(window, sumOf(kinds, this.counts.windows.get(window)));
      this.untold.set(window, sumOf(kinds, this.untold.get(window)));
    }
    for (const [key, reader] of more.readers) {
      const before = this.counts.readers.get(key);
      this.counts.readers.set(key, {
        reader: reader.reader,
        since: Math.min(reader.since, before?.since ?? reader.since),
        all: reader.all + (before?.all ?? 0),
        kinds: sumOf(reader.kinds, before?.kinds),
        waits: bothWaits(reader.waits, before?.waits),
      });
      // Taken out first, so that the map is in the order of the last touch.
      this.touched.delete(key);
      this.touched.set(key, nowMs);
    }
  }

  /** What was counted since the last time, to be told to the others. */
  takeUntold(): [number, number[]][] {
    const told = [...this.untold];
    this.untold.clear();
    return told;
  }

  /** What all processes together have counted of a window. */
  told(window: number, kinds: readonly number[]): void {
    this.counts.windows.set(window, sumOf(kinds, this.untold.get(window)));
  }

  /** After an operator's decision the traffic is judged by what comes from then on; once for each decision. */
  startAgain(decidedAt: number, reader: number | null): void {
    if (decidedAt <= this.startedAt) return;
    this.startedAt = decidedAt;
    if (reader === null) this.clear();
    else
      for (const [key, counts] of this.counts.readers) if (counts.reader === reader) this.forgetReader(key);
  }

  forget(nowMs: number): void {
    for (const [key, at] of this.touched) {
      if (at > nowMs - forgetAfterMs && this.touched.size <= readersMax) break;
      this.forgetReader(key);
    }
    const oldest = Math.floor((nowMs - forgetAfterMs) / windowMs);
    for (const window of this.counts.windows.keys())
      if (window < oldest && !this.untold.has(window)) this.counts.windows.delete(window);
  }

  get isIdle(): boolean {
    return this.counts.windows.size === 0 && this.counts.readers.size === 0;
  }

  private clear(): void {
    this.counts.windows.clear();
    this.counts.readers.clear();
    this.untold.clear();
    this.touched.clear();
  }

  private forgetReader(key: number): void {
    this.counts.readers.delete(key);
    this.touched.delete(key);
  }
}
