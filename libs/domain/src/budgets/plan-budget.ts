import { campaignRails, type CampaignRail } from '../campaigns/campaign';
import { decileDeviate } from '../probability/gamma-quantile';
import {
  type BudgetAsk,
  type BudgetCurve,
  type BudgetLump,
  type BudgetOption,
  type BudgetRefusal,
  checkBudgetAsk,
  isBudgetRefusal,
} from './budget-ask';
import { type BudgetProblem, layOut, rateOf } from './budget-problem';
import { entryRateOf, marginalOf } from './response-curve';
import { fullSolve, type SolvedBudget, solveBudget } from './solve-budget';

/** One option in a plan. Amounts in whole cents, values in units of the goal. */
export interface PlannedOption {
  id: string;
  rail: CampaignRail;
  group: string | null;
  /** what the wallet pays; 0 when it is not in the plan */
  cents: number;
  /** media that vouchers pay for on top */
  giftCents: number;
  value: number;
  /** the 80 % interval of `value` */
  low: number;
  high: number;
  /** what a further ¥100 brings here: at its margin, or, where it is bought whole or not yet, of its price */
  perHundred: number;
  state: 'in' | 'full' | 'out';
}

/** What a little more of something brings, in units of the goal for ¥100. */
export interface BudgetShadows {
  /** of the budget, if creators could be bought in parts */
  budget: number;
  rails: { rail: CampaignRail; bound: 'min' | 'max'; cents: number; perHundred: number }[];
  tiers: { group: string; cents: number; perHundred: number }[];
  /** what every price up to a tenth above the ceiling would bring altogether; null without a ceiling, or where it does not bind */
  ceilingTenth: number | null;
}

export interface BudgetPlan {
  budgetCents: number;
  spentCents: number;
  leftCents: number;
  giftCents: number;
  value: number;
  /** no plan within the guards brings more; what is missing to it is the gap */
  bound: number;
  rails: Record<CampaignRail, number>;
  options: PlannedOption[];
  shadows: BudgetShadows;
  /** where the next ¥100 goes; null when nothing takes more */
  next: { id: string; rail: CampaignRail; perHundred: number; savesForCents: number | null } | null;
}

export const hundredYuanInCents = 10_000;

/** A plan with what it was found by. */
export interface FoundBudget {
  plan: BudgetPlan;
  problem: BudgetProblem;
  solved: SolvedBudget;
}

/**
 * Spends a budget on creators, boosts and search so that most of the goal comes of it, within the guards.
 *
 * Units: integer cents; values in units of the goal, not rounded. `bound` comes from weak duality and so is no estimate.
 * Source: separable concave allocation by one price for money (Everett 1963; Ibaraki and Katoh 1988), creators as a knapsack
 * (Nemhauser and Ullmann 1969); domain notes, feature row 35.
 *
 * @throws RangeError for amounts that are none, see `checkBudgetAsk`
 */
export function planBudget(ask: BudgetAsk, effort = fullSolve): BudgetPlan | BudgetRefusal {
  const found = findBudget(ask, effort);
  return isBudgetRefusal(found) ? found : found.plan;
}

/** The same with the problem and its solution, for whoever goes on from there. */
export function findBudget(ask: BudgetAsk, effort = fullSolve): FoundBudget | BudgetRefusal {
  checkBudgetAsk(ask);
  const problem = layOut(ask);
  if (isBudgetRefusal(problem)) return problem;
  const solved = solveBudget(problem, effort);
  if (!solved) return { refusal: 'no-set-fits', rail: 'creators' };
  const options = plannedOptions(ask, problem, solved);
  const sum = (of: (one: PlannedOption) => number): number => options.reduce((all, one) => all + of(one), 0);
  const rails = Object.fromEntries(
    campaignRails.map((rail) => [rail, sum((one) => (one.rail === rail ? one.cents : 0))]),
  ) as BudgetPlan['rails'];
  const spentCents = sum(({ cents }) => cents);
  const value = sum((one) => one.value);
  const leftCents = ask.budgetCents - spentCents;
  const plan = {
    budgetCents: ask.budgetCents,
    spentCents,
    leftCents,
    giftCents: sum(({ giftCents }) => giftCents),
    value,
    bound: Math.max(value, solved.relaxed.bound),
    rails,
    options,
    shadows: { ...shadowsOf(ask, problem, solved), ceilingTenth: ceilingTenth(ask, value, effort) },
    next: nextOf(problem, options, rails, leftCents),
  };
  return { plan, problem, solved };
}

/** What is in the plan by id, in whole cents. */
export function spendsOf(problem: BudgetProblem, { lumps, media }: SolvedBudget): Map<string, number> {
  const spends = new Map<string, number>();
  for (const at of lumps) {
    const lump = problem.lumps[at] as BudgetLump;
    spends.set(lump.id, lump.cents);
  }
  for (const rail of ['boosts', 'search'] as const)
    problem.curves[rail].forEach((curve, at) => {
      const cents = Math.floor((media[rail].spends[at] ?? 0) + 1e-6);
      // Vouchers may pay for all of an order.
      if (cents >= curve.openCents && (cents > 0 || curve.giftCents > 0)) spends.set(curve.id, cents);
    });
  return spends;
}

/** What an option brings for so much, before luck; `luck` multiplies how well every cent does. */
export function broughtBy(option: BudgetOption, cents: number | undefined, luck = 1): number {
  if (cents === undefined) return 0;
  if (option.kind === 'lump') return cents > 0 ? option.value * luck : 0;
  const { perCent, room, giftCents, openCents } = option;
  // Cents were rounded down, which must not close what is open.
  if (cents < Math.floor(openCents)) return 0;
  const media = cents + giftCents;
  const steep = perCent * luck;
  return room === null ? steep * media : room > 0 ? room * -Math.expm1((-steep * media) / room) : 0;
}

function plannedOptions(ask: BudgetAsk, problem: BudgetProblem, solved: SolvedBudget): PlannedOption[] {
  const spends = spendsOf(problem, solved);
  const curves = new Map([...problem.curves.boosts, ...problem.curves.search].map((one) => [one.id, one]));
  return ask.options.map((option) => {
    const cents = spends.get(option.id);
    const value = broughtBy(option, cents);
    const isIn = cents !== undefined;
    const median = value / Math.exp(option.spread ** 2 / 2);
    return {
      id: option.id,
      rail: option.rail,
      group: option.kind === 'lump' ? option.group : null,
      cents: cents ?? 0,
      giftCents: isIn && option.kind === 'curve' ? Math.round(option.giftCents) : 0,
      value,
      low: median * Math.exp(-decileDeviate * option.spread),
      high: median * Math.exp(decileDeviate * option.spread),
      perHundred: hundredYuanInCents * marginRate(option, cents),
      state: !isIn
        ? 'out'
        : option.kind === 'lump' || cents + 1 >= (curves.get(option.id) ?? option).maxCents
          ? 'full'
          : 'in',
    };
  });
}

function marginRate(option: BudgetOption, cents: number | undefined): number {
  if (option.kind === 'lump') return rateOf(option);
  if (cents !== undefined) return marginalOf(option, cents);
  const entry = entryRateOf(option);
  return entry === Infinity ? option.perCent : entry;
}

function shadowsOf(
  ask: BudgetAsk,
  { bounds, tiers }: BudgetProblem,
  { relaxed }: SolvedBudget,
): Omit<BudgetShadows, 'ceilingTenth'> {
  const { budget, rails, tiers: tierPrices } = relaxed.prices;
  const visible = (price: number): boolean => Math.abs(price) > budget * 1e-6;
  return {
    budget: budget * hundredYuanInCents,
    rails: campaignRails.flatMap((rail) => {
      const price = rails[rail];
      const { minCents, maxCents } = ask.guards.rails[rail];
      const bound = price > 0 ? 'max' : 'min';
      // A rail may also be bound by what there is to buy, which no guard can loosen.
      const guarded = bound === 'max' ? maxCents !== null && bounds[rail].max >= maxCents : minCents > 0;
      if (!visible(price) || !guarded) return [];
      return [
        {
          rail,
          bound,
          cents: bounds[rail][bound],
          perHundred: Math.abs(price) * hundredYuanInCents,
        } as const,
      ];
    }),
    tiers: tiers.flatMap(({ group, min }, place) => {
      const price = tierPrices[place] ?? 0;
      return visible(price) ? [{ group, cents: min, perHundred: price * hundredYuanInCents }] : [];
    }),
  };
}

function ceilingTenth(ask: BudgetAsk, value: number, effort: typeof fullSolve): number | null {
  const { ceilingCents } = ask.guards;
  if (ceilingCents === null) return null;
  const looser = layOut({ ...ask, guards: { ...ask.guards, ceilingCents: ceilingCents * 1.1 } });
  const solved = isBudgetRefusal(looser) ? null : solveBudget(looser, effort);
  const gain = (solved?.value ?? value) - value;
  return gain > value * 1e-6 ? gain : null;
}

/** The option that brings most for a further ¥100 and may still take some: one that is open, or one that is saved for. */
function nextOf(
  problem: BudgetProblem,
  options: readonly PlannedOption[],
  rails: BudgetPlan['rails'],
  leftCents: number,
): BudgetPlan['next'] {
  const byId = new Map<string, BudgetLump | BudgetCurve>(
    [...problem.lumps, ...problem.curves.boosts, ...problem.curves.search].map((one) => [one.id, one]),
  );
  let best: BudgetPlan['next'] = null;
  for (const { id, rail, state, perHundred } of options) {
    const option = byId.get(id);
    const shut = rails[rail] + 1 >= problem.bounds[rail].max;
    if (!option || state === 'full' || shut || !(perHundred > (best?.perHundred ?? 0))) continue;
    const opening = state === 'in' ? 0 : option.kind === 'lump' ? option.cents : option.openCents;
    best = {
      id,
      rail,
      perHundred,
      savesForCents: opening > leftCents ? Math.ceil(opening - leftCents) : null,
    };
  }
  return best;
}
