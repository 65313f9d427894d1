import { fillPortfolio, type Greed, type MixAim } from './fill-portfolio';
import { fullEffort, improvePortfolio, leavers, type SearchEffort } from './improve-portfolio';
import type { PortfolioLimits, PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';

/** A set of creators and the readers it comes to in the sample of the search. */
export interface FoundPortfolio {
  picks: number[];
  readers: number;
}

export interface PortfolioSearch {
  best: FoundPortfolio;
  /** what simple greedy comes to, from which the search began; with a mix, at the size that suits it best */
  greedy: FoundPortfolio;
}

/** The search where no plan keeps the make-up by tier: how near the nearest came. */
export interface MixMissed {
  nearest: number[];
}

/** Up to so many candidates, a search begins with each of them as well. */
const fewCandidates = 20;

/**
 * The plan with the most target readers that could be found, never worse than simple greedy, which it starts from.
 *
 * It starts as well from greedy by reach alone, from the best single creators, and from plans found before; with a mix, from
 * several sizes of the plan, as shares of creators hang on how many there are in the end. Then it improves the best of them.
 * Must-haves are expected to keep within the limits.
 */
export function searchPortfolio(
  problem: PortfolioProblem,
  limits: PortfolioLimits = problem.limits,
  before: readonly (readonly number[])[] = [],
  effort: SearchEffort = fullEffort,
): PortfolioSearch | MixMissed {
  const selection = new PortfolioSelection(problem, limits);
  const few = problem.candidates.length <= fewCandidates;
  const alone = singles(problem, limits, few ? fewCandidates : 2);
  const starts: FoundPortfolio[] = [];
  let nearest: { picks: number[]; violation: number } | undefined;
  const begin = (first: readonly number[], greed: Greed, aim: MixAim): void => {
    selection.become([...problem.musts, ...first]);
    if (!selection.withinLimits) return;
    fillPortfolio(selection, { greed, aim });
    const violation = repairMix(selection);
    if (violation > 0) {
      if (!nearest || violation < nearest.violation) nearest = { picks: [...selection.taken], violation };
      return;
    }
    // Nobody at all keeps any make-up, and is no plan.
    if (selection.taken.size > 0) starts.push({ picks: [...selection.taken], readers: selection.readers });
  };

  const aims = aimsOf(problem, limits);
  for (const aim of aims) begin([], 'reach-per-yuan', aim);
  const greedy = bestOf(starts);
  for (const aim of aims) begin([], 'reach', aim);
  const aim = { cents: limits.budgetCents, creators: greedy?.picks.length ?? 1 };
  for (const single of alone) begin([single], 'reach-per-yuan', aim);
  for (const picks of before) begin(picks, 'reach-per-yuan', aim);
  if (!greedy) return { nearest: nearest?.picks ?? [] };

  starts.sort((a, b) => b.readers - a.readers);
  const improved = starts.slice(0, few ? starts.length : 2).map(({ picks }) => {
    selection.become(picks);
    improvePortfolio(selection, effort);
    return { picks: [...selection.taken], readers: selection.readers };
  });
  // Rounding in sums that went up and down must not put a plan below the one it began as.
  return { best: bestOf([...starts.slice(0, 1), ...improved]) ?? greedy, greedy };
}

/** The first of those with most readers. */
function bestOf(found: readonly FoundPortfolio[]): FoundPortfolio | undefined {
  return found.reduce<FoundPortfolio | undefined>(
    (best, one) => (best && best.readers >= one.readers ? best : one),
    undefined,
  );
}

/**
 * Brings the make-up by tier nearer by letting go, adding or exchanging single creators, as long as that helps; of moves that
 * help alike the one with most readers. Returns the violation that is left.
 */
export function repairMix(selection: PortfolioSelection): number {
  const { problem } = selection;
  if (problem.mix.length === 0) return 0;
  let violation = selection.mixViolation();
  while (violation > 0) {
    const move = nearestMove(selection, violation);
    if (!move) return violation;
    if (move.leaving !== undefined) selection.drop(move.leaving);
    if (move.coming !== undefined) selection.take(move.coming);
    violation = selection.mixViolation();
  }
  return violation;
}

function nearestMove(
  selection: PortfolioSelection,
  violation: number,
): { leaving: number | undefined; coming: number | undefined } | null {
  const { problem } = selection;
  const { gains } = problem.field;
  const out = [...problem.prices.keys()].filter((one) => !selection.taken.has(one) && problem.hasPlace(one));
  let best = null;
  let least = violation - 1e-9;
  let readers = 0;
  for (const leaving of [undefined, ...leavers(selection)]) {
    const lost = leaving === undefined ? 0 : problem.field.lossOf(leaving);
    for (const coming of [undefined, ...out]) {
      if (coming !== undefined && selection.limitBroken(coming, leaving)) continue;
      const after = selection.mixViolationAfter(coming, leaving);
      const gain = (coming === undefined ? 0 : (gains[coming] as number)) - lost;
      if (after > least || (best && after > least - 1e-9 && gain <= readers)) continue;
      best = { leaving, coming };
      least = after;
      readers = gain;
    }
  }
  return best;
}

/** Whoever reaches most alone; asked while nobody is taken. */
function singles(
  { field, prices, musts }: PortfolioProblem,
  limits: PortfolioLimits,
  many: number,
): number[] {
  return [...prices.keys()]
    .filter((one) => (prices[one] as number) <= limits.budgetCents && !musts.includes(one))
    .sort((a, b) => (field.gains[b] as number) - (field.gains[a] as number))
    .slice(0, many);
}

/** Sizes that a plan may come to. Without shares of creators, one is enough. */
function aimsOf(problem: PortfolioProblem, limits: PortfolioLimits): MixAim[] {
  const cents = limits.budgetCents;
  if (!problem.mix.some(({ ofCreators }) => !Number.isNaN(ofCreators)))
    return [{ cents, creators: Infinity }];
  const cheapestFirst = [...problem.prices].sort((a, b) => a - b);
  let [most, spent] = [0, 0];
  for (const price of cheapestFirst) {
    spent += price;
    if (spent > cents || most >= limits.maxCreators) break;
    most++;
  }
  // Neighbouring sizes differ little, and repair and improvement bridge them.
  const sizes = Array.from({ length: 9 }, (_, step) => Math.round(most ** ((step + 1) / 9)));
  return [...new Set(sizes)]
    .filter((size) => size >= 1)
    .reverse()
    .map((creators) => ({ cents, creators }));
}
