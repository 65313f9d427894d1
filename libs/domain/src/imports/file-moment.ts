import { shanghaiOffsetMs } from '../pools/traffic-clock';
import { type RefusedCell, refused } from './reading';

/** A day or moment in Shanghai. */
export interface FileMoment {
  /** `YYYY-MM-DD` in Shanghai */
  readonly day: string;
  /** ms since 1970; midnight in Shanghai where the file gives the day alone */
  readonly at: number;
  /** how exactly the file tells it */
  readonly precision: 'day' | 'minute' | 'second';
}

/** Whether a year can stand in a file about a platform founded in 2013; mistyped centuries cannot. */
export const inCalendar = (year: number): boolean => year >= 2000 && year <= 2099;

/** Midnight in Shanghai of a day that exists, in ms since 1970. */
export function midnightOf(year: number, month: number, day: number): number | RefusedCell {
  if (!inCalendar(year)) return refused('date-out-of-range');
  const utc = Date.UTC(year, month - 1, day);
  const date = new Date(utc);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return refused('impossible-date');
  return utc - shanghaiOffsetMs;
}

/** Milliseconds since midnight, or null for a time that no clock shows. */
export function timeOf(hour: number, minute: number, second = 0): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1_000;
}

/** The day and moment of an instant, in Shanghai. */
export function momentAt(at: number, precision: FileMoment['precision']): FileMoment {
  const day = new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);
  return { day, at, precision };
}
