import type { Cell } from '../../files/csv';
import type { CellKind, ExportRow, FileColumn } from './export-columns';

import { definitionHeaders, definitionLines, type ExportOrigin, statementLines } from './export-statement';
import type { FileLanguage } from './export-words';
import { type CellStyle, type SheetCell, type SheetRow, spreadsheet } from '../../files/spreadsheet';

const styles: Record<CellKind, CellStyle> = {
  text: 'plain',
  integer: 'integer',
  ratio: 'ratio',
  yuan: 'decimal',
  minutes: 'integer',
};
const widths: Record<CellKind, number> = { text: 18, integer: 12, ratio: 12, yuan: 14, minutes: 14 };

/**
 * A workbook: the creators on the first sheet, and on the second what the file is and what its metrics mean. Texts are
 * written as texts, by type, so that no program takes one for a formula, whatever it begins with.
 */
export function workbookOf(
  columns: readonly FileColumn[],
  batches: AsyncIterable<readonly ExportRow[]>,
  origin: ExportOrigin,
  language: FileLanguage,
): AsyncGenerator<Buffer> {
  return spreadsheet([
    {
      name: language === 'en' ? 'Creators' : '博主',
      widths: columns.map(({ kind }) => widths[kind]),
      frozen: true,
      rows: creatorRows(columns, batches),
    },
    {
      name: language === 'en' ? 'About' : '说明',
      widths: [26, 60, 60, 24],
      frozen: false,
      rows: [aboutRows(columns, origin, language)],
    },
  ]);
}

async function* creatorRows(
  columns: readonly FileColumn[],
  batches: AsyncIterable<readonly ExportRow[]>,
): AsyncGenerator<SheetRow[]> {
  yield [columns.map(({ header }) => heading(header))];
  for await (const batch of batches)
    yield batch.map((row) => columns.map(({ kind, cellOf }) => cell(cellOf(row), styles[kind])));
}

const aboutRows = (
  columns: readonly FileColumn[],
  origin: ExportOrigin,
  language: FileLanguage,
): SheetRow[] => [
  ...statementLines(origin, language).map(([name, value]) => [heading(name), cell(value)]),
  [],
  definitionHeaders(language).map(heading),
  ...definitionLines(columns, language).map((line) => line.map((text) => cell(text))),
];

const heading = (value: string): SheetCell => ({ value, style: 'heading' });
/** A text has no format of numbers, in whatever column it stands. */
const cell = (value: Cell, style: CellStyle = 'plain'): SheetCell | null =>
  value === null ? null : { value, style: typeof value === 'number' ? style : 'plain' };
