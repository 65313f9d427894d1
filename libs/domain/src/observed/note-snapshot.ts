import { shanghaiOffsetMs } from '../pools/traffic-clock';
import type { SnapshotReading } from './reading';

/** The counters of a note that files know, all cumulative since it was published. */
export const observedMetrics = [
  'impressions',
  'impressionsNatural',
  'impressionsPromoted',
  'impressionsHeated',
  'reads',
  'readsNatural',
  'readsPromoted',
  'readsHeated',
  'likes',
  'collects',
  'comments',
  'shares',
  'follows',
] as const;
export type ObservedMetric = (typeof observedMetrics)[number];

/** What one file says of a note on one day. A metric that is missing, or null, is unknown and not 0. */
export interface NoteSnapshot {
  /** `YYYY-MM-DD` in Shanghai. */
  day: string;
  /** Epoch milliseconds when the counters were read; the end of the day when the file does not say. */
  takenAt?: number;
  /** The file or stream it comes from, by a name that is the same everywhere. */
  source: string;
  /** The higher, the sooner believed: an official report before a third party's export. */
  trust: number;
  readings: Readonly<Partial<Record<ObservedMetric, SnapshotReading | null>>>;
}

/** Epoch milliseconds of the end of a day in Shanghai. */
export function endOfDay(day: string): number {
  const startsAt = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(startsAt)) throw new RangeError(`${day} is no day`);
  return startsAt + 24 * 3_600_000 - shanghaiOffsetMs;
}
