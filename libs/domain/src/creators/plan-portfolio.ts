import { checkAsk, type PortfolioAsk, type PortfolioRefusal } from './portfolio-ask';
import { exactCandidatesMax, exactPortfolio } from './exact-portfolio';
import { PortfolioProblem } from './portfolio-problem';
import { reportPortfolio, type PortfolioPlan } from './report-portfolio';
import { refuseAsk, refuseMissedMix } from './refuse-portfolio';
import { searchPortfolio } from './search-portfolio';

/**
 * Picks creators, and boosts of their notes, under a budget, so that as many people of the target audience as possible are
 * reached, each counted once: Σ 1 − Π(1 − p) over the people whom the sketches share, p being the chance that a follower of a
 * creator sees the note.
 *
 * Units: integer cents with the platform's fee; reach in people with the error of sampling. Nobody reached by a boost is taken
 * to be reached otherwise: what steps bring beyond the followers is the caller's to discount.
 *
 * Source: maximum coverage under a knapsack; greedy by gain per cost and the best single one are within (1 − 1/e)/2 of the best
 * (Khuller, Moss and Naor 1999; Leskovec et al. 2007), and the search goes on from there (`improvePortfolio`). In the
 * specs it is never below greedy and within 5 % of the exact best wherever that can be found; `npm run bench -- portfolio`
 * prints both.
 *
 * `before` are plans by the ids of their creators, from which the search begins as well: it ends no lower than they are.
 *
 * @returns a refusal when the ask contradicts itself
 * @throws RangeError for an ask that is none (`checkAsk`)
 */
export function planPortfolio(
  ask: PortfolioAsk,
  before: readonly (readonly string[])[] = [],
): PortfolioPlan | PortfolioRefusal {
  checkAsk(ask);
  const refusal = refuseAsk(ask);
  if (refusal) return refusal;
  const problem = new PortfolioProblem(ask);
  const numbers = new Map(problem.candidates.map(({ creatorId }, at) => [creatorId, at]));
  const known = before.map((ids) => ids.flatMap((id) => numbers.get(id) ?? []));
  const found = searchPortfolio(problem, problem.limits, known);
  // A make-up leaves the search few moves; where every set can be looked at, that is surer.
  const few = problem.mix.length > 0 && problem.candidates.length <= exactCandidatesMax;
  const exact = few ? exactPortfolio(problem) : null;
  if (!('best' in found))
    return exact
      ? reportPortfolio(problem, { best: exact, greedy: exact })
      : refuseMissedMix(problem, found.nearest);
  const best = exact && exact.readers > found.best.readers ? exact : found.best;
  return reportPortfolio(problem, { ...found, best });
}
