import { type AgedSpan, type GrownMetric } from './snapshot-note';
import { type GrowthMoment, nearestPeers, type PeerGrowth } from './nearest-peers';
import type { Span } from './reading';

/** Why nothing can be said of a note's growth. */
export const growthRefusals = [
  'no-figures',
  'only-a-lower-bound',
  'too-few-peers',
  'past-the-horizon',
] as const;
export type GrowthRefusal = (typeof growthRefusals)[number];

/** What a note is likely to have reached at an age, by what became of the notes most like it. */
export interface GrowthForecast {
  metric: GrownMetric;
  /** Days after publication. */
  horizonDays: number;
  /** Events in all by then: the middle one of the peers' outcomes, and the bounds of four outcomes of five. */
  expected: number;
  low: number;
  high: number;
  /** How many peers it rests on, and how unlike the note the last of them is (`distanceOf`). */
  peers: number;
  farthest: number;
}

/** The latest moment that is known in numbers, with its bounds. */
export interface PresentMoment {
  moment: GrowthMoment;
  span: Span;
}

/** Where a note stands at present, or why that is not known. */
export function presentMoment(
  points: readonly AgedSpan[],
  moments: readonly GrowthMoment[],
): PresentMoment | Extract<GrowthRefusal, 'no-figures' | 'only-a-lower-bound'> {
  const last = points.at(-1);
  if (!last) return 'no-figures';
  const moment = moments.at(-1);
  return moment && last.span.high < Infinity ? { moment, span: last.span } : 'only-a-lower-bound';
}

/**
 * What a note is likely to reach at the horizon: the present figure times the growth of the peers that were most like it
 * at its age, with its size and its pace.
 *
 * The interval runs between the ranks (k + 1)/10 and 9(k + 1)/10 of k peers: if the note is exchangeable with them, it
 * holds four times of five whatever the shape of growth, without any model of it. Where a tenth of the peers stood still,
 * it begins at the present figure, below which nothing falls, and ends at the rank 8(k + 1)/10. What rounding leaves open of
 * the present figure widens it on both sides.
 * Source: conformal prediction (Vovk, Gammerman and Shafer 2005), among neighbours as in Lei and Wasserman 2014; ages in
 * traffic as in domain notes 2.2.
 */
export function forecastGrowth(
  present: PresentMoment,
  peers: readonly PeerGrowth[],
  { metric, horizonDays }: { metric: GrownMetric; horizonDays: number },
): GrowthForecast | Extract<GrowthRefusal, 'too-few-peers' | 'past-the-horizon'> {
  const { moment, span } = present;
  if (moment.age >= horizonDays) return 'past-the-horizon';
  const nearest = nearestPeers(moment, peers, () => horizonDays);
  if (nearest.length === 0) return 'too-few-peers';
  const growths = nearest.map(({ growth }) => growth).sort((a, b) => a - b);
  const step = (growths.length + 1) / 10;
  const growthAt = (rank: number): number => growths[Math.round(rank) - 1] ?? 0;
  const stays = growthAt(step) < still;
  const grown = (from: number, growth: number): number => (from + 1) * Math.exp(growth) - 1;
  return {
    metric,
    horizonDays,
    expected: Math.round(grown(moment.size, growthAt(5 * step))),
    low: Math.floor(grown(span.low, stays ? 0 : growthAt(step))),
    high: Math.ceil(grown(span.high, growthAt((stays ? 8 : 9) * step))),
    peers: growths.length,
    farthest: nearest.at(-1)?.distance ?? 0,
  };
}

/** Growth of less than a hundredth is none. */
const still = 0.01;

/** How far a note is looked ahead, and how much it must have grown by then, to be called climbing [P]. */
export const climbing = { withinDays: 7, growth: 0.1, sureAt: 0.8 } as const;

export const movements = ['climbing', 'stopped', 'cannot-tell'] as const;
export type Movement = (typeof movements)[number];

/** Whether a note goes on growing. */
export interface MovementEstimate {
  movement: Movement;
  /** That it gains a tenth or more within seven days. */
  probability: number;
  peers: number;
  /** Its growth a day of traffic since the snapshot before; null where unknown. */
  pace: number | null;
}

/**
 * Whether a note climbs: the share of the peers most like it that gained a tenth or more in the seven days after.
 *
 * It says neither while the probability lies between 20 and 80 %. The share is that of Krichevsky and Trofimov, with half
 * a peer added to both sides, so that a few peers never make it sure.
 */
export function estimateMovement(
  { moment }: PresentMoment,
  peers: readonly PeerGrowth[],
): MovementEstimate | Extract<GrowthRefusal, 'too-few-peers'> {
  const nearest = nearestPeers(moment, peers, ({ age }) => age + climbing.withinDays);
  if (nearest.length === 0) return 'too-few-peers';
  const grew = nearest.filter(({ growth }) => growth >= Math.log1p(climbing.growth)).length;
  const probability = (grew + 0.5) / (nearest.length + 1);
  const movement: Movement =
    probability >= climbing.sureAt
      ? 'climbing'
      : probability <= 1 - climbing.sureAt
        ? 'stopped'
        : 'cannot-tell';
  return { movement, probability, peers: nearest.length, pace: moment.pace };
}
