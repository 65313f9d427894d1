import type { PoolPolicy } from '../pools/pool-policy';
import { estimateLevel, learnLevelShares, type LevelEstimate } from './estimate-level';
import { estimateStanding, type StandingEstimate, type StandingRefusal } from './estimate-standing';
import {
  estimateMovement,
  forecastGrowth,
  type GrowthForecast,
  type GrowthRefusal,
  type MovementEstimate,
  presentMoment,
} from './forecast-growth';
import { growthMoments, growthOf, type PeerGrowth } from './nearest-peers';
import { type RatedPeer, ratedPeers } from './peers-for-rate';
import { coarsenessOf, type Span } from './reading';
import type { SeriesPoint } from './snapshot-series';
import { agedPoints, type GrownMetric, grownMetrics, type SnapshotNote } from './snapshot-note';

/** An estimate, or why there is none. */
export type Told<T, Refusal extends string> = { told: true; is: T } | { told: false; why: Refusal };

/** What an estimate rests on and what it must be read with. A screen has a sentence for each, with these numbers. */
export const observedReasons = [
  'LEVEL_SURE',
  'LEVEL_BETWEEN',
  'LEVEL_FROM_TOTAL',
  'STILL_GROWING',
  'STANDS_STILL',
  'MAY_GO_EITHER_WAY',
  'RATED_PER_NATURAL_IMPRESSION',
  'RATED_PER_IMPRESSION',
  'RATED_PER_READ',
  'RATED_PER_FOLLOWER',
  'RATED_BY_BENCHMARK',
  'ROUNDED',
  'CORRECTED_BY_PLATFORM',
  'PARTS_DO_NOT_ADD_UP',
] as const;
export type ObservedReasonCode = (typeof observedReasons)[number];

export interface ObservedReason {
  code: ObservedReasonCode;
  numbers: Readonly<Record<string, number>>;
}

/** What would let more be said. */
export const observedHelps = [
  'ANOTHER_SNAPSHOT',
  'NATURAL_EXPOSURE',
  'EXACT_FIGURES',
  'OLDER_NOTES',
  'FOLLOWERS',
  'INTERACTIONS',
] as const;
export type ObservedHelp = (typeof observedHelps)[number];

/** Where an observed note stands, as an estimate: nobody but the platform knows. Plain JSON. */
export interface ObservedEstimate {
  level: Told<LevelEstimate, 'no-figures'>;
  movement: Told<MovementEstimate, GrowthRefusal>;
  standing: Told<StandingEstimate, StandingRefusal>;
  reach: Readonly<Record<GrownMetric, Told<GrowthForecast, GrowthRefusal>>>;
  reasons: readonly ObservedReason[];
  helps: readonly ObservedHelp[];
  policy: { name: string; version: number };
}

/** All that is learnt from the peers once, for as many notes as there are to estimate. */
export interface ObservedPeers {
  rated: readonly RatedPeer[];
  growth: Readonly<Record<GrownMetric, readonly PeerGrowth[]>>;
  levelShares: readonly number[];
}

/** Learns from the notes a workspace has seen: its own, its competitors', and hosted ones. */
export function learnObservedPeers(notes: readonly SnapshotNote[], policy: PoolPolicy): ObservedPeers {
  const last = notes.flatMap(({ series }) => series.points.impressionsNatural.at(-1)?.span ?? []);
  return {
    rated: ratedPeers(notes, policy),
    growth: {
      impressionsNatural: growthOf(notes, 'impressionsNatural', policy),
      interactions: growthOf(notes, 'interactions', policy),
    },
    levelShares: learnLevelShares(last, policy),
  };
}

/** How far ahead a note's reach is forecast, in days after publication: the feed lets go of a note then. */
export const reachDays = 30;

/**
 * Where an observed note stands: its likely level, whether it climbs, its rate against peers, and what it will reach by
 * its 30th day. The note itself may be among the peers and is left out.
 */
export function estimateObserved(
  note: SnapshotNote,
  peers: ObservedPeers,
  policy: PoolPolicy,
): ObservedEstimate {
  const others = (metric: GrownMetric) => peers.growth[metric].filter(({ id }) => id !== note.id);
  const present = (metric: GrownMetric) => {
    const points = agedPoints(note, metric, policy);
    return presentMoment(points, growthMoments(note, points));
  };
  const reach = Object.fromEntries(
    grownMetrics.map((metric) => {
      const now = present(metric);
      const forecast =
        typeof now === 'string'
          ? now
          : forecastGrowth(now, others(metric), { metric, horizonDays: reachDays });
      return [metric, told<GrowthForecast, GrowthRefusal>(forecast)];
    }),
  ) as unknown as ObservedEstimate['reach'];
  const movement = told<MovementEstimate, GrowthRefusal>(movementOf(present, others));
  const level = levelOfNote(note, peers, movement, policy);
  const standing = told<StandingEstimate, StandingRefusal>(estimateStanding(note, peers.rated, policy));
  const estimates = { level, movement, standing, reach };
  return {
    ...estimates,
    reasons: reasonsFor(note, estimates),
    helps: helpsFor(note, estimates),
    policy: { name: policy.name, version: policy.version },
  };
}

function told<T extends object, Refusal extends string>(answer: T | Refusal): Told<T, Refusal> {
  return typeof answer === 'string' ? { told: false, why: answer } : { told: true, is: answer };
}

/** From natural exposure where it is known in numbers, else from interactions. */
function movementOf(
  present: (metric: GrownMetric) => ReturnType<typeof presentMoment>,
  others: (metric: GrownMetric) => readonly PeerGrowth[],
): MovementEstimate | GrowthRefusal {
  let refusal: GrowthRefusal = 'no-figures';
  for (const metric of grownMetrics) {
    const now = present(metric);
    const answer = typeof now === 'string' ? now : estimateMovement(now, others(metric));
    if (typeof answer !== 'string') return answer;
    if (refusal === 'no-figures') refusal = answer;
  }
  return refusal;
}

/** The natural exposure; where only the total is known, anything up to it. */
export function naturalBounds({ series }: SnapshotNote): { span: Span; fromTotal: boolean } | null {
  const latest = (metric: 'impressionsNatural' | 'impressions') =>
    [series.points[metric].at(-1), series.hours[metric]?.at(-1)]
      .flatMap((point) => point ?? [])
      .reduce<SeriesPoint | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined);
  const [natural, total] = [latest('impressionsNatural'), latest('impressions')];
  if (natural) return { span: natural.span, fromTotal: false };
  return total ? { span: { low: 0, high: total.span.high }, fromTotal: true } : null;
}

function levelOfNote(
  note: SnapshotNote,
  { levelShares }: ObservedPeers,
  movement: ObservedEstimate['movement'],
  policy: PoolPolicy,
): ObservedEstimate['level'] {
  const bounds = naturalBounds(note);
  if (!bounds) return { told: false, why: 'no-figures' };
  const climbs = movement.told ? movement.is.probability : 0.5;
  return { told: true, is: estimateLevel(bounds.span, { shares: levelShares, climbs, policy }) };
}

type Estimates = Pick<ObservedEstimate, 'level' | 'movement' | 'standing' | 'reach'>;

const levelSureAt = 0.8;

const ratedPer = {
  'natural-impression': 'RATED_PER_NATURAL_IMPRESSION',
  impression: 'RATED_PER_IMPRESSION',
  read: 'RATED_PER_READ',
  follower: 'RATED_PER_FOLLOWER',
} as const;

const movedAs = {
  climbing: 'STILL_GROWING',
  stopped: 'STANDS_STILL',
  'cannot-tell': 'MAY_GO_EITHER_WAY',
} as const;

function reasonsFor(note: SnapshotNote, { level, movement, standing }: Estimates): ObservedReason[] {
  const reasons: ObservedReason[] = [];
  const add = (code: ObservedReasonCode, numbers: Record<string, number> = {}) =>
    reasons.push({ code, numbers });
  const bounds = naturalBounds(note);
  if (level.told && bounds) {
    const { probability } = level.is;
    add(probability >= levelSureAt ? 'LEVEL_SURE' : 'LEVEL_BETWEEN', {
      level: level.is.level,
      probability,
      low: bounds.span.low,
      high: bounds.span.high,
    });
    if (bounds.fromTotal) add('LEVEL_FROM_TOTAL');
  }
  if (movement.told) {
    const { probability, peers, pace } = movement.is;
    add(movedAs[movement.is.movement], { probability, peers, ...(pace === null ? {} : { pace }) });
  }
  if (standing.told) {
    const { lift, low, high, peers } = standing.is;
    add(ratedPer[standing.is.basis], { lift, low, high, peers });
    if (standing.is.source !== 'peers') add('RATED_BY_BENCHMARK', { peers });
  }
  const points = Object.values(note.series.points).flat();
  const corrections = points.filter(({ correction }) => correction === 'platform-correction').length;
  if (corrections > 0) add('CORRECTED_BY_PLATFORM', { times: corrections });
  if (note.series.mismatches.length > 0) add('PARTS_DO_NOT_ADD_UP', { days: note.series.mismatches.length });
  if (bounds && coarsenessOf(bounds.span) > 0) add('ROUNDED', { share: coarsenessOf(bounds.span) });
  return reasons.map((reason) => ({ ...reason, numbers: finite(reason.numbers) }));
}

/** Numbers that JSON can carry: a bound that is open is left out. */
const finite = (numbers: ObservedReason['numbers']): Record<string, number> =>
  Object.fromEntries(Object.entries(numbers).filter(([, value]) => Number.isFinite(value)));

function helpsFor(note: SnapshotNote, { movement, standing, reach }: Estimates): ObservedHelp[] {
  const { points } = note.series;
  const helps = new Set<ObservedHelp>();
  const refusals = [movement, ...Object.values(reach)].flatMap((one) => (one.told ? [] : [one.why]));
  if (points.impressionsNatural.length === 0) helps.add('NATURAL_EXPOSURE');
  if (refusals.includes('only-a-lower-bound')) helps.add('EXACT_FIGURES');
  if (refusals.includes('too-few-peers')) helps.add('OLDER_NOTES');
  if (lacksMoment(note, movement)) helps.add('ANOTHER_SNAPSHOT');
  const noReactions = !reach.interactions.told && reach.interactions.why === 'no-figures';
  if (noReactions && isSeen(note)) helps.add('INTERACTIONS');
  if (!standing.told && standing.why === 'no-interactions-known') helps.add('INTERACTIONS');
  if (!standing.told && standing.why === 'no-base-known')
    helps.add(note.followers === null ? 'FOLLOWERS' : 'NATURAL_EXPOSURE');
  if (!standing.told && standing.why === 'too-few-peers') helps.add('OLDER_NOTES');
  return [...helps];
}

/**
 * Whether one more snapshot of the same kind would say more: the note was never seen since its publishing, or seen once only, so
 * that its pace is not known. A file that never tells natural exposure, or never the reactions, tells them no better next week.
 */
const lacksMoment = (note: SnapshotNote, movement: Estimates['movement']): boolean =>
  !isSeen(note) || (movement.told && movement.is.pace === null);

const isSeen = ({ series, publishedAt }: SnapshotNote): boolean =>
  Object.values(series.points).some((points) => points.some(({ at }) => at > publishedAt));
