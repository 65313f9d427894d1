import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetXml {
  name: string;
  /** the inside of `<sheetData>` */
  rows: string;
  /** what follows the cells, such as merges */
  after?: string;
  state?: 'hidden' | 'veryHidden';
}

export interface WorkbookXml {
  sheets: SheetXml[];
  /** the inside of `<sst>` */
  strings?: string;
  /** the inside of `<styleSheet>` */
  styles?: string;
  since1904?: boolean;
  /** further parts, or others in place of ours; `null` leaves one out */
  parts?: Record<string, string | Uint8Array | null>;
  level?: 0 | 6;
}

/** A workbook as bytes, written by hand, so that a spec can put into it what no program would write. */
export function aWorkbook(ask: WorkbookXml): Uint8Array {
  const { sheets, strings = '', styles = '', since1904 = false, parts = {}, level = 6 } = ask;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inside: string) => `<Relationships xmlns="${packages}">${inside}</Relationships>`;
  const all: Record<string, string | Uint8Array | null> = {
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>` +
      sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        relation('rIdS', 'styles', '/xl/styles.xml') +
        relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...parts,
  };
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(all))
    if (content !== null) files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level });
}

/** One row of inline texts and numbers. */
export const xmlRow = (number: number, ...values: (string | number)[]): string =>
  `<row r="${number}">${values
    .map((value) =>
      typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`,
    )
    .join('')}</row>`;
