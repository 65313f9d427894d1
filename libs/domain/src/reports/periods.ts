/** Whole days by the calendar of the report's time zone, `YYYY-MM-DD`; the last one too. */
export interface DayPeriod {
  from: string;
  to: string;
}

export const comparisonKinds = ['none', 'previous', 'same-weekdays', 'year-before', 'own'] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

const dayMs = 86_400_000;
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** A day so many days later, or earlier. @throws RangeError for what is no day */
export const shiftDay = (day: string, days: number): string =>
  new Date((numberOf(day) + days) * dayMs).toISOString().slice(0, 10);

/** How many days a period has; 1 for one day, below 1 when it ends before it begins. */
export const daysInPeriod = ({ from, to }: DayPeriod): number => numberOf(to) - numberOf(from) + 1;

/** The same day of the year before; the 29th of February becomes the 28th. */
function yearBefore(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const last = `${String(Number(year) - 1).padStart(4, '0')}-${month}`;
  return month === '02' && date === '29' ? `${last}-28` : `${last}-${date}`;
}

/**
 * The period to compare with. `previous` is as many days right before; `same-weekdays` goes back by whole weeks, so that
 * Wednesdays stand against Wednesdays; `year-before` is the same dates, which have other weekdays. Null for none.
 */
export function comparisonPeriod(period: DayPeriod, kind: Exclude<ComparisonKind, 'own'>): DayPeriod | null {
  const days = daysInPeriod(period);
  if (!(days >= 1)) throw new RangeError(`${period.from} to ${period.to} is no period`);
  const back = (by: number) => ({ from: shiftDay(period.from, -by), to: shiftDay(period.to, -by) });
  switch (kind) {
    case 'none':
      return null;
    case 'previous':
      return back(days);
    case 'same-weekdays':
      return back(7 * Math.ceil(days / 7));
    case 'year-before':
      return { from: yearBefore(period.from), to: yearBefore(period.to) };
  }
}
