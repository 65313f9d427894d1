import type { MetricId } from '../metrics/definitions';

/** Which way is good for whoever books: more, less, or neither. */
export type Better = 'more' | 'less' | 'neither';

/**
 * Figures of a creator by which a list can be filtered and sorted, and which stand beside the percentile among peers.
 * Definitions are in metrics/definitions.creators.ts.
 */
export const creatorMetrics = {
  followers: 'neither',
  growth30d: 'more',
  notes30d: 'more',
  impressionsMedian: 'more',
  readsMedian: 'more',
  interactionsMedian: 'more',
  interactionRate: 'more',
  hundredLikesShare: 'more',
  thousandLikesShare: 'more',
  finishShare: 'more',
  activeShare: 'more',
  engagedShare: 'more',
  imageCents: 'less',
  videoCents: 'less',
  imageReadCents: 'less',
  videoReadCents: 'less',
  imageInteractionCents: 'less',
  imageCpmCents: 'less',
  cpuvCents: 'less',
  activeOrders: 'less',
  acceptanceShare: 'more',
  onTimeShare: 'more',
  replyMinutesMedian: 'less',
} as const satisfies Partial<Record<MetricId, Better>>;
export type CreatorMetric = keyof typeof creatorMetrics;
export const creatorMetricIds = Object.keys(creatorMetrics) as readonly CreatorMetric[];

/** Fewer peers than this say nothing. */
export const peersMin = 10;

/** Where the peers of one tier and category stand in one metric. */
export interface PeerBand {
  peers: number;
  /** 101 rising values: the least, the first percentile, …, the greatest */
  quantiles: readonly number[];
}

/**
 * The share of peers, in percent, that stand below `value`; half of those who stand exactly there count as below. Null
 * when there are fewer than `peersMin` peers.
 *
 * Source: percentile rank by the mid-rank rule, read off a table of 101 quantiles, so exact to one percent.
 */
export function percentileAmong(band: PeerBand | undefined, value: number | null): number | null {
  if (!band || value === null || band.peers < peersMin) return null;
  const last = band.quantiles.length - 1;
  const below = band.quantiles.filter((quantile) => quantile < value).length;
  const upTo = band.quantiles.filter((quantile) => quantile <= value).length;
  if (upTo === 0) return 0;
  if (below > last) return 100;
  return Math.round((100 * (below + Math.max(below, upTo - 1))) / 2 / last);
}
