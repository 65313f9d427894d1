import { shanghaiOffsetMs } from '../pools/traffic-clock';

/** A month of the calendar of Shanghai, `YYYY-MM`. */
export type Month = string;

const monthPattern = /^(20\d\d)-(0[1-9]|1[0-2])$/;
export const isMonth = (text: string): boolean => monthPattern.test(text);

/** The month in Shanghai that an instant lies in. */
export const monthOf = (at: Date): Month =>
  new Date(at.getTime() + shanghaiOffsetMs).toISOString().slice(0, 7);

/** The month so many months later, or earlier for a negative number. @throws RangeError for what is no month */
export function monthAfter(month: Month, by = 1): Month {
  const [, year, number] = monthPattern.exec(month) ?? [];
  if (!year) throw new RangeError(`${month} is no month`);
  return new Date(Date.UTC(Number(year), Number(number) - 1 + by, 1)).toISOString().slice(0, 7);
}

/** A month as instants `[from, to)`. @throws RangeError for what is no month */
export function spanOfMonth(month: Month): { from: Date; to: Date } {
  const begin = (one: Month) => new Date(Date.parse(`${one}-01T00:00:00Z`) - shanghaiOffsetMs);
  const next = monthAfter(month);
  return { from: begin(month), to: begin(next) };
}
