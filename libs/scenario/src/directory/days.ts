import { shanghaiOffsetMs } from '@poolrise/domain';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The day in Shanghai, `YYYY-MM-DD`, so many days before now. */
export const dayOf = (now: Date, daysAgo: number): string =>
  new Date(now.getTime() + shanghaiOffsetMs - daysAgo * dayMs).toISOString().slice(0, 10);

/** How many days in Shanghai lie between the day of `at` and today; 0 today, 1 yesterday. */
export const daysAgo = (now: Date, at: Date): number =>
  Math.floor((now.getTime() + shanghaiOffsetMs) / dayMs) -
  Math.floor((at.getTime() + shanghaiOffsetMs) / dayMs);

/** Hour of the day in Shanghai, 0 to 23. */
export const hourOfDay = (at: Date): number => new Date(at.getTime() + shanghaiOffsetMs).getUTCHours();

/** The last so many days, oldest first, ending yesterday. */
export const lastDays = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, at) => dayOf(now, count - at));
