import type { ReportSpec } from '@poolrise/contracts';
import { blankSpec, lastDays } from '../report-draft';

const parts = ['orderCost', 'adSpend', 'boostSpend', 'vouchersUsed', 'trueCost'] as const;
const prices = ['noteCpm', 'cpr', 'noteCpe'] as const;

/** What every note of some days cost, part by part, and what one of anything came to. */
export const costSpec = (days: number, now: Date): ReportSpec => {
  const blank = blankSpec(now);
  return {
    ...blank,
    metrics: [...parts, ...prices],
    dimensions: ['note'],
    timeBasis: 'published',
    period: lastDays(days, now),
    choice: { ...blank.choice, cost: 'true' },
    sort: { by: 'trueCost', direction: 'desc' },
  };
};

/** The same of one note, whenever it was published. */
export const costSpecOf = (noteId: string, now: Date): ReportSpec => {
  const spec = costSpec(731, now);
  return { ...spec, filters: { ...spec.filters, noteIds: [noteId] }, rowLimit: 1 };
};
