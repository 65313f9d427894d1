import { instantOfWall, type OffsetAt, offsetOfZone } from './next-run';
import { type DayPeriod, shiftDay } from './periods';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** From the first instant of a period up to the first that is no longer of it, in epoch milliseconds. */
export interface InstantRange {
  from: number;
  until: number;
}

/**
 * The first instant of a day on the wall of a zone, in epoch milliseconds. Where the clocks skip midnight it is the instant to
 * which they jump; where they show it twice, the first.
 */
export const startOfDay = (day: string, offsetAt: OffsetAt): number =>
  instantOfWall(Date.parse(`${day}T00:00:00Z`), offsetAt);

/** The instants of a period of whole days in a zone; a day on which the clocks change has 23 or 25 hours. */
export const instantsOf = ({ from, to }: DayPeriod, offsetAt: OffsetAt): InstantRange => ({
  from: startOfDay(from, offsetAt),
  until: startOfDay(shiftDay(to, 1), offsetAt),
});

/** What the calendar of a zone shows at an instant, `YYYY-MM-DD`. */
export const dayAt = (instant: number, offsetAt: OffsetAt): string =>
  new Date(instant + offsetAt(instant)).toISOString().slice(0, 10);

/** The key of an hour that the wall shows for the second time, because the clocks were put back. */
const again = '#2';

/**
 * The key of an hour that begins at an instant: `YYYY-MM-DDTHH:MM` on the wall, with `#2` behind it where the wall shows it for
 * the second time. The two hours are two, and sort one after the other.
 */
export function hourKey(instant: number, offsetAt: OffsetAt): string {
  const wall = instant + offsetAt(instant);
  const isAgain = instant - hourMs + offsetAt(instant - hourMs) === wall;
  return `${new Date(wall).toISOString().slice(0, 16)}${isAgain ? again : ''}`;
}

/** The day, the time on the wall, and whether the wall shows it for the second time, of the key of an hour. */
export const readHourKey = (key: string): { day: string; time: string; isAgain: boolean } => ({
  day: key.slice(0, 10),
  time: key.slice(11, 16),
  isAgain: key.endsWith(again),
});

/**
 * The keys of all hours of a period, in their order. Engagement is counted by the hours of UTC, so in a zone that is half an
 * hour beside them its hours begin at half past.
 */
export function hourKeysOf(period: DayPeriod, timeZone: string): string[] {
  const offsetAt = offsetOfZone(timeZone);
  const { from, until } = instantsOf(period, offsetAt);
  const keys: string[] = [];
  for (let at = Math.ceil(from / hourMs) * hourMs; at < until; at += hourMs) keys.push(hourKey(at, offsetAt));
  return keys;
}

/** How a zone stands to UTC at an instant: `UTC+08:00`. */
export function offsetName(timeZone: string, instant: number): string {
  const minutes = Math.round(offsetOfZone(timeZone)(instant) / minuteMs);
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
