/** Sums over the notes of one side since the canary began; `engaged` counts likes, collects, comments, shares and follows. */
export interface SideSums {
  notes: number;
  impressions: number;
  engaged: number;
  engagedSquared: number;
  engagedImpressions: number;
  impressionsSquared: number;
}

export interface RateInterval {
  /** Engagements per impression. */
  rate: number;
  low: number;
  high: number;
}

export type CanaryFinding = 'too-early' | 'better' | 'worse';

/** Fewer notes than this say nothing about how far notes differ. */
const leastNotes = 20;
const ninetyFive = 1.96;

/**
 * Engagements per impression with a 95 % interval; null while there are too few notes.
 *
 * Impressions of one note are alike, so the note is the unit: the variance is that of a ratio of sums over notes
 * (Cochran, Sampling Techniques, 6.3), and not that of so many independent impressions, which would be sure far too early.
 */
export function engagedRate(sums: SideSums): RateInterval | null {
  const { notes, impressions } = sums;
  if (notes < leastNotes || impressions <= 0) return null;
  const rate = sums.engaged / impressions;
  const squares =
    sums.engagedSquared - 2 * rate * sums.engagedImpressions + rate * rate * sums.impressionsSquared;
  const error = Math.sqrt((Math.max(0, squares) * notes) / (notes - 1)) / impressions;
  return { rate, low: Math.max(0, rate - ninetyFive * error), high: rate + ninetyFive * error };
}

/** What the canary shows so far. Intervals that overlap say nothing yet. */
export function findingOf(canary: RateInterval | null, control: RateInterval | null): CanaryFinding {
  if (!canary || !control) return 'too-early';
  if (canary.low > control.high) return 'better';
  return canary.high < control.low ? 'worse' : 'too-early';
}
