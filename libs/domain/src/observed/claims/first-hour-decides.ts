import { confidenceDeviate } from '../../calibration/wilson';
import { averageOf } from '../../probability/means';
import { type ClaimFinding, smallestCorrelationSeen } from './folk-claim';

/** A note with its reads in the first hour after publication and its natural exposure a week later. */
export interface FirstHourNote {
  category: string;
  firstHourReads: number;
  naturalAfterAWeek: number;
}

/** What "decides" must mean: more than half of the differences. The folk figure is 60 % (domain notes 2.3 [D]). */
export const decidingShare = 0.5;

/** Fewer notes, of categories with at least so many each, rank too little. */
export const leastFirstHours = 20;
const leastOfCategory = 3;

/**
 * "The first hour decides", tried on notes whose first hour was counted.
 *
 * Within each category notes are ranked by the reads of their first hour and by their natural exposure after a week; the
 * effect is the square of the rank correlation: the share of the differences in rank that the first hour explains. It is
 * supported when the interval lies above a half, contradicted when it lies below. A correlation is no cause: a good note
 * is good in its first hour and later.
 * Source: Spearman's correlation; its interval by Fisher's transformation with the variance 1.06 / (n - 3) (Fieller,
 * Hartley and Pearson 1957).
 */
export function firstHourDecides(notes: readonly FirstHourNote[]): ClaimFinding {
  const categories = new Map<string, FirstHourNote[]>();
  for (const note of notes) categories.set(note.category, [...(categories.get(note.category) ?? []), note]);
  const groups = [...categories.values()].filter((group) => group.length >= leastOfCategory);
  const x = groups.flatMap((group) => centredRanks(group.map((note) => note.firstHourReads)));
  const y = groups.flatMap((group) => centredRanks(group.map((note) => note.naturalAfterAWeek)));
  const finding = {
    claim: 'first-hour-decides',
    effectOnAll: null,
    notes: x.length,
    design: ['RANKS', 'WITHIN_CATEGORY', 'SAME_AGE'],
    confounders: ['GOOD_NOTES_ARE_GOOD_THROUGHOUT', 'PUBLISHED_AT_OTHER_TIMES', 'OTHER_ADS_UNKNOWN'],
  } as const;
  const correlation = correlationOf(x, y);
  if (x.length < leastFirstHours || correlation === null)
    return { ...finding, verdict: 'cannot-tell', why: 'too-few-notes', effect: null, smallestSeen: null };
  // Each category has spent one note on its own mean.
  const error = Math.sqrt(1.06 / (x.length - groups.length - 2));
  const at = (deviates: number): number => {
    const bound = Math.tanh(Math.atanh(Math.min(0.9999, Math.max(-0.9999, correlation))) + deviates * error);
    return Math.max(0, bound) ** 2;
  };
  const effect = { estimate: at(0), low: at(-confidenceDeviate), high: at(confidenceDeviate) };
  const smallestSeen = smallestCorrelationSeen(error) ** 2;
  if (effect.low > decidingShare)
    return { ...finding, verdict: 'supported', why: null, effect, smallestSeen };
  if (effect.high < decidingShare)
    return { ...finding, verdict: 'contradicted', why: null, effect, smallestSeen };
  return { ...finding, verdict: 'cannot-tell', why: 'interval-holds-both', effect, smallestSeen };
}

/** Ranks from -1 to 1 with mean 0; equals share theirs. */
function centredRanks(values: readonly number[]): number[] {
  const rising = [...values].sort((a, b) => a - b);
  const rankOf = (value: number): number => (rising.indexOf(value) + rising.lastIndexOf(value)) / 2;
  const middle = (values.length - 1) / 2;
  return values.map((value) => (rankOf(value) - middle) / Math.max(1, middle));
}

/** Null where either side is all alike. */
function correlationOf(x: readonly number[], y: readonly number[]): number | null {
  const [meanX, meanY] = [averageOf(x), averageOf(y)];
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, at) => {
    const [a, b] = [value - meanX, (y[at] ?? 0) - meanY];
    xy += a * b;
    xx += a * a;
    yy += b * b;
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}
