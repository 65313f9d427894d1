import { type BoostTerms, boostTerms } from '../boosts/boost-terms';
import { forecastBoost } from '../boosts/forecast-boost';
import { confidenceDeviate } from '../calibration/wilson';
import { noCounts } from '../metrics/engagement';
import { decileDeviate } from '../probability/gamma-quantile';
import type { BoostBenchmark } from './boost-benchmark';
import type { LiftStep } from './portfolio-ask';

/** What a boost of a creator's note rests on. */
export interface BoostLiftAsk {
  category: string;
  benchmark: BoostBenchmark;
  /** how much oftener than at her peers an impression of hers is opened, by natural traffic; null when not known */
  hookLift: number | null;
  /** of her followers, who are of the target audience, 0 to 1: paid readers are taken to be like them */
  targetShare: number;
  /** of paid readers, who are reached by nobody else, 0 to 1 */
  newShare: number;
  /** the most that may go to boosts altogether */
  mostCents: number;
  terms?: BoostTerms;
}

/** Each order doubles what stands behind the note, from the smallest the platform takes to the largest. */
const growth = 2;

/**
 * Boost money behind a creator's note, step by step, and the target readers each step brings whom nobody else reaches.
 *
 * Readers = paid impressions × reads for each (`forecastBoost` with the benchmark that was counted) × share of the target ×
 * share who are new. Reads grow with impressions, so every step brings the same for its money. The interval is the forecast's,
 * for the smallest order, whose luck is the largest, widened from 80 % to 95 % on its logarithmic scale. One note takes at
 * most one order at a time, so its steps end at the largest order.
 *
 * Units: integer cents; readers are people, not rounded. Empty where money or target leave nothing.
 */
export function liftOfBoost(ask: BoostLiftAsk): LiftStep[] {
  const { benchmark, category, hookLift, targetShare, newShare, mostCents, terms = boostTerms } = ask;
  const { reads } = forecastBoost({
    goal: 'reads',
    budgetCents: terms.minBudgetCents,
    voucherImpressions: 0,
    category,
    durationHours: terms.minDurationHours,
    noteEvidence: { paidCounts: noCounts(), hookLift },
    measured: {
      rate: benchmark.reads / benchmark.impressions,
      spread: benchmark.spread,
      mark: 'B',
      source: 'ended boosts',
    },
    terms,
  });
  const perCent = (reads.expected * targetShare * newShare) / terms.minBudgetCents;
  if (!(perCent > 0)) return [];
  const { low, high } = widened(reads);
  return orderSteps(Math.min(mostCents, terms.maxBudgetCents), terms.minBudgetCents).map((cents) => ({
    cents,
    readers: cents * perCent,
    low: (cents * perCent * low) / reads.expected,
    high: (cents * perCent * high) / reads.expected,
  }));
}

/** What each step costs beyond those before it. */
function orderSteps(mostCents: number, leastCents: number): number[] {
  const steps: number[] = [];
  let before = 0;
  for (let order = leastCents; before < mostCents && order <= mostCents;) {
    steps.push(order - before);
    before = order;
    order = Math.min(order * growth, Math.max(mostCents, before + 1));
  }
  return steps;
}

/** From the interval that holds four times out of five to the one that holds nineteen times out of twenty. */
function widened({ low, high }: { low: number; high: number }): { low: number; high: number } {
  const median = Math.sqrt(low * high);
  const wider = Math.sqrt(high / low) ** (confidenceDeviate / decileDeviate);
  return { low: median / wider, high: median * wider };
}
