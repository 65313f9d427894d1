import { safeText } from './safe-text';

/** A number stays a number; null is an empty cell, for unknown is not zero. */
export type Cell = string | number | null;

/** Without it, Excel reads UTF-8 as the code page of the machine and Chinese as rubbish. */
export const byteOrderMark = '\ufeff';

/** One line by RFC 4180, with its line break. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvField).join(',')}\r\n`;

function csvField(cell: Cell): string {
  if (cell === null) return '';
  // Numbers are ours: a negative growth is no formula and stays a number.
  if (typeof cell === 'number') return String(cell);
  const text = safeText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
