import type { Cell, SheetRow } from '@poolrise/domain';
import type { CorpusFile } from '@poolrise/scenario';
import { aWorkbook } from './workbook-bytes';

/** A file of the corpus as a program would have written it. */
export function bytesOf({ written, sheets }: CorpusFile): Uint8Array {
  if (written.lines)
    return encoded(written.lines.map((line) => `${JSON.stringify(line)}\n`).join(''), written.encoding);
  if (written.format === 'json') return encoded(JSON.stringify(written.json), written.encoding);
  if (written.format === 'csv') return encoded(csvText(sheets[0]?.rows ?? [], written), written.encoding);
  return aWorkbook({
    styles: `<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs>`,
    sheets: [...sheets, ...(written.hidden ?? [])].map(({ name, rows }, at) => ({
      name: escaped(name),
      ...(at >= sheets.length && { state: 'hidden' as const }),
      rows: rows
        .map((row) =>
          rowXml(
            row,
            { ...written, formulas: at === 0 ? (written.formulas ?? {}) : {} },
            coveredBy(at === 0 ? written.merges : []),
          ),
        )
        .join(''),
      after:
        at === 0 && written.merges?.length
          ? `<mergeCells>${written.merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
          : at === sheets.length - 1
            ? (written.after ?? '')
            : '',
    })),
  });
}

function encoded(text: string, encoding: CorpusFile['written']['encoding'] = 'utf8'): Uint8Array {
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'gb18030') return Buffer.from([...text].flatMap((sign) => gb18030Of(sign)));
  return Buffer.from(encoding === 'utf8bom' ? `\ufeff${text}` : text);
}

let gb18030: Map<string, number[]> | null = null;

/** Node reads GB18030 but does not write it: the table of two-byte codes is made by reading them all. */
function gb18030Of(sign: string): number[] {
  if (sign.charCodeAt(0) < 0x80) return [sign.charCodeAt(0)];
  if (!gb18030) {
    gb18030 = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        if (trail !== 0x7f) gb18030.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  const code = gb18030.get(sign);
  if (!code) throw new Error(`${sign} has no code of two bytes`);
  return code;
}

function csvText(rows: readonly SheetRow[], { lineEnds, separator = ',' }: CorpusFile['written']): string {
  const lines: string[] = [];
  // Rows that the corpus leaves out are empty lines of the file.
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push('');
    lines.push(cells.map((cell) => csvCell(cell, separator)).join(separator));
  }
  const ends = { lf: ['\n'], crlf: ['\r\n'], mixed: ['\r\n', '\n'] }[lineEnds ?? 'lf'];
  return lines.map((line, at) => line + (ends[at % ends.length] ?? '\n')).join('');
}

function csvCell(cell: Cell, separator: string): string {
  const text = cell === null ? '' : typeof cell === 'object' ? String(cell.excelSerial) : String(cell);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel keeps fifteen digits, and writes what is larger with an exponent. */
const asExcelWrites = (value: number): string =>
  Math.abs(value) < 1e15 ? String(value) : value.toExponential(14).replace('e', 'E');

const letters = (position: number): string =>
  (position >= 26 ? letters(Math.floor(position / 26) - 1) : '') + String.fromCharCode(65 + (position % 26));
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function rowXml(
  { number, cells }: SheetRow,
  {
    formulas,
    percents,
  }: Pick<CorpusFile['written'], 'percents'> & {
    formulas: Readonly<Record<string, string>>;
  },
  covered: (column: number, row: number) => boolean,
): string {
  const inside = cells.map((cell, position) => {
    const address = `${letters(position)}${number}`;
    if (cell === null || covered(position, number)) return '';
    const formula = formulas[address];
    const said = formula === undefined ? '' : `<f>${escaped(formula.replace(/^=/, ''))}</f>`;
    if (typeof cell === 'object') return `<c r="${address}" s="1">${said}<v>${cell.excelSerial}</v></c>`;
    if (typeof cell === 'number') return `<c r="${address}">${said}<v>${asExcelWrites(cell)}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${address}" t="b">${said}<v>${Number(cell)}</v></c>`;
    if (percents && /^-?\d+(?:\.\d+)?%$/.test(cell))
      return `<c r="${address}" s="2"><v>${Number((Number(cell.slice(0, -1)) / 100).toPrecision(15))}</v></c>`;
    if (said) return `<c r="${address}" t="str">${said}<v>${escaped(cell)}</v></c>`;
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${inside.join('')}</row>`;
}

/** Of merged cells only the first holds the value; the reader fills the others. */
function coveredBy(merges: readonly string[] = []): (column: number, row: number) => boolean {
  const ranges = merges.map((range) => range.split(':').map(placeOf) as [[number, number], [number, number]]);
  return (column, row) =>
    ranges.some(
      ([[left, top], [right, bottom]]) =>
        column >= left && column <= right && row >= top && row <= bottom && !(column === left && row === top),
    );
}

function placeOf(address: string): [column: number, row: number] {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return [[...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, Number(row)];
}
