import { bestSwapOf, type Swap } from './improve-portfolio';
import { nothing } from './fill-portfolio';
import type { PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';
import { estimateFromSample, type ReachEstimate, withReaders } from './reach-estimate';
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
   * Who had more readers per yuan at this point and is not in the plan, and the rule that keeps her out: `together` when she
   * may come, but the plan reaches fewer with her. Null when nobody had more, or she is a must-have.
   */
  binding: BindingRule | null;
  /** boost steps behind her note, from the first on */
  boostSteps: number;
  boostCents: number;
  boostReaders: number;
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
  creatorCents: number;
  boostCents: number;
  leftCents: number;
  /** readers of simple greedy, for comparison */
  greedyReaders: number;
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

/** Says of a plan what was picked, why, and what would come next. */
export function reportPortfolio(problem: PortfolioProblem, { best, greedy }: PortfolioSearch): PortfolioPlan {
  const order = inOrderOfWorth(problem, best.picks);
  const selection = new PortfolioSelection(problem);
  const adds = new Map<number, { reach: ReachEstimate; better: number[] }>();
  for (const pick of order) {
    adds.set(pick, {
      reach: estimateFromSample(problem.field.gainsOf(pick)),
      better: betterThan(problem, pick, best.picks),
    });
    selection.take(pick);
  }
  const boosts = selection.boosts();
  const more = new Float64Array(problem.prices.length);
  const picks = order.map((pick): PortfolioPick => {
    const { reach, better } = adds.get(pick) as { reach: ReachEstimate; better: number[] };
    const mustHave = problem.candidates[pick]?.mustHave ?? false;
    const swap = mustHave ? null : bestSwapOf(selection, pick, more, boosts.readers);
    const steps = (problem.candidates[pick]?.lift ?? []).slice(0, boosts.steps.get(pick) ?? 0);
    return {
      creatorId: idOf(problem, pick),
      priceCents: problem.priceOf(pick),
      mustHave,
      adds: reach,
      lostWithout: estimateFromSample(problem.field.lossesOf(pick)),
      centsPerThousand:
        reach.people > nothing ? Math.round((1_000 * problem.priceOf(pick)) / reach.people) : null,
      binding: mustHave ? null : bindingOf(selection, pick, better),
      boostSteps: steps.length,
      boostCents: steps.reduce((sum, { cents }) => sum + cents, 0),
      boostReaders: steps.reduce((sum, { readers }) => sum + readers, 0),
      swap: swap && shownSwap(problem, swap),
    };
  });
  return {
    picks,
    netReach: withReaders(estimateFromSample(problem.field.all()), boosts.readers),
    boostReaders: boosts.readers,
    creatorCents: selection.spentCents,
    boostCents: boosts.cents,
    leftCents: selection.leftCents - boosts.cents,
    greedyReaders: greedy.readers,
    shadowPrice: shadowPrice(selection, more),
    mix: problem.mix.map(({ tierKeys }, part) => {
      const { count, spentCents } = selection.partOf(part);
      return {
        tierKeys,
        shareOfCreators: count / selection.taken.size,
        shareOfSpend: selection.spentCents > 0 ? spentCents / selection.spentCents : 0,
      };
    }),
    sampleShare: problem.share,
    rough: problem.share < 1 ? roughOf(problem, order) : [],
  };
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

function bindingOf(
  selection: PortfolioSelection,
  pick: number,
  better: readonly number[],
): BindingRule | null {
  const [first] = better;
  if (first === undefined) return null;
  const creatorId = idOf(selection.problem, first);
  const broken = selection.limitBroken(first, pick);
  if (broken) return { rule: broken, creatorId };
  return { rule: selection.mixViolationAfter(first, pick) > 0 ? 'tier-mix' : 'together', creatorId };
}

const shownSwap = (problem: PortfolioProblem, { leaving, coming, readers }: Swap): PortfolioPick['swap'] => ({
  creatorId: idOf(problem, coming),
  readers,
  cents: problem.priceOf(coming) - problem.priceOf(leaving),
});

const roughOf = (problem: PortfolioProblem, picks: readonly number[]): string[] =>
  picks.filter((pick) => problem.field.peopleOf(pick) < roughBelow).map((pick) => idOf(problem, pick));

const idOf = (problem: PortfolioProblem, candidate: number): string =>
  problem.candidates[candidate]?.creatorId ?? '';
