import { lumpSets, type LumpEffort, type LumpSet, membersOf } from './choose-lumps';
import type { BudgetProblem } from './budget-problem';
import { fillMedia, type MediaFill } from './fill-media';
import { relaxBudget, type RelaxedBudget } from './relax-budget';

export interface SolvedBudget {
  /** numbers of the creators */
  lumps: readonly number[];
  lumpCents: number;
  media: MediaFill;
  value: number;
  relaxed: RelaxedBudget;
}

/** How hard is searched: sets of creators that are tried with their media beside the effort for the sets. */
export interface SolveEffort extends LumpEffort {
  tries: number;
}

export const fullSolve: SolveEffort = { core: 60, buckets: 2_000, tries: 40 };
export const quickSolve: SolveEffort = { core: 16, buckets: 160, tries: 4 };

/**
 * The best plan that is found: creators as a knapsack by cost, and beside every promising set of them the media that the rest of
 * the money buys best. Null where no set of creators fits between the guards.
 *
 * Media brings less and less, so a straight line at the relaxed plan says about what the rest of the money brings beside a set:
 * sets are tried in that order. How far the plan is from the best shows in the gap to `relaxed.bound`.
 */
export function solveBudget(problem: BudgetProblem, effort: SolveEffort = fullSolve): SolvedBudget | null {
  const { budgetCents, bounds } = problem;
  const relaxed = relaxBudget(problem);
  const mediaLeast = bounds.boosts.min + bounds.search.min;
  const mediaMost = bounds.boosts.max + bounds.search.max;
  const rest = (cents: number): number => budgetCents - cents;
  const anchor = Math.max(mediaLeast, Math.min(mediaMost, rest(relaxed.creatorCents)));
  const anchored = fillMedia(problem, anchor).value;
  const promiseOf = ({ cents, value }: LumpSet): number =>
    value + anchored + relaxed.prices.budget * (Math.min(mediaMost, rest(cents)) - anchor);
  const sets = lumpSets(problem, relaxed.prices, effort)
    .filter(({ cents }) => rest(cents) >= mediaLeast)
    .map((set) => ({ set, promise: promiseOf(set) }))
    .sort((one, other) => other.promise - one.promise);
  let best: (Omit<SolvedBudget, 'lumps'> & { set: LumpSet }) | null = null;
  for (const { set } of sets.slice(0, effort.tries)) {
    const media = fillMedia(problem, rest(set.cents));
    const value = set.value + media.value;
    if (!best || value > best.value) best = { set, lumpCents: set.cents, media, value, relaxed };
  }
  if (!best) return null;
  const { set, ...found } = best;
  return { ...found, lumps: membersOf(set) };
}
