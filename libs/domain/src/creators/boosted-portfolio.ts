import { type BoostTerms, boostTerms } from '../boosts/boost-terms';
import { type BoostBenchmark, benchmarkFor } from './boost-benchmark';
import { liftOfBoost } from './boost-lift';
import { planPortfolio } from './plan-portfolio';
import { isPortfolioRefusal, type PortfolioAsk, type PortfolioRefusal } from './portfolio-ask';
import { estimateReach } from './reach-estimate';
import { uniteSketches } from './reach-sketch';
import type { PortfolioPlan } from './report-portfolio';

/** What is known of a boost of one candidate's note. */
export interface BoostProspect {
  hookLift: number | null;
  targetShare: number;
}

/** Boosts that may stand beside creators. */
export interface BoostOffer {
  /** the most of the budget that may go to them, above 0 to 1 */
  shareMax: number;
  benchmarks: readonly BoostBenchmark[];
  /** by creator; nobody else's note is boosted */
  prospects: ReadonlyMap<string, BoostProspect>;
  terms?: BoostTerms;
}

/** How boosts did beside creators. */
export const boostVerdicts = [
  'worth',
  'creators-bring-more',
  'nobody-new',
  'no-benchmark',
  'below-smallest-order',
] as const;
export type BoostVerdict = (typeof boostVerdicts)[number];

export interface BoostWorth {
  verdict: BoostVerdict;
  /** readers more than the best plan without boosts, and the interval of the forecast behind them */
  gain: { readers: number; low: number; high: number };
  /** readers for every 1,000 yuan: the best boost there is, and the pick of the plan that brings least for its money */
  boostPerThousandYuan: number | null;
  lastPickPerThousandYuan: number | null;
  /** of paid readers of the target, who are reached by nobody else */
  newShare: number;
  /** benchmarks in use, the one of all categories last */
  benchmarks: BoostBenchmark[];
}

export interface BoostedPlan {
  plan: PortfolioPlan;
  /** the best plan of creators alone */
  without: PortfolioPlan;
  worth: BoostWorth;
  /** the ask with the steps that boosts come to, for the frontier */
  ask: PortfolioAsk;
}

const thousandYuanInCents = 100_000;

/**
 * Picks creators and boosts of their notes under one budget, and says what the boosts were good for.
 *
 * A paid reader counts when nobody else reaches her. Whom boosts reach is not known by name, so they are taken to be drawn from
 * all people of the target who follow any candidate [P]: the share whom the best plan without boosts reaches is taken off, and
 * of the rest those whom so many other paid reads would reach by chance, as if all of the money for boosts were spent
 * (1 − net / all) · exp(−reads / all). Both err to the careful side at the budget asked about, since a plan with boosts has
 * less money for creators.
 *
 * The plan is never below the best one without boosts.
 */
export function planBoosted(ask: PortfolioAsk, offer: BoostOffer): BoostedPlan | PortfolioRefusal {
  const without = planPortfolio(ask);
  if (isPortfolioRefusal(without)) return without;
  const { ask: boosted, newShare, benchmarks } = withLift(ask, offer, without);
  const plan = boosted.candidates.some(({ lift }) => lift?.length)
    ? planPortfolio(boosted, [without.picks.map(({ creatorId }) => creatorId)])
    : without;
  // The two are measured in samples of their own picks, so one that is better by nothing may look worse.
  const better = !isPortfolioRefusal(plan) && plan.netReach.people > without.netReach.people ? plan : without;
  // The second search may find better creators without a single boost: then that is the best plan of creators alone.
  const alone = better.boostCents > 0 ? without : better;
  return {
    plan: better,
    without: alone,
    ask: boosted,
    worth: worthOf(better, { without: alone, ask: boosted, offer, newShare, benchmarks }),
  };
}

interface Lifted {
  ask: PortfolioAsk;
  newShare: number;
  benchmarks: BoostBenchmark[];
}

function withLift(ask: PortfolioAsk, offer: BoostOffer, without: PortfolioPlan): Lifted {
  const open = ask.candidates.filter(({ excluded }) => !excluded);
  const everybody = estimateReach(uniteSketches(open.map(({ sketch }) => sketch))).people;
  const mostCents = Math.floor(ask.budgetCents * offer.shareMax);
  const used = new Set<BoostBenchmark>();
  const lifted = (newShare: number): PortfolioAsk => ({
    ...ask,
    boostShareMax: offer.shareMax,
    candidates: ask.candidates.map((candidate) => {
      const prospect = offer.prospects.get(candidate.creatorId);
      const benchmark = benchmarkFor(offer.benchmarks, candidate.category);
      if (!prospect || !benchmark) return candidate;
      const { category } = candidate;
      const { terms = boostTerms } = offer;
      const lift = liftOfBoost({ ...prospect, category, benchmark, newShare, mostCents, terms });
      if (lift.length === 0) return candidate;
      used.add(benchmark);
      return { ...candidate, lift };
    }),
  });
  const unreached = everybody > 0 ? Math.max(0, 1 - without.netReach.people / everybody) : 0;
  const reads = bestRate(lifted(1)) * mostCents;
  const newShare = unreached * Math.exp(-reads / Math.max(1, everybody));
  const benchmarks = [...used].sort(
    (one, other) => Number(one.category === null) - Number(other.category === null),
  );
  return { ask: lifted(newShare), newShare, benchmarks };
}

/** Readers per cent of the best boost. */
const bestRate = ({ candidates }: PortfolioAsk): number =>
  candidates.reduce((best, { lift = [] }) => {
    const [first] = lift;
    return first ? Math.max(best, first.readers / first.cents) : best;
  }, 0);

function worthOf(
  plan: PortfolioPlan,
  about: { without: PortfolioPlan; offer: BoostOffer } & Lifted,
): BoostWorth {
  const { without, ask, newShare, benchmarks } = about;
  const readers = plan.netReach.people - without.netReach.people;
  const rate = bestRate(ask);
  const rates = plan.picks.map(({ adds, priceCents }) => adds.people / Math.max(1, priceCents));
  return {
    verdict: verdictOf(plan, about),
    gain: {
      readers,
      low: readers - (plan.boostReaders - plan.boostLow),
      high: readers + (plan.boostHigh - plan.boostReaders),
    },
    boostPerThousandYuan: rate > 0 ? rate * thousandYuanInCents : null,
    lastPickPerThousandYuan: rates.length > 0 ? Math.min(...rates) * thousandYuanInCents : null,
    newShare,
    benchmarks,
  };
}

function verdictOf(
  { boostCents }: PortfolioPlan,
  { ask, offer, benchmarks }: { offer: BoostOffer } & Lifted,
): BoostVerdict {
  if (boostCents > 0) return 'worth';
  if (Math.floor(ask.budgetCents * offer.shareMax) < (offer.terms ?? boostTerms).minBudgetCents)
    return 'below-smallest-order';
  if (benchmarks.length === 0) return 'no-benchmark';
  return bestRate(ask) > 0 ? 'creators-bring-more' : 'nobody-new';
}
