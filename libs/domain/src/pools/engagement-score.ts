import type { EngagementCounts } from '../metrics/engagement';
import type { EngagementWeights } from './pool-policy';

/**
 * What the counts are worth under the policy's weights. Impressions, dwell, hides and purchases have no weight:
 * nobody, on or off the platform, has told of one.
 */
export function engagementValue(counts: EngagementCounts, weights: EngagementWeights): number {
  return clickValue(counts, weights) + contentValue(counts, weights);
}

/** The part of the value that opening the note brings. */
export function clickValue(counts: EngagementCounts, weights: EngagementWeights): number {
  return weights.click * counts.clicks;
}

/** The part of the value that comes after the click. */
export function contentValue(counts: EngagementCounts, weights: EngagementWeights): number {
  return (
    weights.like * counts.likes +
    weights.collect * counts.collects +
    weights.comment * counts.comments +
    weights.share * counts.shares +
    weights.follow * counts.follows
  );
}

/** The sum of the squared weights of all events. Over the value it is phi, the dispersion (pools.md section 1). */
export function squaredWeights(counts: EngagementCounts, weights: EngagementWeights): number {
  return (
    weights.click ** 2 * counts.clicks +
    weights.like ** 2 * counts.likes +
    weights.collect ** 2 * counts.collects +
    weights.comment ** 2 * counts.comments +
    weights.share ** 2 * counts.shares +
    weights.follow ** 2 * counts.follows
  );
}

/** Value per impression, or null before the first impression. */
export function engagementRate(counts: EngagementCounts, weights: EngagementWeights): number | null {
  return counts.impressions > 0 ? engagementValue(counts, weights) / counts.impressions : null;
}
