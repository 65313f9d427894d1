import { confidenceDeviate } from '../calibration/wilson';
import { shanghaiOffsetMs } from '../pools/traffic-clock';
import { expectedReads, type PeerNote, Side } from './compare-peers';

/** Notes that were published in one hour of the day, or on one day of the week, against all; 1 is no difference. */
export interface TimeBin {
  /** hour of the day 0 to 23, or day of the week 0 (Monday) to 6 */
  at: number;
  notes: number;
  /** Of the creator's own among them. */
  own: number;
  ratio: number;
  /** 95 % interval after pooling */
  low: number;
  high: number;
}

export interface TimeAdvice {
  /** the bins whose whole interval stands above the average, best first; empty: it cannot be told */
  better: number[];
  bins: TimeBin[];
  /** how much the bins differ beyond luck, as a standard deviation of logarithms */
  spread: number;
}

/** Sums of the peers by hour and weekday, kept so that an answer needs no notes. */
export interface PeerTimes {
  hours: PooledBin[];
  weekdays: PooledBin[];
}
/** Log lift of the notes of a bin with its cluster-robust variance. */
export interface PooledBin {
  notes: number;
  log: number;
  variance: number;
}

/** Where counts show no more difference than luck, bins are still allowed to differ by two per cent [P]. */
const spreadLeast = 0.02;
/** Nothing is known of a bin without reads. */
const unknownVariance = 1e6;

const hourMs = 3_600_000;
const localOf = (at: number): Date => new Date(at + shanghaiOffsetMs);
/** The hour of the day in Shanghai. */
export const hourOf = (at: number): number => localOf(at).getUTCHours();
/** The day of the week in Shanghai, Monday 0. */
export const weekdayOf = (at: number): number => Math.floor((at + shanghaiOffsetMs) / (24 * hourMs) + 3) % 7;

/** How notes published at each hour and on each weekday were opened in their first pool, given their type. */
export function peerTimes(notes: readonly PeerNote[]): PeerTimes {
  return { hours: binsOf(notes, hourOf, 24), weekdays: binsOf(notes, weekdayOf, 7) };
}

function binsOf(notes: readonly PeerNote[], binOf: (at: number) => number, count: number): PooledBin[] {
  const expect = expectedReads(notes);
  const sides = Array.from({ length: count }, () => new Side());
  for (const note of notes) if (note.impressions > 0) sides[binOf(note.publishedAt)]?.add(note, expect(note));
  return sides.map((side) => {
    const creators = side.byCreator.size;
    if (creators < 2 || side.reads === 0) return { notes: side.notes, log: 0, variance: unknownVariance };
    let sum = 0;
    for (const id of side.byCreator.keys()) sum += side.influence(id) ** 2;
    // Few creators may happen to agree: luck of the reads themselves is always in it.
    const variance = Math.max((sum * creators) / (creators - 1), 1 / side.reads);
    return { notes: side.notes, log: Math.log(side.lift), variance };
  });
}

/**
 * When notes were opened more than on average, as far as it can be told.
 *
 * Bins are pooled partially: each is pulled towards no difference as much as all bins together say that they differ by more than
 * luck (the moment estimate of DerSimonian and Laird 1986 for their spread). A creator's own notes then move a bin by their weight, a
 * creator being allowed to differ from the peers by as much as bins differ among each other. With 24 hours looked at together, an
 * interval of 95 % after pooling is what keeps lucky hours from being recommended.
 */
export function bestTime(
  bins: readonly PooledBin[],
  own: readonly PeerNote[],
  binOf: (at: number) => number,
): TimeAdvice {
  const spread = spreadOf(bins);
  const tallies = ownTallies(own, binOf, bins.length);
  const told = bins.map(({ notes, log, variance }, at): TimeBin => {
    const weight = 1 / variance;
    const tally = tallies[at] ?? { notes: 0, reads: 0, expected: 0 };
    const mine = tally.reads > 0 && tally.expected > 0 ? 1 / (1 / tally.reads + spread ** 2) : 0;
    const precision = weight + mine + 1 / spread ** 2;
    const mean = (weight * log + (mine ? mine * Math.log(tally.reads / tally.expected) : 0)) / precision;
    const half = confidenceDeviate / Math.sqrt(precision);
    return {
      at,
      notes,
      own: tally.notes,
      ratio: Math.exp(mean),
      low: Math.exp(mean - half),
      high: Math.exp(mean + half),
    };
  });
  const better = told.filter(({ low }) => low > 1).sort((a, b) => b.ratio - a.ratio);
  return { better: better.map(({ at }) => at), bins: told, spread };
}

function spreadOf(bins: readonly PooledBin[]): number {
  const known = bins.filter(({ variance }) => variance < unknownVariance);
  const weights = known.map(({ variance }) => 1 / variance);
  const sum = weights.reduce((a, b) => a + b, 0);
  if (known.length < 3) return spreadLeast;
  const mean = known.reduce((total, { log }, at) => total + (weights[at] ?? 0) * log, 0) / sum;
  const q = known.reduce((total, { log }, at) => total + (weights[at] ?? 0) * (log - mean) ** 2, 0);
  const scale = sum - weights.reduce((total, weight) => total + weight ** 2, 0) / sum;
  return Math.max(spreadLeast, Math.sqrt(Math.max(0, (q - known.length + 1) / scale)));
}

/** The creator's notes against the creator's own average: whoever is read much is so at every hour. */
function ownTallies(own: readonly PeerNote[], binOf: (at: number) => number, count: number) {
  const expect = expectedReads(own);
  const tallies = Array.from({ length: count }, () => ({ notes: 0, reads: 0, expected: 0 }));
  for (const note of own) {
    const tally = tallies[binOf(note.publishedAt)];
    if (!tally || note.impressions <= 0) continue;
    tally.notes++;
    tally.reads += note.reads;
    tally.expected += expect(note);
  }
  return tallies;
}
