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
  creators: number;
  /** null where no plan can be made for so little */
  reach: ReachEstimate | null;
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
  const refusal = refuseAsk(ask);
  if (refusal) return refusal;
  const problem = new PortfolioProblem(ask);
  const mustCents = problem.musts.reduce((sum, one) => sum + problem.priceOf(one), 0);
  let best: FrontierPlan | null = null;
  return [...steps]
    .sort((a, b) => a - b)
    .map((step) => {
      const limits = { ...problem.limits, budgetCents: Math.round(problem.limits.budgetCents * step) };
      // At the budget itself the search is that of the plan, so that both show the same figure.
      const known = best && step !== 1 ? [best.picks] : [];
      const effort = step === 1 ? fullEffort : frontierEffort;
      const found = mustCents <= limits.budgetCents ? searchPortfolio(problem, limits, known, effort) : null;
      const plans = [best?.picks, found && 'best' in found ? found.best.picks : undefined];
      best = bestPlan(plans.flatMap((picks) => (picks ? [planOf(problem, limits, picks)] : [])));
      return {
        budgetCents: limits.budgetCents,
        spentCents: best?.spentCents ?? 0,
        creators: best?.picks.length ?? 0,
        reach: best?.reach ?? null,
      };
    });
}

interface FrontierPlan {
  picks: readonly number[];
  spentCents: number;
  reach: ReachEstimate;
}

/** Less than for a plan: there are a dozen of them, and each begins where the one before it ended. */
const frontierEffort = { rounds: 20, forced: 6 };

function planOf(problem: PortfolioProblem, limits: PortfolioLimits, picks: readonly number[]): FrontierPlan {
  const selection = new PortfolioSelection(problem, limits);
  selection.become(picks);
  const boosts = selection.boosts();
  return {
    picks,
    spentCents: selection.spentCents + boosts.cents,
    reach: withReaders(measurePortfolio(problem, picks).net, boosts.readers),
  };
}

const bestPlan = (plans: readonly FrontierPlan[]): FrontierPlan | null =>
  plans.reduce<FrontierPlan | null>(
    (best, one) => (best && best.reach.people >= one.reach.people ? best : one),
    null,
  );
