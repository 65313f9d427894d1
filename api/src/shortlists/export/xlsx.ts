import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { Cell, CellKind, ExportRow, FileColumn } from './export-columns';
import { definitionHeaders, definitionLines, type ExportOrigin, statementLines } from './export-statement';
import type { FileLanguage } from './export-words';

const formats: Partial<Record<CellKind, string>> = {
  integer: '#,##0',
  ratio: '0.0%',
  yuan: '#,##0.00',
  minutes: '#,##0',
};
const widths: Record<CellKind, number> = { text: 18, integer: 12, ratio: 12, yuan: 14, minutes: 14 };

/**
 * A workbook: the creators on the first sheet, and on the second what the file is and what its metrics mean. Texts are
 * written as texts, by type, so that no program takes one for a formula, whatever it begins with.
 */
export async function workbookOf(
  columns: readonly FileColumn[],
  rows: readonly ExportRow[],
  origin: ExportOrigin,
  language: FileLanguage,
): Promise<Buffer> {
  const head = columns.map(({ header }) => heading(header));
  const body = rows.map((row): Row => columns.map(({ kind, cellOf }) => cell(cellOf(row), formats[kind])));
  const about: Row[] = [
    ...statementLines(origin, language).map(([name, value]): Row => [heading(name), cell(value)]),
    [],
    definitionHeaders(language).map(heading),
    ...definitionLines(columns, language).map((line): Row => line.map((text) => cell(text))),
  ];
  return writeExcelFile([
    {
      data: [head, ...body],
      sheet: language === 'en' ? 'Creators' : '博主',
      columns: columns.map(({ kind }) => ({ width: widths[kind] })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    {
      data: about,
      sheet: language === 'en' ? 'About' : '说明',
      columns: [{ width: 26 }, { width: 60 }, { width: 60 }, { width: 24 }],
    },
  ]).toBuffer();
}

const heading = (text: string): CellObject => ({ value: text, type: String, fontWeight: 'bold' });

// What XML cannot hold at all, and what a name that was imported may still have.
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Excel takes 32,767 characters in a cell; ours are far shorter. */
function cell(value: Cell, format?: string): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number, ...(format ? { format } : {}) };
  return { value: value.replace(notInXml, ''), type: String };
}
