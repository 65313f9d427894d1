import type { BudgetCurve } from './budget-ask';
import { type BudgetProblem, type MediaRail, mediaRails } from './budget-problem';
import { entryRateOf, openedSpendAt, spendAt, valueOf } from './response-curve';

/** What each curve of a rail takes, in the order of the curves, and what it brings. Cents, not rounded. */
export interface RailFill {
  spends: readonly number[];
  cents: number;
  value: number;
}

export type MediaFill = Record<MediaRail, RailFill> & { cents: number; value: number };

/** Of the logarithm of the rate: to a billionth of it. */
const halvings = 36;
/** Less than a hundredth of a cent is nothing. */
const nothing = 0.01;

/**
 * The largest rate at which everything together takes at least `cents`, as the two rates on its sides: above it less is taken, at
 * or below it as much or more. `spend` never rises with the rate.
 */
export function rateFor(
  spend: (rate: number) => number,
  cents: number,
  steepest: number,
): { above: number; below: number } {
  let above = steepest * (1 + 1e-9) + Number.MIN_VALUE;
  if (spend(0) <= cents) return { above: 0, below: 0 };
  // By ratios: rates of one problem lie orders of magnitude apart.
  let low = above * 1e-9;
  if (spend(low) < cents) return { above: low, below: 0 };
  for (let at = 0; at < halvings; at++) {
    const middle = Math.sqrt(low * above);
    if (spend(middle) > cents) low = middle;
    else above = middle;
  }
  return { above, below: low };
}

const steepestOf = (curves: readonly BudgetCurve[]): number =>
  curves.reduce((best, one) => {
    const rate = entryRateOf(one);
    return Math.max(best, rate === Infinity ? one.perCent : rate, one.perCent);
  }, 0);

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/**
 * Spends `cents` on the curves of one rail: the same rate at the margin of all that are open and not full.
 *
 * One curve may stand at its smallest order where the money does not reach: then the best of leaving it out and of opening it at
 * the cost of the others is taken, which is exact but for the choice among several such curves.
 */
export function fillRail(curves: readonly BudgetCurve[], cents: number): RailFill {
  if (curves.length === 0) return fillOf(curves, []);
  const { above } = rateFor(
    (rate) => sumOf(curves.map((one) => spendAt(one, rate))),
    cents,
    steepestOf(curves),
  );
  const open = curves.map((one) => entryRateOf(one) >= above);
  let best = fillOpen(curves, open, cents);
  // Whoever would come next, and does not fit without taking from the others.
  const waiting = [...curves.keys()]
    .filter((at) => !open[at] && (curves[at] as BudgetCurve).openCents <= cents + nothing)
    .sort((one, other) => entryRateOf(curves[other] as BudgetCurve) - entryRateOf(curves[one] as BudgetCurve))
    .slice(0, 3);
  for (const at of waiting) {
    const with1 = open.with(at, true);
    const tried = fillOpen(curves, with1, cents);
    if (tried.value > best.value) best = tried;
  }
  return best;
}

/** Spends on those that are open, each at its smallest order at least; the flattest are closed while that costs too much. */
function fillOpen(curves: readonly BudgetCurve[], asked: readonly boolean[], cents: number): RailFill {
  const open = [...asked];
  const openings = (): number => sumOf(curves.map((one, at) => (open[at] ? one.openCents : 0)));
  while (openings() > cents + nothing) {
    let flattest = -1;
    curves.forEach((one, at) => {
      if (
        open[at] &&
        one.openCents > 0 &&
        (flattest < 0 || entryRateOf(one) < entryRateOf(curves[flattest] as BudgetCurve))
      )
        flattest = at;
    });
    if (flattest < 0) break;
    open[flattest] = false;
  }
  const at = (rate: number): number[] =>
    curves.map((one, place) => (open[place] ? openedSpendAt(one, rate, one.openCents, one.maxCents) : 0));
  const { above, below } = rateFor((rate) => sumOf(at(rate)), cents, steepestOf(curves));
  const spends = at(above);
  const more = at(below);
  let left = cents - sumOf(spends);
  // Straight curves take all or nothing at their own rate: what is left goes to them in their order.
  spends.forEach((spent, place) => {
    const further = Math.min(left, (more[place] as number) - spent);
    if (!(further > 0)) return;
    spends[place] = spent + further;
    left -= further;
  });
  return fillOf(curves, spends);
}

const fillOf = (curves: readonly BudgetCurve[], spends: readonly number[]): RailFill => ({
  spends,
  cents: sumOf(spends),
  value: sumOf(curves.map((one, at) => valueOf(one, spends[at] ?? 0))),
});

/** What a rail would take at a rate, within its bounds. */
export const railSpendAt = ({ curves, bounds }: BudgetProblem, rail: MediaRail, rate: number): number =>
  Math.min(
    bounds[rail].max,
    Math.max(bounds[rail].min, sumOf(curves[rail].map((one) => spendAt(one, rate)))),
  );

/** Spends `cents` on boosts and search, each within its bounds. What nothing takes is left. */
export function fillMedia(problem: BudgetProblem, cents: number): MediaFill {
  const { curves, bounds } = problem;
  const at = (rate: number): number[] => mediaRails.map((rail) => railSpendAt(problem, rail, rate));
  const steepest = Math.max(...mediaRails.map((rail) => steepestOf(curves[rail])));
  const { above, below } = rateFor((rate) => sumOf(at(rate)), cents, steepest);
  const shares = at(above);
  const more = at(below);
  let left = Math.max(0, cents - sumOf(shares));
  const fills = mediaRails.map((rail, place) => {
    const further = Math.min(left, Math.max(0, (more[place] as number) - (shares[place] as number)));
    left -= further;
    return fillRail(curves[rail], (shares[place] as number) + further);
  });
  // What one rail could not place, because nothing opens for so little, the other may.
  mediaRails.forEach((rail, place) => {
    const free = cents - sumOf(fills.map((fill) => fill.cents));
    const fill = fills[place] as RailFill;
    const room = Math.min(free, bounds[rail].max - fill.cents);
    if (room <= nothing) return;
    const tried = fillRail(curves[rail], fill.cents + room);
    if (tried.value > fill.value) fills[place] = tried;
  });
  const [boosts, search] = fills as [RailFill, RailFill];
  return { boosts, search, cents: boosts.cents + search.cents, value: boosts.value + search.value };
}
