import { confidenceDeviate } from '../calibration/wilson';
import type { RateChange } from './search-demand';

/** Notes with what the variance of their common rate is made of: sums over notes. */
export interface NoteSums {
  notes: number;
  impressions: number;
  reads: number;
  readsSquared: number;
  readsByImpressions: number;
  impressionsSquared: number;
}

/** How far the read rates of topics of one category lie apart on the log scale [P]: most within a third more or less. */
const topicSpread = 0.3;
/** Of fewer notes the scatter cannot be told. */
const notesLeast = 3;

interface LogRate {
  log: number;
  variance: number;
}

/** Reads per impression on the log scale with the variance between notes (ratio estimator); null where it cannot be told. */
function logRate(sums: NoteSums): LogRate | null {
  const { notes, impressions, reads } = sums;
  if (notes < notesLeast || reads <= 0 || impressions <= 0) return null;
  const rate = reads / impressions;
  const scatter =
    sums.readsSquared - 2 * rate * sums.readsByImpressions + rate ** 2 * sums.impressionsSquared;
  const between = (Math.max(0, scatter) / impressions ** 2) * (notes / (notes - 1));
  // Counting alone leaves as much open: equal rates of a few notes are no proof.
  const variance = Math.max(between, rate / impressions) / rate ** 2;
  return { log: Math.log(rate), variance };
}

const interval = ({ log, variance }: LogRate): RateChange => {
  const half = confidenceDeviate * Math.sqrt(variance);
  return { low: Math.exp(log - half), mid: Math.exp(log), high: Math.exp(log + half) };
};

/**
 * The read rate of the notes on a topic over that of their category, drawn towards 1 as far as the notes leave it open
 * (normal-normal on the log scale; Efron and Morris 1975). 95 % interval; null of fewer than three notes, or none that was read.
 */
export function topicPerformance(topic: NoteSums, categoryRate: number): RateChange | null {
  const own = categoryRate > 0 ? logRate(topic) : null;
  if (!own) return null;
  const weight = topicSpread ** 2 / (topicSpread ** 2 + own.variance);
  return interval({
    log: weight * (own.log - Math.log(categoryRate)),
    variance: weight * own.variance,
  });
}

/**
 * The read rate of the notes that took part over that of the notes of the category that did not, 95 % interval, nothing drawn
 * anywhere. It compares those who chose to take part: it does not say that the topic was why. Null where either has fewer than
 * three notes.
 */
export function topicOutcome(part: NoteSums, others: NoteSums): RateChange | null {
  const [one, other] = [logRate(part), logRate(others)];
  return one && other
    ? interval({ log: one.log - other.log, variance: one.variance + other.variance })
    : null;
}

export const topicComparisons = ['better', 'worse', 'cannot-tell'] as const;
export type TopicComparison = (typeof topicComparisons)[number];
/** What an interval around 1 says. */
export const comparisonOf = (ratio: RateChange | null): TopicComparison =>
  !ratio || (ratio.low <= 1 && ratio.high >= 1) ? 'cannot-tell' : ratio.mid > 1 ? 'better' : 'worse';
