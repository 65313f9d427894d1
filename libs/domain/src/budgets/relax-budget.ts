import { campaignRails, type CampaignRail } from '../campaigns/campaign';
import type { BudgetLump } from './budget-ask';
import { type BudgetProblem, mediaRails, rateOf } from './budget-problem';
import { railSpendAt, rateFor } from './fill-media';
import { spendAt, valueOf } from './response-curve';

/**
 * What a further cent would bring if creators could be bought in parts: of the budget, and of each guard. They are the multipliers
 * of the relaxed problem, in units of the goal for a cent.
 */
export interface BudgetPrices {
  budget: number;
  /** above zero where the most of a rail binds, below zero where its least does */
  rails: Record<CampaignRail, number>;
  /** by number of the tier: what the least of a tier costs, 0 where it does not bind */
  tiers: readonly number[];
}

export interface RelaxedBudget {
  prices: BudgetPrices;
  /** no plan brings more than this */
  bound: number;
  /** what creators take in the relaxed plan */
  creatorCents: number;
}

const steepestOf = (problem: BudgetProblem): number =>
  Math.max(0, ...problem.lumps.map(rateOf), ...mediaRails.map((rail) => problem.demands[rail].steepest));

/** What each tier takes at a rate: its least, or all of it that brings as much. */
function tierSpendAt({ lumps, tiers }: BudgetProblem, place: number, rate: number): number {
  const tier = tiers[place];
  if (!tier) return 0;
  let cents = 0;
  for (const at of tier.lumps) {
    const lump = lumps[at] as BudgetLump;
    if (rateOf(lump) < rate) break;
    cents += lump.cents;
  }
  return Math.max(tier.min, cents);
}

const freeCreatorsAt = (problem: BudgetProblem, rate: number): number =>
  problem.tiers.reduce((sum, _, place) => sum + tierSpendAt(problem, place, rate), 0);

export const creatorsAt = (problem: BudgetProblem, rate: number): number => {
  const { min, max } = problem.bounds.creators;
  return Math.min(max, Math.max(min, freeCreatorsAt(problem, rate)));
};

/**
 * Solves the problem as if creators could be bought in parts, by one price for money (Everett 1963), and bounds every plan by weak
 * duality: the bound holds whatever the prices are, and is tight where nothing is a lump.
 */
export function relaxBudget(problem: BudgetProblem): RelaxedBudget {
  const { budgetCents, bounds, tiers, lumps } = problem;
  const steepest = steepestOf(problem);
  const spendOf: Record<CampaignRail, (rate: number) => number> = {
    creators: (rate) => creatorsAt(problem, rate),
    boosts: (rate) => railSpendAt(problem, 'boosts', rate),
    search: (rate) => railSpendAt(problem, 'search', rate),
  };
  const all = (rate: number): number => campaignRails.reduce((sum, rail) => sum + spendOf[rail](rate), 0);
  const { above, below } = rateFor(all, budgetCents, steepest);
  const budget = below;
  const free: Record<CampaignRail, (rate: number) => number> = {
    creators: (rate) => freeCreatorsAt(problem, rate),
    boosts: (rate) => problem.demands.boosts.at(rate),
    search: (rate) => problem.demands.search.at(rate),
  };
  const rails = Object.fromEntries(
    campaignRails.map((rail) => {
      const { min, max } = bounds[rail];
      const wants = free[rail](budget);
      const bound = wants > max ? max : free[rail](above) < min ? min : null;
      // The rate at which the rail by itself takes just what it is held to.
      return [rail, bound === null ? 0 : rateFor(free[rail], bound, steepest).below - budget];
    }),
  ) as Record<CampaignRail, number>;
  const rate = budget + rails.creators;
  // The last creator whom a tier's least asks for brings so much less than money does elsewhere.
  const tierPrices = tiers.map((tier) => {
    let cents = 0;
    const lastAsked = tier.lumps.find((at) => (cents += (lumps[at] as BudgetLump).cents) >= tier.min);
    if (tier.min === 0 || lastAsked === undefined) return 0;
    return Math.max(0, rate - rateOf(lumps[lastAsked] as BudgetLump));
  });
  const prices = { budget, rails, tiers: tierPrices };
  return { prices, bound: dualOf(problem, prices), creatorCents: creatorsAt(problem, above) };
}

/** What a lump brings beyond what its money is worth. */
export const reducedValue = (
  { value, cents }: BudgetLump,
  tier: number,
  { budget, rails, tiers }: BudgetPrices,
): number => value - (budget + rails.creators - (tiers[tier] ?? 0)) * cents;

function dualOf({ lumps, tiers, curves, bounds, budgetCents }: BudgetProblem, prices: BudgetPrices): number {
  let bound = prices.budget * budgetCents;
  for (const rail of campaignRails) {
    const price = prices.rails[rail];
    bound += price > 0 ? price * bounds[rail].max : price * bounds[rail].min;
  }
  tiers.forEach(({ min, lumps: members }, place) => {
    bound -= (prices.tiers[place] ?? 0) * min;
    for (const at of members) bound += Math.max(0, reducedValue(lumps[at] as BudgetLump, place, prices));
  });
  for (const rail of mediaRails) {
    const rate = prices.budget + prices.rails[rail];
    for (const curve of curves[rail]) {
      const cents = spendAt(curve, rate);
      const opened = valueOf(curve, curve.openCents) - rate * curve.openCents;
      bound += Math.max(0, opened, valueOf(curve, cents) - rate * cents);
    }
  }
  return bound;
}
