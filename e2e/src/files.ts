import { strToU8, zipSync } from 'fflate';

/** A cell of a file that a story makes. */
type CellText = string | number;

const column = (position: number): string =>
  position < 26
    ? String.fromCharCode(65 + position)
    : column(Math.floor(position / 26) - 1) + column(position % 26);
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A workbook of one sheet as Excel would save it: texts as inline strings, numbers as numbers. */
export function aWorkbookFile(sheet: string, rows: readonly (readonly CellText[])[]): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const cell = (value: CellText, row: number, position: number) => {
    const at = `${column(position)}${row}`;
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  };
  const body = rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((value, position) => cell(value, at + 1, position)).join('')}</row>`,
    )
    .join('');
  const relation = (id: string, type: string, target: string) =>
    `<Relationships xmlns="${packages}"><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const parts = {
    '_rels/.rels': relation('rId1', 'officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

/** Every character of GB18030's two bytes, by asking the decoder that every runtime has. */
function gbTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && !table.has(text)) table.set(text, [lead, trail]);
    }
  return table;
}

/** A text in the encoding in which Chinese spreadsheets save their CSV. */
export function inGb18030(text: string): Buffer {
  const table = gbTable();
  return Buffer.from(
    [...text].flatMap((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = table.get(sign);
      if (!bytes) throw new Error(`GB18030 has ${sign} in four bytes, which no story needs`);
      return [...bytes];
    }),
  );
}

export const csvOf = (rows: readonly (readonly CellText[])[]): string =>
  rows.map((cells) => `${cells.join(',')}\r\n`).join('');
