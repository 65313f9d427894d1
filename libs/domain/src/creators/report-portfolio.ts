import { bestSwapOf, type Swap } from './improve-portfolio';
import type { PortfolioCandidate } from './portfolio-ask';
import { nothing } from './fill-portfolio';
import type { PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';
import { type MemberReach, netReach, type NetReach } from './net-reach';
import { type ReachEstimate, withReaders } from './reach-estimate';
import type { PortfolioSearch } from './search-portfolio';
import { shadowPrice, type ShadowPrice } from './shadow-price';

/** What kept somebody with more readers per yuan from being picked here. */
export interface BindingRule {
  rule: 'budget' | 'max-creators' | 'category' | 'tier-mix' | 'together';
  creatorId: string;
}

export interface PortfolioPick {
  creatorId: string;
  priceCents: number;
  mustHave: boolean;
  /** readers added to those of the picks before her; all of them sum to the net reach without boosts */
  adds: ReachEstimate;
  /** readers lost without her, all others staying */
  lostWithout: ReachEstimate;
  /** her price for every thousand readers that she adds; null when she adds none */
  centsPerThousand: number | null;
  /**
   * Who had more readers per yuan at this point and is not in the plan, and the rule that forbids taking her as well:
   * `together` when none does, and the other picks reach her readers already. Null when nobody had more, or for a must-have.
   */
  binding: BindingRule | null;
  /** boost steps behind her note, from the first on */
  boostSteps: number;
  boostCents: number;
  boostReaders: number;
  /** the 95 % interval of these readers */
  boostLow: number;
  boostHigh: number;
  /** who would best come in her place, and the readers and cents more; below 0 it is a loss. Null when nobody can */
  swap: { creatorId: string; readers: number; cents: number } | null;
}

export interface PortfolioPlan {
  /** must-haves first, then by readers per yuan */
  picks: PortfolioPick[];
  /** target readers, boosts and all */
  netReach: ReachEstimate;
  /** readers of the boosts in it, as the steps promise */
  boostReaders: number;
  boostLow: number;
  boostHigh: number;
  creatorCents: number;
  boostCents: number;
  leftCents: number;
  /** how much more it reaches than simple greedy, in parts of greedy's reach; both in the sample of the search */
  overGreedy: number;
  /** what further money would bring; null when nothing would */
  shadowPrice: ShadowPrice | null;
  /** the make-up in fact, part by part of the mix that was asked for */
  mix: { tierKeys: readonly string[]; shareOfCreators: number; shareOfSpend: number }[];
  /** share of all people who are in the sample behind the figures */
  sampleShare: number;
  /** picks of whom the sample holds fewer than a hundred people: what they add is known to no better than 10 % */
  rough: string[];
}

const roughBelow = 100;

/**
 * Says of a plan what was picked, why, and what would come next.
 *
 * Its reach is measured in the sample that the picks' own sketches share, which is larger than the one all candidates share:
 * most of it the search has not seen, so the figure is not flattered by having been searched for. Swaps and the shadow price
 * compare candidates and stay in the sample of the search.
 */
export function reportPortfolio(problem: PortfolioProblem, { best, greedy }: PortfolioSearch): PortfolioPlan {
  const order = inOrderOfWorth(problem, best.picks);
  const selection = new PortfolioSelection(problem);
  const better = order.map((pick) => {
    const ahead = betterThan(problem, pick, best.picks);
    selection.take(pick);
    return ahead;
  });
  const reach = measurePortfolio(problem, order);
  const boosts = selection.boosts();
  const more = new Float64Array(problem.prices.length);
  const picks = order.map((pick, at): PortfolioPick => {
    const { inOrder, alone } = reach.members[at] as MemberReach;
    const mustHave = problem.candidates[pick]?.mustHave ?? false;
    const swap = mustHave ? null : bestSwapOf(selection, pick, more, boosts.readers);
    const steps = (problem.candidates[pick]?.lift ?? []).slice(0, boosts.steps.get(pick) ?? 0);
    return {
      creatorId: idOf(problem, pick),
      priceCents: problem.priceOf(pick),
      mustHave,
      adds: inOrder,
      lostWithout: alone,
      centsPerThousand:
        inOrder.people > nothing ? Math.round((1_000 * problem.priceOf(pick)) / inOrder.people) : null,
      binding: mustHave ? null : bindingOf(selection, better[at] ?? []),
      boostSteps: steps.length,
      boostCents: steps.reduce((sum, { cents }) => sum + cents, 0),
      boostReaders: steps.reduce((sum, { readers }) => sum + readers, 0),
      boostLow: steps.reduce((sum, { readers, low }) => sum + (low ?? readers), 0),
      boostHigh: steps.reduce((sum, { readers, high }) => sum + (high ?? readers), 0),
      swap: swap && shownSwap(problem, swap),
    };
  });
  return {
    picks,
    netReach: withReaders(reach.net, boosts),
    boostReaders: boosts.readers,
    boostLow: boosts.low,
    boostHigh: boosts.high,
    creatorCents: selection.spentCents,
    boostCents: boosts.cents,
    leftCents: selection.leftCents - boosts.cents,
    overGreedy: greedy.readers > 0 ? best.readers / greedy.readers - 1 : 0,
    shadowPrice: shadowPrice(selection, more),
    mix: problem.mix.map(({ tierKeys }, part) => {
      const { count, spentCents } = selection.partOf(part);
      return {
        tierKeys,
        shareOfCreators: count / selection.taken.size,
        shareOfSpend: selection.spentCents > 0 ? spentCents / selection.spentCents : 0,
      };
    }),
    sampleShare: reach.sampleShare,
    rough: reach.sampleShare < 1 ? roughOf(problem, order, reach.sampled) : [],
  };
}

/** The reach of a set of candidates by what their own sketches share. */
export function measurePortfolio(problem: PortfolioProblem, picks: readonly number[]): NetReach {
  const taken = picks.map((pick) => problem.candidates[pick] as PortfolioCandidate);
  return netReach(
    taken.map(({ sketch }) => sketch),
    taken.map(({ readShare }) => readShare ?? 1),
  );
}

function inOrderOfWorth(problem: PortfolioProblem, picks: readonly number[]): number[] {
  const { field, candidates } = problem;
  const selection = new PortfolioSelection(problem);
  const order: number[] = [];
  const left = new Set(picks);
  const worth = (pick: number): number =>
    (field.gains[pick] as number) / Math.max(problem.priceOf(pick), nothing);
  while (left.size > 0) {
    const [next] = [...left].sort(
      (a, b) =>
        Number(candidates[b]?.mustHave ?? false) - Number(candidates[a]?.mustHave ?? false) ||
        worth(b) - worth(a),
    );
    order.push(next as number);
    left.delete(next as number);
    selection.take(next as number);
  }
  return order;
}

/** Who adds more per yuan at this point and is in no place of the plan, the most first. */
function betterThan(problem: PortfolioProblem, pick: number, picks: readonly number[]): number[] {
  const worth = (one: number): number =>
    (problem.field.gains[one] as number) / Math.max(problem.priceOf(one), nothing);
  const own = worth(pick);
  const inPlan = new Set(picks);
  return [...problem.prices.keys()]
    .filter((one) => !inPlan.has(one) && problem.hasPlace(one) && worth(one) > own * (1 + nothing))
    .sort((a, b) => worth(b) - worth(a));
}

function bindingOf(selection: PortfolioSelection, better: readonly number[]): BindingRule | null {
  const [first] = better;
  if (first === undefined) return null;
  const unmixed = selection.mixViolationAfter(first, undefined) > 0 ? 'tier-mix' : 'together';
  return { rule: selection.limitBroken(first) ?? unmixed, creatorId: idOf(selection.problem, first) };
}

const shownSwap = (problem: PortfolioProblem, { leaving, coming, readers }: Swap): PortfolioPick['swap'] => ({
  creatorId: idOf(problem, coming),
  readers,
  cents: problem.priceOf(coming) - problem.priceOf(leaving),
});

const roughOf = (problem: PortfolioProblem, picks: readonly number[], sampled: readonly number[]): string[] =>
  picks.filter((_, at) => (sampled[at] ?? 0) < roughBelow).map((pick) => idOf(problem, pick));

const idOf = (problem: PortfolioProblem, candidate: number): string =>
  problem.candidates[candidate]?.creatorId ?? '';
