import { ratio } from '../metrics/compute';
import { beliefStated, crpsOfLift, type LiftOutcome, shareBelow, type StatedLift } from './predict-lift';

/** A verdict that let a note pass, and what the note then got in the next pool. Values weighted alike. */
export interface LiftPair {
  level: number;
  stated: StatedLift;
  /** Gamma shape of the lifts of notes that nothing is known of: how different notes are. */
  priorShape: number;
  /** The next run; `expected` is what an average note of *this* pool would have got in as many impressions. */
  next: LiftOutcome;
}

/** One forecast of a lift held against what happened. */
export interface CheckedLift {
  level: number;
  /** Share of the forecast below what happened; see `shareBelow`. */
  below: number;
  crps: number;
  /** The score of somebody who knows the pool and not the note. */
  naiveCrps: number;
}

/** What all notes that left one level did in the next pool, over what was forecast of them; 1 is no difference. */
export interface LevelDrift {
  level: number;
  drift: number;
}

/**
 * Holds the lift that each verdict stated against what the note then got in the next pool.
 *
 * A wider pool has other readers, and a note fits them less. A lift speaks of the note against others in the same
 * place, so the place is taken out as everywhere in the engine: what a note of lift 1 gets in the next pool is what it
 * got here, times the drift of all notes that made the same step. One factor a level says nothing about any one note,
 * and `driftOfLevels` is shown beside the coverage, so that forecasts which are all too high cannot hide in it.
 *
 * Naive: every note that passes is an average one of those who pass, and they differ as much as the prior says.
 * Pairs without an expectation on either side say nothing and are left out.
 */
export function checkLifts(pairs: readonly LiftPair[]): CheckedLift[] {
  const known = pairs.filter(isComparable);
  const drifts = new Map(driftOfLevels(known).map(({ level, drift }) => [level, drift]));
  const averages = averageOfPassed(known);
  return known.map((pair) => {
    const { level, next, priorShape } = pair;
    const inPlace: LiftOutcome = { ...next, expected: next.expected * (drifts.get(level) || 1) };
    const belief = beliefStated(pair.stated);
    return {
      level,
      below: shareBelow(belief, inPlace),
      crps: crpsOfLift(belief, inPlace),
      naiveCrps: crpsOfLift({ shape: priorShape, rate: priorShape / (averages.get(level) ?? 1) }, inPlace),
    };
  });
}

/** The drift of every level that has pairs, from the lowest on. */
export function driftOfLevels(pairs: readonly LiftPair[]): LevelDrift[] {
  const forecast = sumByLevel(pairs, (pair) => pair.next.expected * pair.stated.lift);
  const came = sumByLevel(pairs, (pair) => pair.next.observed);
  return [...forecast]
    .map(([level, sum]) => ({ level, drift: ratio(came.get(level) ?? 0, sum) ?? 1 }))
    .sort((a, b) => a.level - b.level);
}

function isComparable({ stated, priorShape, next }: LiftPair): boolean {
  return stated.lift > 0 && stated.high > 0 && priorShape > 0 && next.expected > 0 && next.dispersion > 0;
}

/** The mean lift stated for those who passed each level, each by the size of what came after. */
function averageOfPassed(pairs: readonly LiftPair[]): Map<number, number> {
  const weights = sumByLevel(pairs, (pair) => pair.next.expected);
  const sums = sumByLevel(pairs, (pair) => pair.next.expected * pair.stated.lift);
  return new Map([...sums].map(([level, sum]) => [level, ratio(sum, weights.get(level) ?? 0) ?? 1]));
}

function sumByLevel(pairs: readonly LiftPair[], of: (pair: LiftPair) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const pair of pairs) sums.set(pair.level, (sums.get(pair.level) ?? 0) + of(pair));
  return sums;
}
