import type { PlanView, PortfolioView, RefusalView } from '@poolrise/contracts';
import {
  type BoostOffer,
  frontierPoints,
  isPortfolioRefusal,
  planBoosted,
  planPortfolio,
  type PortfolioAsk,
  type StressAsk,
  type StressReport,
} from '@poolrise/domain';
import { planView, refusalView } from './plan-view';

/** What is to be planned; boosts are chosen beside creators where there is an offer of them. */
export interface PlanningTask {
  ask: PortfolioAsk;
  offer: BoostOffer | null;
}

/** A plan that is to be tested. */
export interface StressTask {
  stress: StressAsk;
}
/** What testing a plan says, once. */
export interface StressWord {
  report: StressReport;
}

export type ThreadTask = PlanningTask | StressTask;

type FrontierPointView = NonNullable<PortfolioView['frontier']>[number];

/** What planning says, in this order: why there is no plan, or the plan and its frontier point by point; then that it ended. */
export type PlanningWord =
  { refusal: RefusalView } | { plan: PlanView } | { point: FrontierPointView } | { ended: true };

/** Plans, and says each thing as soon as it is known. Between two words some seconds may pass. */
export function* planningWords({ ask, offer }: PlanningTask): Generator<PlanningWord> {
  const found = offer ? planBoosted(ask, offer) : planAlone(ask);
  if (isPortfolioRefusal(found)) {
    yield { refusal: refusalView(found) };
    return;
  }
  yield { plan: planView(ask, found) };
  for (const point of frontierPoints(found.ask)) yield { point };
}

/** Creators alone, said as a plan with boosts is. */
function planAlone(ask: PortfolioAsk) {
  const plan = planPortfolio(ask);
  return isPortfolioRefusal(plan) ? plan : { plan, ask };
}
