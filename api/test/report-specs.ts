import { type ReportResult, ReportSpec } from '@poolrise/contracts';

/** The day so many days ago, in Shanghai. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** A report of the last thirty days, with wishes of one's own. */
export const aReportSpec = (over: Record<string, unknown> = {}): ReportSpec =>
  ReportSpec.parse({
    metrics: ['impressions'],
    dimensions: [],
    period: { from: daysAgo(30), to: daysAgo(0) },
    sort: { by: 'impressions' },
    ...over,
  });

/** The totals of a report as plain numbers, metric by metric. */
export const totalsOf = ({ totals }: ReportResult): (number | null)[] =>
  totals.map((cell) => cell?.figure.value ?? null);
