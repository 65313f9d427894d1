/** A day as a date field has it, `YYYY-MM-DD`, in Shanghai. */
export const dayOf = (at: number): string =>
  new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The last second of such a day, epoch milliseconds; NaN where it is none. */
export const endOfDay = (day: string): number => Date.parse(`${day}T23:59:59+08:00`);
