import { fillPortfolio, type Greed, type MixAim, nothing } from './fill-portfolio';
import { chooseBoosts, mergeSteps, type RankedStep } from './portfolio-boosts';
import type { PortfolioProblem } from './portfolio-problem';
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
  const withBoosts = problem.withLift.length > 0;
  const staying = withBoosts ? selection.boostSteps(leaving) : [];
  const freed = selection.leftCents + problem.priceOf(leaving);
  let best: Swap | null = null;
  for (let coming = 0; coming < problem.prices.length; coming++) {
    if (selection.taken.has(coming) || !problem.hasPlace(coming)) continue;
    let readers = ((field.gains[coming] as number) + (more[coming] as number) - loss) / share;
    const left = withBoosts ? selection.boostCentsOf(freed - problem.priceOf(coming)) : 0;
    // What is dear to ask is asked last: nobody who could not be the best with the luckiest boosts is looked at closer.
    if (best && readers + problem.boostBound(left) - boostNow <= best.readers) continue;
    if (selection.limitBroken(coming, leaving)) continue;
    if (withBoosts) readers += chooseBoosts(stepsWith(staying, problem, coming), left).readers - boostNow;
    if (best && readers <= best.readers) continue;
    if (selection.mixViolationAfter(coming, leaving) > 0) continue;
    best = { leaving, coming, readers };
  }
  return best;
}

/** The steps of those who stay and of who comes, in the order of all. */
function stepsWith(
  staying: readonly RankedStep[],
  { stepsOf }: PortfolioProblem,
  coming: number,
): readonly RankedStep[] {
  const own = stepsOf[coming] ?? [];
  if (own.length === 0) return staying;
  return mergeSteps(staying, own);
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
  const sizes = sizesFrom(selection);
  const more = new Float64Array(selection.problem.prices.length);
  return leavers(selection).some(
    (leaving) =>
      mayPay(selection, leaving, more) &&
      variants(sizes).some(([greed, creators]) =>
        keptIfBetter(selection, () => {
          selection.drop(leaving);
          fillPortfolio(selection, { greed, barred: new Set([leaving]), aim: aimAt(selection, creators) });
        }),
      ),
  );
}

/**
 * Whether her money might buy more than she brings. Nobody adds more later than now, so the money times the most readers per
 * yuan is a bound that no refilling passes.
 */
function mayPay(selection: PortfolioSelection, leaving: number, more: Float64Array): boolean {
  const { problem, taken } = selection;
  const money = selection.leftCents + problem.priceOf(leaving);
  problem.field.freedBy(leaving, more);
  let most = 0;
  for (let one = 0; one < more.length; one++) {
    const price = problem.priceOf(one);
    if (taken.has(one) || price > money || !problem.hasPlace(one)) continue;
    const gain = (problem.field.gains[one] as number) + (more[one] as number);
    most = Math.max(most, gain / Math.max(price, nothing));
  }
  const now = problem.field.lossOf(leaving) / problem.share + selection.boosts().readers;
  const boosted = (problem.boostSteps[0]?.rate ?? 0) * money;
  return Math.max((most / problem.share) * money, boosted) > now;
}

/** Brings in one who would add much, and lets go who brings least, or least for her money, until the limits hold. */
function forceOne(selection: PortfolioSelection, many: number): boolean {
  const sizes = sizesFrom(selection);
  // Asked once: who brings least hardly changes with who comes, and asking each time took most of the search.
  const leastFirst = {
    reach: byWorth(selection, 'reach'),
    'reach-per-yuan': byWorth(selection, 'reach-per-yuan'),
  };
  return promising(selection, many).some((coming) =>
    variants(sizes).some(([greed, creators]) =>
      keptIfBetter(selection, () => {
        selection.take(coming);
        for (const leaving of leastFirst[greed]) {
          if (selection.withinLimits) break;
          selection.drop(leaving);
        }
        fillPortfolio(selection, { aim: aimAt(selection, creators) });
      }),
    ),
  );
}

/** A plan with a mix is filled towards a size: the one it has, or one more. Without a mix, the size is what the money gives. */
const sizesFrom = ({ problem, taken }: PortfolioSelection): number[] =>
  problem.mix.length > 0 ? [taken.size, taken.size + 1] : [Infinity];

const variants = (sizes: readonly number[]): [Greed, number][] =>
  (['reach-per-yuan', 'reach'] as const).flatMap((greed) =>
    sizes.map((creators): [Greed, number] => [greed, creators]),
  );

const aimAt = ({ limits }: PortfolioSelection, creators: number): MixAim => ({
  cents: limits.budgetCents,
  creators,
});

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

/** Who may leave, those first who bring least, or least for their money. */
function byWorth(selection: PortfolioSelection, greed: Greed): number[] {
  const { field, prices } = selection.problem;
  const worth = new Map(
    leavers(selection).map((one) => [
      one,
      field.lossOf(one) / (greed === 'reach' ? 1 : Math.max(prices[one] as number, nothing)),
    ]),
  );
  return [...worth.keys()].sort((a, b) => (worth.get(a) ?? 0) - (worth.get(b) ?? 0));
}
