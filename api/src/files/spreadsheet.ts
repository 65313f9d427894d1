import { type ZipEntry, zipped } from './zip';

/** What a cell shows: a text always as a text, whatever it begins with, and a number in its format. */
export interface SheetCell {
  value: string | number;
  style?: CellStyle;
}
export type SheetRow = readonly (SheetCell | null)[];

/** A sheet whose rows come in batches, so that no more than one is held at a time. */
export interface Sheet {
  name: string;
  /** in characters, by column */
  widths: readonly number[];
  /** the first row and column stay in sight */
  frozen: boolean;
  rows: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;
}

/** In the order of `cellXfs` below. */
const cellStyles = ['plain', 'heading', 'integer', 'ratio', 'decimal'] as const;
export type CellStyle = (typeof cellStyles)[number];
const styleNumbers = Object.fromEntries(cellStyles.map((style, at) => [style, at])) as Record<
  CellStyle,
  number
>;

/** Between so many rows others are served. */
const rowsAtOnce = 100;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheetml = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// Built-in formats: 3 is #,##0 and 4 is #,##0.00; one decimal of a percentage is ours.
const styles =
  `${xml}<styleSheet xmlns="${spreadsheetml}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${cellStyles.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  [3, 164, 4]
    .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * A workbook (.xlsx), written while its rows are still being read: memory stays flat however long it gets, and nobody else
 * waits for it. Texts stand in their cells and in no table of shared ones, which would have to be known before.
 *
 * Source: ECMA-376 part 1, sections 18.2 (workbook), 18.3 (worksheets), 18.8 (styles).
 */
export const spreadsheet = (sheets: readonly Sheet[]): AsyncGenerator<Buffer> =>
  zipped([
    { name: '[Content_Types].xml', parts: [contentTypes(sheets.length)] },
    {
      name: '_rels/.rels',
      parts: [relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }])],
    },
    { name: 'xl/workbook.xml', parts: [workbook(sheets.map(({ name }) => name))] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      parts: [
        relationships([
          ...sheets.map((_, at) => ({ type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
          { type: 'styles', target: 'styles.xml' },
        ]),
      ],
    },
    { name: 'xl/styles.xml', parts: [styles] },
    ...sheets.map((sheet, at): ZipEntry => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      parts: sheetParts(sheet, at),
    })),
  ]);

async function* sheetParts({ widths, frozen, rows }: Sheet, at: number): AsyncGenerator<string> {
  const pane =
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/>';
  const columns = widths.map(
    (width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  );
  const selected = at === 0 ? ' tabSelected="1"' : '';
  yield `${xml}<worksheet xmlns="${spreadsheetml}"><sheetViews><sheetView${selected} workbookViewId="0">${
    frozen ? pane : ''
  }</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  let number = 0;
  for await (const batch of rows)
    for (let from = 0; from < batch.length; from += rowsAtOnce)
      yield batch
        .slice(from, from + rowsAtOnce)
        .map((row) => rowText(row, ++number))
        .join('');
  yield '</sheetData></worksheet>';
}

const rowText = (row: SheetRow, number: number): string =>
  `<row r="${number}">${row.map((cell, column) => (cell ? cellText(cell, column, number) : '')).join('')}</row>`;

function cellText({ value, style = 'plain' }: SheetCell, column: number, row: number): string {
  const place = `<c r="${columnLetters(column)}${row}" s="${styleNumbers[style]}"`;
  return typeof value === 'number'
    ? `${place}><v>${value}</v></c>`
    : `${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(column: number): string {
  const [whole, rest] = [Math.floor(column / 26), column % 26];
  return (whole > 0 ? columnLetters(whole - 1) : '') + String.fromCharCode(65 + rest);
}

// What XML cannot hold at all, and what a name that was imported may still have; halves of letters among it.
const notInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// A program that writes _x000A_ where a line breaks would read ours as one.
const codeOfSign = /_x([0-9a-f]{4})_/gi;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (text: string): string =>
  text
    .replace(notInXml, '')
    .replace(codeOfSign, '_x005F_x$1_')
    .replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);

const contentTypes = (sheets: number): string =>
  `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
  Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  ).join('') +
  '</Types>';

const relationships = (of: readonly { type: string; target: string }[]): string =>
  `${xml}<Relationships xmlns="${packageRelations}">${of
    .map(
      ({ type, target }, at) =>
        `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const workbook = (names: readonly string[]): string =>
  `${xml}<workbook xmlns="${spreadsheetml}" xmlns:r="${relations}"><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;
