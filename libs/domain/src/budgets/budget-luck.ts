import { campaignRails, type CampaignRail } from '../campaigns/campaign';
import { OwnStream } from '../simulation/own-stream';
import { type BudgetAsk, type BudgetOption, isBudgetRefusal } from './budget-ask';
import { layOut } from './budget-problem';
import { broughtBy, spendsOf } from './plan-budget';
import { quickSolve, solveBudget } from './solve-budget';

export const budgetDraws = 500;

export interface BudgetLuckAsk {
  seed: number;
  /** correlation of the luck of two options of a rail, 0 to 1 */
  together: number;
  /** how often luck is drawn; `budgetDraws` when it is left out */
  draws?: number;
}

/** How a plan does when the curves turn out otherwise. Values in units of the goal. */
export interface BudgetSureness {
  draws: number;
  seed: number;
  /** four times out of five the plan brings so much */
  low: number;
  middle: number;
  high: number;
  /** what is lost, in the mean, against somebody who knew the curves before; and in the worst tenth of the draws */
  regret: { mean: number; worst: number; share: number };
  /** by option: in how many of the draws somebody who knew would have it */
  stays: { id: string; share: number }[];
}

/**
 * Draws the curves again and again: every option has luck of its own and a share of its rail's, log-normal with mean 1. The same
 * option meets the same luck under any guards and budget (common random numbers), so two plans may be compared.
 *
 * Regret is held against the best plan that the search finds for the luck of each draw, and never below zero.
 */
export function howSure(
  ask: BudgetAsk,
  spends: ReadonlyMap<string, number>,
  { seed, together, draws = budgetDraws }: BudgetLuckAsk,
): BudgetSureness {
  const luck = new OptionLuck(ask.options, seed, together);
  const got = new Float64Array(draws);
  const lost = new Float64Array(draws);
  const counts = new Map<string, number>();
  let best = 0;
  for (let draw = 0; draw < draws; draw++) {
    const lucks = luck.next();
    ask.options.forEach((option, at) => {
      got[draw] = (got[draw] as number) + broughtBy(option, spends.get(option.id), lucks[at]);
    });
    const known = knownBest(ask, lucks);
    for (const id of known.ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    best += Math.max(known.value, got[draw] as number);
    lost[draw] = Math.max(0, known.value - (got[draw] as number));
  }
  const sorted = got.toSorted();
  const mean = lost.reduce((sum, one) => sum + one, 0) / draws;
  return {
    draws,
    seed,
    low: at(sorted, 0.1),
    middle: at(sorted, 0.5),
    high: at(sorted, 0.9),
    regret: { mean, worst: at(lost.toSorted(), 0.9), share: best > 0 ? (mean * draws) / best : 0 },
    stays: ask.options.map(({ id }) => ({ id, share: (counts.get(id) ?? 0) / draws })),
  };
}

const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** The luck of every option, draw by draw. */
class OptionLuck {
  private readonly own: OwnStream[];
  private readonly shared: Record<CampaignRail, OwnStream>;

  constructor(
    private readonly options: readonly BudgetOption[],
    seed: number,
    private readonly together: number,
  ) {
    this.own = options.map(({ id }) => new OwnStream(seed, `budget option ${id}`));
    this.shared = Object.fromEntries(
      campaignRails.map((rail) => [rail, new OwnStream(seed, `budget rail ${rail}`)]),
    ) as Record<CampaignRail, OwnStream>;
  }

  next(): Float64Array {
    const common = { creators: 0, boosts: 0, search: 0 };
    for (const rail of campaignRails) common[rail] = this.shared[rail].normal();
    const [ofAll, ofOne] = [Math.sqrt(this.together), Math.sqrt(1 - this.together)];
    return Float64Array.from(this.options, ({ rail, spread }, place) => {
      const normal = ofAll * common[rail] + ofOne * (this.own[place] as OwnStream).normal();
      return Math.exp(spread * normal - spread ** 2 / 2);
    });
  }
}

function knownBest(ask: BudgetAsk, lucks: Float64Array): { value: number; ids: readonly string[] } {
  const options = ask.options.map((option, place): BudgetOption => {
    const luck = lucks[place] as number;
    return option.kind === 'lump'
      ? { ...option, value: option.value * luck }
      : { ...option, perCent: option.perCent * luck };
  });
  // What is known to be dear is still allowed: the ceiling is held to what was expected, as in the plan.
  const problem = layOut({ ...ask, options, guards: { ...ask.guards, ceilingCents: null } });
  const solved = isBudgetRefusal(problem) ? null : solveBudget(problem, quickSolve);
  if (isBudgetRefusal(problem) || !solved) return { value: 0, ids: [] };
  return { value: solved.value, ids: [...spendsOf(problem, solved).keys()] };
}
