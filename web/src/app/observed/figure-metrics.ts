import type { MetricId } from '@poolrise/domain';

/** What the figures of lists of observed notes are, by their field; interactions as the files count them. */
export const figureMetrics = {
  impressions: 'impressions',
  reads: 'clicks',
  interactions: 'interactions',
} as const satisfies Record<string, MetricId>;
