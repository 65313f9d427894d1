import type { ForecastKind } from '@poolrise/contracts';
import {
  checkLifts,
  type CheckedLift,
  driftOfLevels,
  type EngagementWeights,
  figureHeld,
  finalLevel,
  forecastBoost,
  forecastPass,
  intervalHeld,
  type LevelDrift,
  type LiftPair,
  noCounts,
  type PoolPolicy,
  type RatingPrior,
  ratingPriorOf,
  shapeOfNewNotes,
  type StatedChance,
  valueDispersion,
} from '@poolrise/domain';
import type { EndedBoostRecord, HalfwayRecord, PassedRecord } from './calibration.records';

/** One interval that was stated, and whether it held. */
export interface CheckedInterval {
  kind: ForecastKind;
  level: number | null;
  held: boolean;
}

/** The lifts of one kind, held against the next pool. */
export interface CheckedLifts {
  kind: 'lift' | 'hook';
  checked: CheckedLift[];
  drifts: LevelDrift[];
  intervals: CheckedInterval[];
}

type PolicyOf = (id: string) => PoolPolicy;

/** The lift that a verdict is made on, and its hook. */
export function liftsOf(records: readonly PassedRecord[], policyOf: PolicyOf): CheckedLifts[] {
  const priors = records.map(({ peers, policy_id }) => ratingPriorOf(peers, policyOf(policy_id).weights));
  return [
    ofPairs(
      'lift',
      records.flatMap((record, index) =>
        valuePair(record, policyOf(record.next_policy_id).weights, priors[index]),
      ),
    ),
    ofPairs(
      'hook',
      records.flatMap((record, index) => hookPair(record, priors[index])),
    ),
  ];
}

function ofPairs(kind: CheckedLifts['kind'], pairs: readonly LiftPair[]): CheckedLifts {
  const checked = checkLifts(pairs);
  const intervals = checked.map(({ level, below }) => ({ kind, level, held: intervalHeld(below) }));
  return { kind, checked, drifts: driftOfLevels(pairs), intervals };
}

function valuePair(
  { level, estimate, peers, ...next }: PassedRecord,
  nextWeights: EngagementWeights,
  prior?: RatingPrior,
): LiftPair[] {
  if (!prior) return [];
  const outcome = {
    observed: next.next_value,
    expected: next.next_exposure * peers.meanRate,
    dispersion: valueDispersion(next.next_peers, nextWeights),
  };
  return [{ level, stated: estimate, priorShape: shapeOfNewNotes(prior), next: outcome }];
}

function hookPair({ level, hook, peers, ...next }: PassedRecord, prior?: RatingPrior): LiftPair[] {
  if (!prior) return [];
  const expected = next.next_exposure * peers.clickRate;
  const outcome = { observed: next.next_clicks, expected, dispersion: 1 };
  return [{ level, stated: hook, priorShape: prior.hookShape, next: outcome }];
}

/**
 * The estimate of every ended boost, made again from what was known of the note at its launch and for the impressions
 * that were delivered: what is not delivered is paid back, so the promise is about those.
 */
export function boostIntervals(records: readonly EndedBoostRecord[]): CheckedInterval[] {
  return records.flatMap((boost) => {
    const forecast = forecastBoost({
      goal: boost.goal,
      budgetCents: 0,
      voucherImpressions: boost.delivered,
      category: boost.category,
      durationHours: boost.hours,
      noteEvidence: { paidCounts: earlierCounts(boost), hookLift: boost.hook_lift },
    });
    const interval = (kind: ForecastKind, held: boolean): CheckedInterval => ({ kind, level: null, held });
    return [
      interval('boost-reads', figureHeld(forecast.reads, boost.reads)),
      interval('boost-likes-collects', figureHeld(forecast.likesCollects, boost.likes_collects)),
      interval('boost-follows', figureHeld(forecast.follows, boost.follows)),
    ];
  });
}

function earlierCounts(boost: EndedBoostRecord) {
  return {
    ...noCounts(),
    impressions: boost.earlier_impressions,
    clicks: boost.earlier_clicks,
    likes: boost.earlier_likes,
    collects: boost.earlier_collects,
    follows: boost.earlier_follows,
  };
}

/**
 * The chance to pass as the console showed it when half of the sample was in, worked out again by the same function from
 * the same counts. At the last level there is nothing to pass.
 */
export function chancesOf(records: readonly HalfwayRecord[], policyOf: PolicyOf): StatedChance[] {
  return records.flatMap(({ policy_id, evidence, passed, seen_at, half }) => {
    const policy = policyOf(policy_id);
    if (evidence.level >= finalLevel(policy)) return [];
    const now = Math.min(seen_at.getTime(), evidence.now);
    const hoursSincePublished = evidence.hoursSincePublished - (evidence.now - now) / 3_600_000;
    const counts = { ...noCounts(), ...half };
    // The hours do not tell the places apart: those of the first half are taken to be like those of the whole run.
    const { exposure = evidence.counts.impressions } = evidence;
    const soFar = (exposure * half.impressions) / evidence.counts.impressions;
    const then = { ...evidence, counts, now, hoursSincePublished, exposure: soFar };
    const chance = forecastPass(then, policy);
    return [{ chance, happened: passed }];
  });
}
