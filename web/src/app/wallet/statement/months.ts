import { dayInShanghai } from '@poolrise/domain';

/** One month by the clock of Shanghai: `2026-11`. */
export type Month = string;

/** First and last day of a month. */
export function daysOf(month: Month): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** The month of now and those before it back to the first movement, the latest first: two years at most. */
export function monthsSince(since: Date, now: Date, most = 24): Month[] {
  const [first, month] = [dayInShanghai(since).slice(0, 7), dayInShanghai(now).slice(0, 7)];
  const months: Month[] = [];
  for (let at = month; months.length < most && (at >= first || months.length === 0); at = before(at))
    months.push(at);
  return months;
}

function before(month: Month): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
