import type { Cell, SheetRow } from './cells';
import type { FileGlimpse } from './recognise-file';

/** Builders for specs: rows as a reader hands them over, numbered from 1, and a file of one sheet. */
export const rowsOf = (...rows: readonly (readonly Cell[])[]): SheetRow[] =>
  rows.map((cells, index) => ({ sheet: 'Sheet1', number: index + 1, cells }));

export const fileOf = (
  rows: readonly SheetRow[],
  { name = 'file.xlsx', format = 'xlsx' }: Partial<Pick<FileGlimpse, 'name' | 'format'>> = {},
): FileGlimpse => ({ name, format, sheets: [{ name: 'Sheet1', rows }] });

export const aNoteId = '65f000000000000000000001';
export const anotherNoteId = '65f000000000000000000002';
