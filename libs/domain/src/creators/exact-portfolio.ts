import { exactBoostReaders } from './exact-boosts';
import type { PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';
import type { FoundPortfolio } from './search-portfolio';

/** More candidates than this make too many sets to look at all. */
export const exactCandidatesMax = 16;

/**
 * The best plan of all there are, by looking at each set of creators; null when none keeps the make-up by tier. Boosts of a set
 * are those that `chooseBoosts` takes, or, if they too are to be exact, the best of all there are, which takes long with many
 * steps.
 *
 * @throws RangeError for more than `exactCandidatesMax` candidates
 */
export function exactPortfolio(
  problem: PortfolioProblem,
  { exactBoosts = false } = {},
): FoundPortfolio | null {
  const many = problem.prices.length;
  if (many > exactCandidatesMax) throw new RangeError(`${many} candidates are too many to look at every set`);
  const selection = new PortfolioSelection(problem);
  let best: FoundPortfolio | null = null;
  const look = (candidate: number): void => {
    if (candidate === many) {
      if (selection.taken.size === 0 || selection.mixViolation() > 0) return;
      const readers = exactBoosts ? readersAtBest(selection) : selection.readers;
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

function readersAtBest(selection: PortfolioSelection): number {
  const { field, share } = selection.problem;
  const cents = selection.boostCentsOf(selection.leftCents);
  return field.reached / share + exactBoostReaders(selection.boostSteps(), cents);
}
