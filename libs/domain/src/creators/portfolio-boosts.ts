import type { LiftStep, PortfolioCandidate } from './portfolio-ask';
import type { PortfolioProblem } from './portfolio-problem';

/** Readers of boosts, with the 95 % interval. */
export interface BoostReaders {
  readers: number;
  low: number;
  high: number;
}

/** Boost steps taken for some of the picks. Steps err together: their intervals add up by their ends, which is the widest there is. */
export interface BoostChoice extends BoostReaders {
  cents: number;
  /** candidate and how many of her steps */
  steps: ReadonlyMap<number, number>;
}

/** A boost step among those of all candidates. */
export interface RankedStep extends LiftStep {
  candidate: number;
  /** place among the candidate's own steps, from 0 */
  at: number;
  /** readers per cent, never above that of the step before it */
  rate: number;
}

/** The steps of all candidates, the most readers per cent first and each after those it stands on. */
export function rankSteps(candidates: readonly PortfolioCandidate[]): RankedStep[] {
  return candidates
    .flatMap(({ lift = [] }, candidate) => {
      let rate = Infinity;
      return lift.map((step, at): RankedStep => {
        rate = Math.min(rate, step.readers / step.cents);
        return { ...step, candidate, at, rate };
      });
    })
    .sort(betterFirst);
}

const betterFirst = (one: RankedStep, other: RankedStep): number =>
  other.rate - one.rate || one.candidate - other.candidate || one.at - other.at;

/** Two ranked lists as one. */
export function mergeSteps(some: readonly RankedStep[], others: readonly RankedStep[]): RankedStep[] {
  const merged: RankedStep[] = [];
  let at = 0;
  for (const step of some) {
    while (at < others.length && betterFirst(others[at] as RankedStep, step) < 0)
      merged.push(others[at++] as RankedStep);
    merged.push(step);
  }
  return [...merged, ...others.slice(at)];
}

/**
 * Spends money on boosts: the step with the most readers per yuan first, and of those that can be paid.
 *
 * With steps that bring less and less for their money this is the best there is up to the last step that does not fit
 * (Dantzig 1957); the single chain that brings most by itself is held against it, which keeps it above half of the best.
 * `steps` are ranked (`rankSteps`), and of those who are taken.
 */
export function chooseBoosts(steps: readonly RankedStep[], leftCents: number): BoostChoice {
  if (steps.length === 0 || leftCents <= 0) return chosen([], leftCents);
  const all = chosen(steps, leftCents);
  const alone = bestAlone(steps, leftCents);
  return alone.readers > all.readers
    ? chosen(
        steps.filter(({ candidate }) => candidate === alone.candidate),
        leftCents,
      )
    : all;
}

function chosen(steps: readonly RankedStep[], leftCents: number): BoostChoice {
  const counts = new Map<number, number>();
  let [cents, readers, low, high] = [0, 0, 0, 0];
  for (const step of steps) {
    if (cents + step.cents > leftCents || !(step.readers > 0)) continue;
    // What stands on a step that did not fit does not come either.
    if ((counts.get(step.candidate) ?? 0) !== step.at) continue;
    counts.set(step.candidate, step.at + 1);
    cents += step.cents;
    readers += step.readers;
    low += step.low ?? step.readers;
    high += step.high ?? step.readers;
  }
  return { cents, readers, low, high, steps: counts };
}

function bestAlone(steps: readonly RankedStep[], leftCents: number): { candidate: number; readers: number } {
  const chains = new Map<number, { cents: number; readers: number; next: number }>();
  let best = { candidate: -1, readers: 0 };
  for (const { candidate, at, cents, readers } of steps) {
    const chain = chains.get(candidate) ?? { cents: 0, readers: 0, next: 0 };
    chains.set(candidate, chain);
    if (chain.next !== at || chain.cents + cents > leftCents) continue;
    chain.next += 1;
    chain.cents += cents;
    chain.readers += readers;
    if (chain.readers > best.readers) best = { candidate, readers: chain.readers };
  }
  return best;
}

/** The step with the most readers per cent among those that come next and can be paid. */
export function nextBoost(
  problem: PortfolioProblem,
  boosted: Iterable<number>,
  steps: ReadonlyMap<number, number>,
  leftCents: number,
): { candidate: number; step: LiftStep } | null {
  let best: { candidate: number; step: LiftStep } | null = null;
  for (const candidate of boosted) {
    const step = problem.candidates[candidate]?.lift?.[steps.get(candidate) ?? 0];
    if (!step || step.cents > leftCents) continue;
    if (!best || step.readers * best.step.cents > best.step.readers * step.cents) best = { candidate, step };
  }
  return best && best.step.readers > 0 ? best : null;
}
