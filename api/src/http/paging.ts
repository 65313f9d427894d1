import { z } from 'zod';
import type { Page } from '@poolrise/contracts';
import { Refused } from './refused';

/** Opaque cursor: the sort key and id of the last row of a page. Stable while rows are added. */
export function encodeCursor(values: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** An instant in a cursor, to the microsecond as the database has it: a Date would round it and skip or repeat rows. */
export const cursorInstant = z.iso.datetime();

/** SQL for a timestamptz as ISO 8601 in UTC, exact; fits answers and cursors. `column` is ours, never input. */
export const isoInstant = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** @throws Refused invalid-cursor unless it is one of ours for a list with these keys. */
export function decodeCursor<T extends z.ZodType[]>(
  cursor: string | undefined,
  ...keys: T
): { [I in keyof T]: z.output<T[I]> } | null {
  if (!cursor) return null;
  try {
    return z.tuple(keys as never).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString())) as {
      [I in keyof T]: z.output<T[I]>;
    };
  } catch {
    throw new Refused('invalid-cursor', { field: 'query.cursor' });
  }
}

/** Cuts `limit + 1` rows, just read, to a page; the extra row only says that there is more. */
export function pageFrom<Row, View>(
  rows: Row[],
  limit: number,
  view: (row: Row) => View,
  cursor: (row: Row) => (string | number | null)[],
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursor(last)) : null,
    asOf: new Date().toISOString(),
  };
}
