import { type MetricDefinition, type MetricId, metricIds, metrics } from '@poolrise/domain';

export const metricGroupIds = ['volume', 'rates', 'money', 'prices', 'others'] as const;
export type MetricGroupId = (typeof metricGroupIds)[number];

/** Where a metric stands in the list: what it counts, shares, pays, or costs for one of something. */
export function groupOf({ unit, shape }: MetricDefinition): MetricGroupId {
  if (!shape) return 'others';
  if (unit === 'cents') return shape.kind === 'ratio' ? 'prices' : 'money';
  return shape.kind === 'ratio' ? 'rates' : 'volume';
}

/**
 * Metrics by group, those whose name or formula has all the words. What cannot be worked out from totals at all is only shown
 * to whoever looks for it.
 */
export function metricsFor(words: string): { group: MetricGroupId; ids: MetricId[] }[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = metricIds.filter((id) => {
    const { zh, en, formula } = metrics[id];
    const text = [id, zh, en, formula.zh, formula.en].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return metricGroupIds
    .filter((group) => group !== 'others' || wanted.length > 0)
    .map((group) => ({ group, ids: found.filter((id) => groupOf(metrics[id]) === group) }))
    .filter(({ ids }) => ids.length > 0);
}
