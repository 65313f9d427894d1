import { type FactRow, exactFact } from '../metrics/fact-value';
import { evaluateMetric, type MetricValue } from '../metrics/evaluate-metric';
import { sumRows } from '../metrics/metric-sums';
import { type DefinitionChoice, type MetricShape, resolveShape } from '../metrics/metric-shape';
import { metrics } from '../metrics/definitions';

/** Figures that a campaign may be measured by: all follow from what its notes and its money count. */
export const campaignMetrics = [
  'impressions',
  'clicks',
  'interactionsLCCS',
  'follows',
  'ctr',
  'interactionRatePerRead',
  'noteCpm',
  'cpr',
  'noteCpe',
  'noteCpf',
  'trueCost',
] as const;
export type CampaignMetric = (typeof campaignMetrics)[number];

/** Reports' definitions, with all that was paid as the cost: orders with their fees, boosts, less vouchers. */
export const campaignChoice: DefinitionChoice = {
  interactions: 'LCCS',
  cost: 'true',
  refunds: 'with-refunds',
};

export const boundKinds = ['at-least', 'at-most'] as const;
export type BoundKind = (typeof boundKinds)[number];

/** What a campaign is to reach. The target is in the unit of the metric: a count, a share, cents. */
export interface CampaignKpi {
  metric: CampaignMetric;
  comparison: BoundKind;
  target: number;
}

/** A bound whose breaking raises an alert, once `afterImpressions` are counted: before, a figure says little. */
export interface CampaignGuard {
  metric: CampaignMetric;
  comparison: BoundKind;
  bound: number;
  afterImpressions: number;
}

/** What the notes and the money of a campaign count, summed. Money in cents. */
export interface CampaignCounts {
  impressions: number;
  reads: number;
  likes: number;
  collects: number;
  comments: number;
  shares: number;
  follows: number;
  /** orders with their fees: what is held or paid */
  orderCents: number;
  boostCents: number;
  /** the part of boosts that vouchers paid */
  voucherCents: number;
}

/** @throws Error for a metric that is no sum or ratio of facts; none of ours is */
function shapeOf(metric: CampaignMetric): MetricShape {
  const { shape } = metrics[metric];
  if (!shape) throw new Error(`${metric} has no shape`);
  return resolveShape(shape, campaignChoice);
}

const rowOf = (counts: CampaignCounts): FactRow => ({
  ...Object.fromEntries(Object.entries(counts).map(([id, value]) => [id, exactFact(value)])),
  // Search is not sold here, and no ads of other houses are counted in.
  adCents: exactFact(0),
});

/** A figure of a campaign, by the one definition of its metric. Null when there is nothing to divide by. */
export function campaignFigure(metric: CampaignMetric, counts: CampaignCounts): MetricValue {
  const shape = shapeOf(metric);
  return evaluateMetric(shape, sumRows(shape, [rowOf(counts)]));
}

const meetsBound = (value: number, comparison: BoundKind, bound: number): boolean =>
  comparison === 'at-least' ? value >= bound : value <= bound;

/** Whether a target is reached; null when the figure is not known yet. */
export const reachesKpi = (kpi: CampaignKpi, value: number | null): boolean | null =>
  value === null ? null : meetsBound(value, kpi.comparison, kpi.target);

export type GuardState = 'kept' | 'broken' | 'too-early';

/** Whether a guard holds; too early while there are too few impressions, or nothing to divide by. */
export function judgeGuard(guard: CampaignGuard, counts: CampaignCounts): GuardState {
  const { value } = campaignFigure(guard.metric, counts);
  if (value === null || counts.impressions < guard.afterImpressions) return 'too-early';
  return meetsBound(value, guard.comparison, guard.bound) ? 'kept' : 'broken';
}
