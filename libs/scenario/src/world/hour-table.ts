import { rails, type EngagementCounts, type Rail } from '@poolrise/domain';

/** The columns of counts, in the order of EngagementCounts. */
export const countNames = [
  'impressions',
  'clicks',
  'likes',
  'collects',
  'comments',
  'shares',
  'follows',
  'dwellSeconds',
  'hides',
  'purchases',
] as const satisfies readonly (keyof EngagementCounts)[];

/**
 * The hourly counters of the history, by columns: a hundred thousand rows as objects would cost more than all the
 * rest of the world.
 */
export class HourTable {
  /** Index of the note in the world. */
  readonly note: number[] = [];
  /** Epoch milliseconds of the hour's beginning. */
  readonly hour: number[] = [];
  readonly level: number[] = [];
  /** Index in `rails`. */
  readonly rail: number[] = [];
  readonly counts: Readonly<Record<keyof EngagementCounts, number[]>> = {
    impressions: [],
    clicks: [],
    likes: [],
    collects: [],
    comments: [],
    shares: [],
    follows: [],
    dwellSeconds: [],
    hides: [],
    purchases: [],
  };

  get length(): number {
    return this.note.length;
  }

  add(note: number, hour: number, level: number, rail: Rail, counts: EngagementCounts): void {
    this.note.push(note);
    this.hour.push(hour);
    this.level.push(level);
    this.rail.push(rails.indexOf(rail));
    for (const name of countNames) this.counts[name].push(counts[name]);
  }

  sum(name: keyof EngagementCounts): number {
    let sum = 0;
    for (const count of this.counts[name]) sum += count;
    return sum;
  }
}
