import { fillPortfolio, nothing } from './fill-portfolio';
import type { PortfolioSelection } from './portfolio-selection';

/** How far a search goes. */
export interface SearchEffort {
  /** times that a better plan is looked for around the one found */
  rounds: number;
  /** candidates, by what they add and by what they add per yuan, who are forced in in each round */
  forced: number;
}

/** Enough for 500 candidates in well under a second, and more than enough for twenty. */
export const fullEffort: SearchEffort = { rounds: 60, forced: 12 };

/**
 * Moves to better plans near a plan until there are none: one creator for another, one for as many as her money buys, and a
 * creator forced in for those who bring least for their money. The make-up by tier holds after each move, or the move is
 * taken back; the plan never becomes worse.
 *
 * Source: local search after greedy, as for submodular functions under several knapsacks (Lee, Mirrokni, Nagarajan and
 * Sviridenko 2009). No bound is claimed for it: the specs and the benchmark hold it against the exact best.
 */
export function improvePortfolio(selection: PortfolioSelection, effort: SearchEffort): void {
  for (let round = 0; round < effort.rounds; round++) {
    if (swapOne(selection)) continue;
    if (refillOne(selection)) continue;
    if (!forceOne(selection, effort.forced)) return;
  }
}

/** Who may leave. */
export const leavers = ({ taken, problem }: PortfolioSelection): number[] =>
  [...taken].filter((one) => !problem.candidates[one]?.mustHave);

export interface Swap {
  leaving: number;
  coming: number;
  /** target readers more, boosts and all; below 0 when it is a loss */
  readers: number;
}

/** The best exchange of one who is taken, limits and make-up kept; null when nobody can come in her place. */
export function bestSwapOf(
  selection: PortfolioSelection,
  leaving: number,
  more: Float64Array,
  boostNow: number,
): Swap | null {
  const { problem } = selection;
  const { field, share } = problem;
  field.freedBy(leaving, more);
  const loss = field.lossOf(leaving);
  const boostsNow = problem.withLift.length > 0;
  let best: Swap | null = null;
  for (let coming = 0; coming < problem.prices.length; coming++) {
    if (selection.taken.has(coming) || !problem.hasPlace(coming)) continue;
    let readers = ((field.gains[coming] as number) + (more[coming] as number) - loss) / share;
    // Boosts of the leaver only ever lose worth, and those of who comes can only add: asked when it may matter.
    if (!boostsNow && best && readers <= best.readers) continue;
    if (selection.limitBroken(coming, leaving)) continue;
    if (boostsNow) readers += boostAfter(selection, leaving, coming) - boostNow;
    if (best && readers <= best.readers) continue;
    if (selection.mixViolationAfter(coming, leaving) > 0) continue;
    best = { leaving, coming, readers };
  }
  return best;
}

function boostAfter(selection: PortfolioSelection, leaving: number, coming: number): number {
  const { problem } = selection;
  const left = selection.leftCents + problem.priceOf(leaving) - problem.priceOf(coming);
  const after = new Set(selection.taken);
  after.delete(leaving);
  after.add(coming);
  return selection.boosts(left, after).readers;
}

function swapOne(selection: PortfolioSelection): boolean {
  const more = new Float64Array(selection.problem.prices.length);
  const boostNow = selection.boosts().readers;
  let best: Swap | null = null;
  for (const leaving of leavers(selection)) {
    const swap = bestSwapOf(selection, leaving, more, boostNow);
    if (swap && swap.readers > (best?.readers ?? nothing)) best = swap;
  }
  if (!best) return false;
  const { leaving, coming } = best;
  return keptIfBetter(selection, () => {
    selection.drop(leaving);
    selection.take(coming);
  });
}

/** Lets one go and fills up without her, by readers per yuan and by readers. */
function refillOne(selection: PortfolioSelection): boolean {
  return leavers(selection).some((leaving) =>
    (['reach-per-yuan', 'reach'] as const).some((greed) =>
      keptIfBetter(selection, () => {
        selection.drop(leaving);
        fillPortfolio(selection, { greed, barred: new Set([leaving]), aim: aimOf(selection, leaving) });
      }),
    ),
  );
}

/** Brings in one who would add much, and lets go who brings least for her money until the limits hold. */
function forceOne(selection: PortfolioSelection, many: number): boolean {
  return promising(selection, many).some((coming) =>
    keptIfBetter(selection, () => {
      selection.take(coming);
      while (!selection.withinLimits) {
        const leaving = leastWorth(selection, coming);
        if (leaving === undefined) return;
        selection.drop(leaving);
      }
      fillPortfolio(selection, { aim: aimOf(selection) });
    }),
  );
}

/** Does something and undoes it unless the plan is better for it and all it is held to still holds. */
function keptIfBetter(selection: PortfolioSelection, change: () => void): boolean {
  const before = [...selection.taken];
  const readers = selection.readers;
  change();
  if (
    selection.withinLimits &&
    selection.mixViolation() === 0 &&
    selection.readers > readers * (1 + nothing) + nothing
  )
    return true;
  selection.become(before);
  return false;
}

function promising({ problem, taken }: PortfolioSelection, many: number): number[] {
  const { gains } = problem.field;
  const out = [...problem.prices.keys()].filter(
    (one) => !taken.has(one) && problem.hasPlace(one) && (gains[one] as number) > nothing,
  );
  const perYuan = (one: number): number => (gains[one] as number) / Math.max(problem.priceOf(one), nothing);
  const byReach = [...out].sort((a, b) => (gains[b] as number) - (gains[a] as number)).slice(0, many);
  const byYuan = out.sort((a, b) => perYuan(b) - perYuan(a)).slice(0, many);
  return [...new Set([...byReach, ...byYuan])];
}

function leastWorth(selection: PortfolioSelection, spared: number): number | undefined {
  const { problem } = selection;
  const worth = (one: number): number => problem.field.lossOf(one) / Math.max(problem.priceOf(one), nothing);
  let least: number | undefined;
  for (const one of leavers(selection))
    if (one !== spared && (least === undefined || worth(one) < worth(least))) least = one;
  return least;
}

/** A plan with a mix is filled up towards the size it had. */
const aimOf = (
  { limits, taken }: PortfolioSelection,
  gone?: number,
): { cents: number; creators: number } => ({
  cents: limits.budgetCents,
  creators: taken.size + (gone === undefined ? 0 : 1),
});
