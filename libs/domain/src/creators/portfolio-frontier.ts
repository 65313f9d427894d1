import { checkAsk, type PortfolioAsk, type PortfolioRefusal } from './portfolio-ask';
import { fullEffort } from './improve-portfolio';
import { type PortfolioLimits, PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';
import { type ReachEstimate, withReaders } from './reach-estimate';
import { measurePortfolio } from './report-portfolio';
import { refuseAsk } from './refuse-portfolio';
import { searchPortfolio } from './search-portfolio';

/** What a budget buys. */
export interface FrontierPoint {
  budgetCents: number;
  spentCents: number;
  /** of what is spent, what goes to boosts */
  boostCents: number;
  creators: number;
  /** null where no plan can be made for so little */
  reach: ReachEstimate | null;
  /** what creators alone reach; null where no boosts were allowed, or no plan can be made */
  withoutBoosts: ReachEstimate | null;
}

/** Shares of the budget asked about at which the frontier is drawn. */
export const frontierSteps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5];

/**
 * Net reach by budget, from a tenth of the budget to half as much again. It never falls: a plan for less is a plan for more,
 * and each budget's search begins with the plans of the smaller ones as well.
 *
 * At the budget asked about it is the plan of `planPortfolio`, or one for less that reaches more.
 */
export function portfolioFrontier(
  ask: PortfolioAsk,
  steps: readonly number[] = frontierSteps,
): FrontierPoint[] | PortfolioRefusal {
  checkAsk(ask);
  return refuseAsk(ask) ?? [...frontierPoints(ask, steps)];
}

/** The points one after the other, for whoever has other work between two searches; the ask is one that can be planned. */
export function* frontierPoints(
  ask: PortfolioAsk,
  steps: readonly number[] = frontierSteps,
): Generator<FrontierPoint, void> {
  const walk = new FrontierWalk(new PortfolioProblem(ask));
  const bare = walk.boosted ? new FrontierWalk(new PortfolioProblem(withoutLift(ask))) : null;
  for (const step of [...steps].sort((a, b) => a - b)) {
    const without = bare?.at(step) ?? null;
    const best = walk.at(step, without ? [without.picks] : []);
    yield {
      budgetCents: Math.round(ask.budgetCents * step),
      spentCents: best?.spentCents ?? 0,
      boostCents: best?.boostCents ?? 0,
      creators: best?.picks.length ?? 0,
      reach: best?.reach ?? null,
      withoutBoosts: bare ? (without?.reach ?? null) : null,
    };
  }
}

/** The same ask for creators alone. */
export const withoutLift = (ask: PortfolioAsk): PortfolioAsk => ({
  ...ask,
  candidates: ask.candidates.map(({ lift: _, ...candidate }) => candidate),
});

interface FrontierPlan {
  picks: readonly number[];
  spentCents: number;
  boostCents: number;
  reach: ReachEstimate;
}

/** Less than for a plan: there are a dozen of them, and each begins where the one before it ended. */
const frontierEffort = { rounds: 20, forced: 6 };

/** The best plans of rising budgets, none below the one before it. */
class FrontierWalk {
  private best: FrontierPlan | null = null;
  private readonly mustCents: number;

  constructor(private readonly problem: PortfolioProblem) {
    this.mustCents = problem.musts.reduce((sum, one) => sum + problem.priceOf(one), 0);
  }

  get boosted(): boolean {
    return this.problem.withLift.length > 0;
  }

  /** `beside` are plans that this one may not be below. */
  at(step: number, beside: readonly (readonly number[])[] = []): FrontierPlan | null {
    const { problem } = this;
    const limits = { ...problem.limits, budgetCents: Math.round(problem.limits.budgetCents * step) };
    // At the budget itself the search is that of the plan, so that both show the same figure.
    const known = [...(this.best && step !== 1 ? [this.best.picks] : []), ...beside];
    const effort = step === 1 ? fullEffort : frontierEffort;
    const found =
      this.mustCents <= limits.budgetCents ? searchPortfolio(problem, limits, known, effort) : null;
    const plans = [this.best?.picks, ...beside, found && 'best' in found ? found.best.picks : undefined];
    this.best = bestPlan(plans.flatMap((picks) => (picks ? [planOf(problem, limits, picks)] : [])));
    return this.best;
  }
}

function planOf(problem: PortfolioProblem, limits: PortfolioLimits, picks: readonly number[]): FrontierPlan {
  const selection = new PortfolioSelection(problem, limits);
  selection.become(picks);
  const boosts = selection.boosts();
  return {
    picks,
    spentCents: selection.spentCents + boosts.cents,
    boostCents: boosts.cents,
    reach: withReaders(measurePortfolio(problem, picks).net, boosts),
  };
}

const bestPlan = (plans: readonly FrontierPlan[]): FrontierPlan | null =>
  plans.reduce<FrontierPlan | null>(
    (best, one) => (best && best.reach.people >= one.reach.people ? best : one),
    null,
  );
