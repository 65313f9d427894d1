import type { NoteType } from '../notes/note';
import type { PoolPolicy } from '../pools/pool-policy';
import { middleOf } from './reading';
import { type AgedSpan, agedPoints, type GrownMetric, type SnapshotNote } from './snapshot-note';

/** How a note stood at one of its snapshots: all by which notes are held against each other. */
export interface GrowthMoment {
  category: string;
  type: NoteType;
  /** Days of traffic since it was published. */
  age: number;
  /** Events so far. */
  size: number;
  /** Growth since the snapshot before, in logarithms per day of traffic; null for a first snapshot and after a correction. */
  pace: number | null;
  /** Age, size and pace as they are compared: the unit is a difference that matters. See `distanceOf`. */
  place: { age: number; size: number; pace: number | null };
}

/** A peer's growth: its moments, and its counter by age. */
export interface PeerGrowth {
  id: string;
  moments: readonly GrowthMoment[];
  points: readonly AgedSpan[];
}

/** Two figures closer than this are one snapshot: a pace between them would be noise, in days of traffic. */
const leastStep = 0.2;

/** The moments of a note in order of age. Figures of which only a lower bound is known are left out. */
export function growthMoments(note: SnapshotNote, points: readonly AgedSpan[]): GrowthMoment[] {
  const known = points.filter(({ span }) => span.high < Infinity);
  return known.map(({ age, span, correction }, index) => {
    let before: AgedSpan | undefined;
    for (let at = index - 1; at >= 0 && !before; at--) {
      const one = known[at];
      if (one && age - one.age >= leastStep) before = one;
    }
    const size = middleOf(span);
    const pace =
      before && !correction
        ? Math.max(0, Math.log((size + 1) / (middleOf(before.span) + 1))) / (age - before.age)
        : null;
    return { category: note.category, type: note.type, age, size, pace, place: placeOf(age, size, pace) };
  });
}

/** The growth of every note that has any, ready to be compared with. */
export function growthOf(
  notes: readonly SnapshotNote[],
  metric: GrownMetric,
  policy: PoolPolicy,
): PeerGrowth[] {
  return notes.flatMap((note) => {
    const points = agedPoints(note, metric, policy);
    const moments = growthMoments(note, points);
    return moments.length > 0 ? [{ id: note.id, moments, points }] : [];
  });
}

/** A difference that matters: a third of the age, half of the size, a doubling of the pace [P]. */
const units = { age: 0.3, size: 0.4, pace: 0.7 } as const;

/** Slower than a hundredth a day nobody can tell growth from the trickle of search. */
const slowest = 0.01;

const placeOf = (age: number, size: number, pace: number | null): GrowthMoment['place'] => ({
  age: Math.log(age) / units.age,
  size: Math.log1p(size) / units.size,
  pace: pace === null ? null : Math.log(pace + slowest) / units.pace,
});

/** How unlike notes are of another category, of another type, and one of which no pace is known. */
const unlike = { category: 0.3, type: 0.15, pace: 2 } as const;

/**
 * How unlike two moments are: the square of the distance between their places, and something for what else differs.
 * Another category or type of note is a distance and no wall, so that a category with few notes leans on the others as far
 * as it must [P].
 */
export function distanceOf(a: GrowthMoment, b: GrowthMoment): number {
  const age = a.place.age - b.place.age;
  const size = a.place.size - b.place.size;
  const [mine, other] = [a.place.pace, b.place.pace];
  const pace =
    mine !== null && other !== null ? (mine - other) ** 2 : mine === null && other === null ? 0 : unlike.pace;
  const category = a.category === b.category ? 0 : unlike.category;
  return age * age + size * size + pace + category + (a.type === b.type ? 0 : unlike.type);
}

/** A peer at the moment when it was most like the note, and what became of it: the logarithm of how often it multiplied. */
export interface PeerFuture {
  id: string;
  distance: number;
  growth: number;
}

/**
 * The peers most like a note at this moment that have been seen at the age asked for; none when there are fewer than
 * `leastPeers`.
 *
 * Each peer counts once. Those that are alike are taken, at the most twice the square root of all, and at the least
 * `usualPeers` where there are so many; in steps of ten less one, for which the ranks of an 80 % interval are whole.
 * @param futureAge days of traffic since publication at which to look at a peer, from its moment
 */
export function nearestPeers(
  moment: GrowthMoment,
  peers: readonly PeerGrowth[],
  futureAge: (of: GrowthMoment) => number,
): PeerFuture[] {
  const futures = peers.flatMap((peer) => closestFuture(moment, peer, futureAge) ?? []);
  futures.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  const like = futures.filter(({ distance }) => distance <= alike).length;
  const wanted = Math.min(Math.max(like, usualPeers), Math.max(usualPeers, 2 * Math.sqrt(futures.length)));
  const taken = 10 * Math.floor((Math.min(wanted, futures.length) + 1) / 10) - 1;
  return taken >= leastPeers ? futures.slice(0, taken) : [];
}

/** Fewer peers cannot bound four outcomes of five. */
export const leastPeers = 9;

/** So many are taken even if some of them are less alike. */
const usualPeers = 19;

/** Moments nearer than this are alike: as far apart as one unit in every direction. */
const alike = 3;

function closestFuture(
  moment: GrowthMoment,
  { id, moments, points }: PeerGrowth,
  futureAge: (of: GrowthMoment) => number,
): PeerFuture | null {
  let closest: GrowthMoment | null = null;
  let distance = Infinity;
  const last = points.at(-1)?.age ?? 0;
  for (const one of moments) {
    const age = futureAge(one);
    if (age <= one.age || last * (1 + slack) < age) continue;
    const away = distanceOf(moment, one);
    if (away >= distance) continue;
    closest = one;
    distance = away;
  }
  const then = closest && sizeAt(points, futureAge(closest));
  if (!closest || then === null) return null;
  return { id, distance, growth: Math.max(0, Math.log((then + 1) / (closest.size + 1))) };
}

/** How far beyond its last snapshot a counter is still taken to stand where it stood, as a share of its age. */
const slack = 0.06;

/** The counter at an age, straight between snapshots; null before the first, and well after the last. */
export function sizeAt(points: readonly AgedSpan[], age: number): number | null {
  const after = points.findIndex((point) => point.age >= age);
  if (after < 0) {
    const last = points.at(-1);
    return last && last.age * (1 + slack) >= age && last.span.high < Infinity ? middleOf(last.span) : null;
  }
  const next = points[after] as AgedSpan;
  if (next.span.high === Infinity) return null;
  if (after === 0) return next.age / (1 + slack) <= age ? middleOf(next.span) : null;
  const before = points[after - 1] as AgedSpan;
  if (before.span.high === Infinity || next.correction) return null;
  const share = (age - before.age) / (next.age - before.age);
  return middleOf(before.span) + share * (middleOf(next.span) - middleOf(before.span));
}
