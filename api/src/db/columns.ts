import type { ColumnOptions } from 'typeorm';

/** bigint comes from pg as text; ours are checked to be exact as numbers on the way in and out. */
const exact = (value: string | number | null): number | null => {
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${value} is beyond what a number holds exactly`);
  return number;
};

/** Integer cents (fen). */
export const cents: ColumnOptions = {
  type: 'bigint',
  transformer: {
    to: (value: number | null | undefined) => (value === undefined ? undefined : exact(value)),
    from: exact,
  },
};

/** A count too large for an integer column. */
export const count = cents;

export const instant: ColumnOptions = { type: 'timestamptz' };
