import type { LiftStep } from './portfolio-ask';
import { nextBoost } from './portfolio-boosts';
import type { PortfolioSelection } from './portfolio-selection';

/** By what the next creator is chosen. By reach, creators come before boosts, which get what is left. */
export type Greed = 'reach-per-yuan' | 'reach';

/** The size that a plan with a mix is filled towards: shares of something that is not known yet. */
export interface MixAim {
  cents: number;
  creators: number;
}

export interface Filling {
  greed?: Greed;
  aim?: MixAim;
  /** who may not come */
  barred?: ReadonlySet<number>;
}

/** Gains below this are rounding. */
export const nothing = 1e-9;

/**
 * Simple greedy: takes whoever adds the most readers for her money, until nobody fits who adds any. Boost steps compete by
 * the same measure, and the money they win is not spent on creators.
 *
 * With a mix, a creator may only come when her tier keeps within its share of the aim and money and places remain for what
 * the other tiers must have.
 */
export function fillPortfolio(
  selection: PortfolioSelection,
  { greed = 'reach-per-yuan', aim, barred }: Filling = {},
): void {
  const { problem } = selection;
  const steps = new Map<number, number>();
  let boostCents = 0;
  for (;;) {
    const candidate = bestCandidate(selection, { greed, barred, boostCents, aim });
    const boosted = greed === 'reach' ? [] : problem.withLift.filter((one) => selection.taken.has(one));
    const forBoosts = Math.min(selection.leftCents, selection.boostCentsMax) - boostCents;
    const boost = nextBoost(problem, boosted, steps, forBoosts);
    if (boost && (candidate < 0 || isWorthMore(boost.step, candidate, selection))) {
      steps.set(boost.candidate, (steps.get(boost.candidate) ?? 0) + 1);
      boostCents += boost.step.cents;
    } else if (candidate >= 0) selection.take(candidate);
    else return;
  }
}

/** Whether a boost step brings more readers per yuan than a candidate. */
function isWorthMore(
  { cents, readers }: LiftStep,
  candidate: number,
  { problem }: PortfolioSelection,
): boolean {
  const gain = (problem.field.gains[candidate] as number) / problem.share;
  return readers * problem.priceOf(candidate) > gain * cents;
}

function bestCandidate(
  selection: PortfolioSelection,
  { greed, barred, boostCents, aim }: Filling & { boostCents: number },
): number {
  const { problem } = selection;
  const { gains } = problem.field;
  const left = selection.leftCents - boostCents;
  const room = aim && problem.mix.length > 0 ? new MixRoom(selection, aim) : null;
  let best = -1;
  let bestWorth = 0;
  for (let candidate = 0; candidate < gains.length; candidate++) {
    const gain = gains[candidate] as number;
    if (gain <= nothing) continue;
    const price = problem.priceOf(candidate);
    const worth = greed === 'reach' ? gain : gain / Math.max(price, nothing);
    if (worth <= bestWorth || price > left || selection.taken.has(candidate)) continue;
    if (barred?.has(candidate) || !problem.hasPlace(candidate)) continue;
    if (selection.limitBroken(candidate) || room?.refuses(candidate)) continue;
    best = candidate;
    bestWorth = worth;
  }
  return best;
}

/** What each tier may still take, and what must be kept for the others. */
class MixRoom {
  private readonly most: { count: number; cents: number }[];
  private readonly owed: { count: number; cents: number }[];
  private readonly places: number;
  private readonly cents: number;

  constructor(
    private readonly selection: PortfolioSelection,
    aim: MixAim,
  ) {
    const { problem } = selection;
    const cheapest = cheapestOfParts(selection);
    this.places = aim.creators - selection.taken.size;
    this.cents = Math.min(aim.cents - selection.spentCents, selection.leftCents);
    this.most = problem.mix.map(({ ofCreators, ofSpend }, part) => {
      const { count, spentCents } = selection.partOf(part);
      return {
        count: orElse(Math.ceil((ofCreators + problem.tolerance) * aim.creators - 1e-9), Infinity) - count,
        cents: orElse((ofSpend + problem.tolerance) * aim.cents, Infinity) - spentCents,
      };
    });
    this.owed = problem.mix.map(({ ofCreators, ofSpend }, part) => {
      const { count, spentCents } = selection.partOf(part);
      const creators = Math.max(
        0,
        orElse(Math.floor((ofCreators - problem.tolerance) * aim.creators + 1e-9), 0) - count,
      );
      const cents = Math.max(0, orElse((ofSpend - problem.tolerance) * aim.cents, 0) - spentCents);
      return { count: creators, cents: Math.max(cents, creators * (cheapest[part] as number)) };
    });
  }

  refuses(candidate: number): boolean {
    const { problem } = this.selection;
    const own = problem.parts[candidate] as number;
    const price = problem.priceOf(candidate);
    const most = this.most[own];
    if (!most || most.count < 1 || most.cents < price) return true;
    let [places, cents] = [this.places - 1, this.cents - price];
    this.owed.forEach((owed, part) => {
      places -= part === own ? Math.max(0, owed.count - 1) : owed.count;
      cents -= part === own ? Math.max(0, owed.cents - price) : owed.cents;
    });
    return places < 0 || cents < 0;
  }
}

function cheapestOfParts({ problem, taken }: PortfolioSelection): number[] {
  const cheapest = problem.mix.map(() => Infinity);
  problem.prices.forEach((price, candidate) => {
    const part = problem.parts[candidate] as number;
    if (part >= 0 && !taken.has(candidate)) cheapest[part] = Math.min(cheapest[part] as number, price);
  });
  return cheapest.map((price) => (Number.isFinite(price) ? price : 0));
}

const orElse = (value: number, instead: number): number => (Number.isNaN(value) ? instead : value);
