import { campaignRails, type CampaignRail } from '../campaigns/campaign';
import type { BudgetAsk, BudgetCurve, BudgetLump, BudgetRefusal } from './budget-ask';
import { RailDemand } from './rail-demand';
import { entryRateOf, marginalOf, openedSpendAt } from './response-curve';

export const mediaRails = ['boosts', 'search'] as const;
export type MediaRail = (typeof mediaRails)[number];

export interface Bounds {
  min: number;
  max: number;
}

/** An ask laid out for a search: what is too dear is left out, and every rail has a least and a most. Cents. */
export interface BudgetProblem {
  budgetCents: number;
  lumps: readonly BudgetLump[];
  /** by number of the tier; the most for its money first */
  tiers: readonly { group: string; min: number; lumps: readonly number[] }[];
  curves: Readonly<Record<MediaRail, readonly BudgetCurve[]>>;
  /** the same curves, laid out by rate */
  demands: Readonly<Record<MediaRail, RailDemand>>;
  bounds: Readonly<Record<CampaignRail, Bounds>>;
}

export const rateOf = ({ value, cents }: BudgetLump): number => value / cents;

/** Lays out an ask, or says which of its guards cannot be kept. */
export function layOut(ask: BudgetAsk): BudgetProblem | BudgetRefusal {
  const { options, budgetCents, guards } = ask;
  if (budgetCents <= 0) return { refusal: 'nothing-to-spend' };
  const least = guards.ceilingCents === null ? 0 : 1 / guards.ceilingCents;
  const lumps = options.filter(
    (one): one is BudgetLump => one.kind === 'lump' && one.value > 0 && rateOf(one) >= least,
  );
  const curvesOf = (rail: MediaRail): BudgetCurve[] =>
    options.flatMap((one) => (one.kind === 'curve' && one.rail === rail ? belowCeiling(one, least) : []));
  const curves = { boosts: curvesOf('boosts'), search: curvesOf('search') };
  if (lumps.length + curves.boosts.length + curves.search.length === 0) return { refusal: 'no-options' };
  const found = boundsOf(ask, lumps, curves);
  if ('refusal' in found) return found;
  const tiers = tiersOf(ask, lumps, found.creators);
  if ('refusal' in tiers) return tiers;
  const demands = { boosts: new RailDemand(curves.boosts), search: new RailDemand(curves.search) };
  return { budgetCents, lumps, tiers, curves, demands, bounds: found };
}

/** The part of a curve in which no unit costs more than the ceiling; nothing where its smallest order is too dear. */
function belowCeiling(curve: BudgetCurve, least: number): BudgetCurve[] {
  const rate = entryRateOf(curve);
  if (!(rate > 0) || rate < least || curve.maxCents <= 0) return [];
  if (least === 0 || marginalOf(curve, curve.maxCents) >= least) return [curve];
  return [{ ...curve, maxCents: openedSpendAt(curve, least, curve.openCents, curve.maxCents) }];
}

function boundsOf(
  { budgetCents, guards }: BudgetAsk,
  lumps: readonly BudgetLump[],
  curves: Record<MediaRail, BudgetCurve[]>,
): Record<CampaignRail, Bounds> | BudgetRefusal {
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
  const bounds = {} as Record<CampaignRail, Bounds>;
  for (const rail of campaignRails) {
    const { minCents, maxCents } = guards.rails[rail];
    if (maxCents !== null && minCents > maxCents)
      return { refusal: 'rail-min-above-max', rail, askedCents: minCents, thereCents: maxCents };
    const there =
      rail === 'creators'
        ? sum(lumps.map(({ cents }) => cents))
        : sum(curves[rail].map((one) => one.maxCents));
    if (minCents > there)
      return { refusal: 'rail-cannot-spend', rail, askedCents: minCents, thereCents: Math.floor(there) };
    // A rail that has to spend opens something at least.
    const opening = rail === 'creators' ? 0 : Math.min(...curves[rail].map(({ openCents }) => openCents));
    const min = minCents > 0 ? Math.max(minCents, opening) : 0;
    const max = Math.min(maxCents ?? there, there);
    if (min > max && min > (maxCents ?? Infinity))
      return { refusal: 'rail-min-above-max', rail, askedCents: min, thereCents: maxCents ?? 0 };
    bounds[rail] = { min, max: Math.max(min, max) };
  }
  const minima = sum(campaignRails.map((rail) => bounds[rail].min));
  if (minima > budgetCents)
    return { refusal: 'minima-above-budget', askedCents: minima, thereCents: budgetCents };
  return bounds;
}

function tiersOf(
  { guards, budgetCents }: BudgetAsk,
  lumps: readonly BudgetLump[],
  creators: Bounds,
): BudgetProblem['tiers'] | BudgetRefusal {
  const groups = [
    ...new Set([...guards.tiers.map(({ group }) => group), ...lumps.map(({ group }) => group)]),
  ];
  const tiers = groups.map((group) => ({
    group,
    min: Math.max(0, ...guards.tiers.filter((one) => one.group === group).map(({ minCents }) => minCents)),
    lumps: [...lumps.keys()]
      .filter((at) => lumps[at]?.group === group)
      .sort((one, other) => rateOf(lumps[other] as BudgetLump) - rateOf(lumps[one] as BudgetLump)),
  }));
  for (const { group, min, lumps: members } of tiers) {
    const there = members.reduce((sum, at) => sum + (lumps[at] as BudgetLump).cents, 0);
    if (min > there) return { refusal: 'tier-cannot-spend', group, askedCents: min, thereCents: there };
  }
  const minima = tiers.reduce((sum, { min }) => sum + min, 0);
  if (minima > Math.min(budgetCents, creators.max))
    return {
      refusal: 'tiers-above-creators',
      askedCents: minima,
      thereCents: Math.min(budgetCents, creators.max),
    };
  creators.min = Math.max(creators.min, minima);
  return tiers;
}
