import { offsetOfZone } from '../reports/next-run';
import { startOfDay } from '../reports/zone-days';

const shanghai = offsetOfZone('Asia/Shanghai');

/** Months that the bars of an earnings page show, that of now among them. */
export const earningMonthsShown = 12;

/** The month `by` months after another, both `YYYY-MM`. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + by;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** A month of Shanghai, `YYYY-MM`, as `[from, to)` in ms since 1970. */
export const monthSpan = (month: string): { from: number; to: number } => ({
  from: startOfDay(`${month}-01`, shanghai),
  to: startOfDay(`${shiftMonth(month, 1)}-01`, shanghai),
});

/** The months up to one, the earliest first. */
export const monthsUpTo = (month: string, count = earningMonthsShown): string[] =>
  Array.from({ length: count }, (_, at) => shiftMonth(month, at - count + 1));
