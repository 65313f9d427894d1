/** Months that what a file brought is kept, where neither the workspace nor a person said otherwise. Ours. */
export const usualKeptMonths = 24;

/** Days before its last day on which it begins to be said that a file will go. Ours. */
export const warnedDays = 30;

/**
 * The last day on which something is kept that came on a day, so many months later: on the same day of the month, or the last one
 * of a shorter month.
 *
 * Shapes: days as YYYY-MM-DD.
 */
export function keptUntil(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** Whole days from one day to another, both YYYY-MM-DD; negative where the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
