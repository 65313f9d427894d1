import type { PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';
import type { FoundPortfolio } from './search-portfolio';

/** More candidates than this make too many sets to look at all. */
export const exactCandidatesMax = 16;

/**
 * The best plan of all there are, by looking at each; null when none keeps the make-up by tier.
 *
 * @throws RangeError for more than `exactCandidatesMax` candidates
 */
export function exactPortfolio(problem: PortfolioProblem): FoundPortfolio | null {
  const many = problem.prices.length;
  if (many > exactCandidatesMax) throw new RangeError(`${many} candidates are too many to look at every set`);
  const selection = new PortfolioSelection(problem);
  let best: FoundPortfolio | null = null;
  const look = (candidate: number): void => {
    if (candidate === many) {
      if (selection.taken.size === 0 || selection.mixViolation() > 0) return;
      const readers = selection.readers;
      if (readers > (best?.readers ?? -1)) best = { picks: [...selection.taken], readers };
      return;
    }
    if (problem.hasPlace(candidate)) {
      selection.take(candidate);
      // A set that is too dear or too large stays so whoever else comes.
      if (selection.withinLimits) look(candidate + 1);
      selection.drop(candidate);
    }
    if (!problem.candidates[candidate]?.mustHave) look(candidate + 1);
  };
  look(0);
  return best;
}
