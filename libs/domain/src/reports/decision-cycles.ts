import type { Category } from '../notes/categories';
import type { Bilingual } from '../notes/note';
import type { Mark } from '../metrics/mark';
import { shiftDay, type DayPeriod } from './periods';

/** How long people of a category take from seeing to buying: the x of ROI(T+x). */
export interface DecisionCycle {
  /** null is every category without a row of its own */
  category: Category | null;
  days: number;
  /** what was really measured, which may be narrower than the category */
  measured: Bilingual;
  mark: Mark;
  source: string;
  /** when it was said, `YYYY-MM-DD` */
  statedOn: string | null;
}

const official = 'AIPS launch of 18 Dec 2024, news.qq.com/rain/a/20241230A06R0P00';

/** Dated rows (domain notes 1.7); two are the platform's, of one product each, and carried over to the category by us. */
export const decisionCycles: readonly DecisionCycle[] = [
  {
    category: 'beauty',
    days: 29,
    measured: { zh: '面部精华', en: 'face serum' },
    mark: 'A',
    source: official,
    statedOn: '2024-12-18',
  },
  {
    category: 'mother-baby',
    days: 70,
    measured: { zh: '婴儿辅食，平台称超过 70 天', en: 'baby food; the platform says more than 70 days' },
    mark: 'A',
    source: official,
    statedOn: '2024-12-18',
  },
  {
    category: null,
    days: 30,
    measured: { zh: '无公开数据，按一个月计', en: 'nothing published; a month' },
    mark: 'P',
    source: 'Poolrise default, the longest device attribution of the alliance sheets',
    statedOn: null,
  },
];

/** The cycle of a category; a row of the workspace's own goes first. @throws Error when no row is for every category */
export function decisionCycleOf(category: string | null, own: readonly DecisionCycle[] = []): DecisionCycle {
  const rows = [...own, ...decisionCycles];
  const cycle =
    rows.find((row) => row.category !== null && row.category === category) ??
    rows.find((row) => row.category === null);
  if (!cycle) throw new Error('No decision cycle is for every category');
  return cycle;
}

/** The days T to T+x for a day of exposure, both ends in. */
export const cycleWindow = (exposedOn: string, { days }: Pick<DecisionCycle, 'days'>): DayPeriod => ({
  from: exposedOn,
  to: shiftDay(exposedOn, days),
});

/** Whether the last day of the cycle is past, so that a return over it can no longer grow by late orders. */
export const isCycleOver = (exposedOn: string, cycle: Pick<DecisionCycle, 'days'>, today: string): boolean =>
  cycleWindow(exposedOn, cycle).to < today;
