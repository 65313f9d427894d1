import type { BudgetCurve } from './budget-ask';
import { type BudgetProblem, type MediaRail, mediaRails } from './budget-problem';
import { nothingCents, type RailDemand } from './rail-demand';
import { valueOf } from './response-curve';

/** What each curve of a rail takes, in the order of the curves, and what it brings. Cents, not rounded. */
export interface RailFill {
  spends: readonly number[];
  cents: number;
  value: number;
}

export type MediaFill = Record<MediaRail, RailFill> & { cents: number; value: number };

/** Of the logarithm of the rate: to a billionth of it. */
const halvings = 36;

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

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/**
 * Spends `cents` on the curves of one rail: the same rate at the margin of all that are open and not full.
 *
 * One curve may stand at its smallest order where the money does not reach: then the best of leaving it out and of opening it at
 * the cost of the others is taken, which is exact but for the choice among several such curves.
 */
export function fillRail(demand: RailDemand, cents: number): RailFill {
  const { curves } = demand;
  const open = demand.opensFor(cents);
  let best = fillOpen(demand, open, cents);
  // Whoever would come next, and does not fit without taking from the others.
  const waiting = demand.ranked
    .filter((at) => !open[at] && (curves[at] as BudgetCurve).openCents <= cents + nothingCents)
    .slice(0, 3);
  for (const at of waiting) {
    const tried = fillOpen(demand, open.with(at, true), cents);
    if (tried.value > best.value) best = tried;
  }
  return best;
}

/** Spends on those that are open, each at its smallest order at least; the flattest are closed while that costs too much. */
function fillOpen(demand: RailDemand, asked: readonly boolean[], cents: number): RailFill {
  const { curves, ranked } = demand;
  const open = [...asked];
  let openings = sumOf(curves.map(({ openCents }, at) => (open[at] ? openCents : 0)));
  for (let place = ranked.length - 1; place >= 0 && openings > cents + nothingCents; place--) {
    const at = ranked[place] as number;
    const { openCents } = curves[at] as BudgetCurve;
    if (!open[at] || openCents === 0) continue;
    open[at] = false;
    openings -= openCents;
  }
  const spends = demand.spendOn(open, cents);
  return {
    spends,
    cents: sumOf(spends),
    value: sumOf(curves.map((one, at) => valueOf(one, spends[at] as number))),
  };
}

/** What a rail would take at a rate, within its bounds. */
export const railSpendAt = ({ demands, bounds }: BudgetProblem, rail: MediaRail, rate: number): number =>
  Math.min(bounds[rail].max, Math.max(bounds[rail].min, demands[rail].at(rate)));

/** Spends `cents` on boosts and search, each within its bounds. What nothing takes is left. */
export function fillMedia(problem: BudgetProblem, cents: number): MediaFill {
  const { demands, bounds } = problem;
  const at = (rate: number): number[] => mediaRails.map((rail) => railSpendAt(problem, rail, rate));
  const steepest = Math.max(...mediaRails.map((rail) => demands[rail].steepest));
  const { above, below } = rateFor((rate) => sumOf(at(rate)), cents, steepest);
  const shares = at(above);
  const more = at(below);
  let left = Math.max(0, cents - sumOf(shares));
  const fills = mediaRails.map((rail, place) => {
    const further = Math.min(left, Math.max(0, (more[place] as number) - (shares[place] as number)));
    left -= further;
    return fillRail(demands[rail], (shares[place] as number) + further);
  });
  // What one rail could not place, because nothing opens for so little, the other may.
  mediaRails.forEach((rail, place) => {
    const free = cents - sumOf(fills.map((fill) => fill.cents));
    const fill = fills[place] as RailFill;
    const room = Math.min(free, bounds[rail].max - fill.cents);
    if (room <= nothingCents) return;
    const tried = fillRail(demands[rail], fill.cents + room);
    if (tried.value > fill.value) fills[place] = tried;
  });
  const [boosts, search] = fills as [RailFill, RailFill];
  return { boosts, search, cents: boosts.cents + search.cents, value: boosts.value + search.value };
}
