import type { Cell, SheetRow } from './cells';
import { readableText } from './plain-text';
import type { AssumptionCode } from './kinds/file-kind';

/** A reading of some rows as the header of a sheet. */
export interface HeaderRows {
  /** one text for each column by position, groups joined with `/`; empty where there is none */
  readonly headers: readonly string[];
  /** which rows it stands in, as the file counts them */
  readonly rows: readonly number[];
  readonly assumptions: readonly AssumptionCode[];
}

/** How far down a header is looked for; above it stand titles. */
export const headerRowMax = 10;
/** No file of the kinds we know has as many columns; a sheet with more is cut there by its reader. */
export const columnMax = 300;

/** A cell as a header prints it. */
export function headerText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'object') return '';
  return readableText(String(cell)).replace(/\s+/g, ' ');
}

/** Every way of reading the first rows as a header: one row, or a group above its parts. */
export function possibleHeaders(rows: readonly SheetRow[]): HeaderRows[] {
  return rows.slice(0, headerRowMax).flatMap((row, index) => {
    if (row.cells.every((cell) => headerText(cell) === '')) return [];
    const below = rows[index + 1];
    const single: HeaderRows = {
      headers: trimmed(row.cells.map(headerText)),
      rows: [row.number],
      assumptions: [],
    };
    const isGroup =
      index + 1 < headerRowMax &&
      below?.number === row.number + 1 &&
      below.cells.some((cell) => headerText(cell) !== '');
    return isGroup ? [single, flattened(row, below)] : [single];
  });
}

function flattened(top: SheetRow, bottom: SheetRow): HeaderRows {
  const width = Math.min(columnMax, Math.max(top.cells.length, bottom.cells.length));
  let group = '';
  let carried = false;
  const headers = Array.from({ length: width }, (_, position) => {
    const above = headerText(top.cells[position]);
    const below = headerText(bottom.cells[position]);
    if (above !== '') group = above;
    // A file without merged cells writes the name of a group over its first column alone.
    else if (below !== '' && group !== '') carried = true;
    else return below;
    if (below === '' || below === group) return above;
    return group === '' ? below : `${group}/${below}`;
  });
  return {
    headers: trimmed(headers),
    rows: [top.number, bottom.number],
    assumptions: carried ? ['group-carried-right'] : [],
  };
}

function trimmed(headers: string[]): string[] {
  let end = Math.min(headers.length, columnMax);
  while (end > 0 && headers[end - 1] === '') end--;
  return headers.slice(0, end);
}
