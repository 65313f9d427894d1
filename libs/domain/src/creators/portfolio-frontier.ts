import { checkAsk, type PortfolioAsk, type PortfolioRefusal } from './portfolio-ask';
import { PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';
import { estimateFromSample, type ReachEstimate, withReaders } from './reach-estimate';
import { refuseAsk } from './refuse-portfolio';
import { type FoundPortfolio, searchPortfolio } from './search-portfolio';

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
 * The reach at the budget asked about can lie a little above that of `planPortfolio` for the same reason.
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
  let best: FoundPortfolio | null = null;
  return [...steps]
    .sort((a, b) => a - b)
    .map((step) => {
      const limits = { ...problem.limits, budgetCents: Math.round(problem.limits.budgetCents * step) };
      if (mustCents <= limits.budgetCents) {
        const found = searchPortfolio(problem, limits, best ? [best.picks] : [], { rounds: 20, forced: 6 });
        if ('best' in found && found.best.readers > (best?.readers ?? 0)) best = found.best;
      }
      return pointOf(problem, limits, best);
    });
}

function pointOf(
  problem: PortfolioProblem,
  limits: PortfolioProblem['limits'],
  found: FoundPortfolio | null,
): FrontierPoint {
  const selection = new PortfolioSelection(problem, limits);
  selection.become(found?.picks ?? []);
  const boosts = selection.boosts();
  return {
    budgetCents: limits.budgetCents,
    spentCents: selection.spentCents + boosts.cents,
    creators: selection.taken.size,
    reach: found ? withReaders(estimateFromSample(problem.field.all()), boosts.readers) : null,
  };
}
