import type {
  Cell,
  FileKindId,
  ImportField,
  InteractionKind,
  MappingProblem,
  RowCheck,
  RowRefusal,
  SheetRow,
} from '@poolrise/domain';

/** How the bytes of a file are to be written. */
export interface WrittenAs {
  readonly format: 'xlsx' | 'csv' | 'json';
  /** of csv and json; UTF-8 without a mark unless said */
  readonly encoding?: 'utf8' | 'utf8bom' | 'gb18030' | 'utf16le';
  /** of csv; a comma unless said */
  readonly separator?: ',' | ';' | '\t';
  /** of csv */
  readonly lineEnds?: 'lf' | 'crlf' | 'mixed';
  /** ranges of xlsx such as `A1:R1`; the rows below hold the value in each of their cells, as a reader fills them */
  readonly merges?: readonly string[];
  /** cells of xlsx that hold a formula, by their address; the rows below hold what it last gave */
  readonly formulas?: Readonly<Record<string, string>>;
  /** cells of xlsx such as `8.25%` are numbers that are shown so */
  readonly percents?: boolean;
  /** what follows the cells of the last sheet of xlsx, such as a filter */
  readonly after?: string;
  /** further sheets of xlsx that are hidden and not read */
  readonly hidden?: CorpusFile['sheets'];
  /** records of JSON lines, in place of `json` */
  readonly lines?: readonly unknown[];
  /** what is in a JSON file; its sheets are how a reader flattens it */
  readonly json?: unknown;
}

/** What has to come out of a file, stated by hand. Rows are numbered as in the file. */
export interface Expected {
  readonly kind: FileKindId | null;
  /** rows of the header, in the first sheet */
  readonly header: readonly number[];
  readonly records: number;
  readonly rejected?: readonly (readonly [row: number, ...codes: RowRefusal[]])[];
  readonly skipped?: readonly (readonly [
    row: number,
    why: 'empty' | 'total' | 'repeated-header' | 'remark',
  ])[];
  readonly findings?: readonly (readonly [code: RowCheck, rows: number])[];
  readonly interactions?: InteractionKind | null;
  /** headers of personal columns, in their order */
  readonly dropped?: readonly string[];
  readonly dataDate?: 'not-needed' | 'column' | 'ask' | `file-name ${string}`;
  /** of curves: the id of the note that the file or its name says they are of */
  readonly subject?: string;
  /** what a person is asked before the file can be read */
  readonly asks?: readonly MappingProblem['code'][];
  /** some values, as they must be read: figures by their number, `≈` before rounded ones, `≥` before lower bounds */
  readonly values?: readonly (readonly [
    row: number,
    field: ImportField,
    value: string | number | boolean | null,
  ])[];
}

export interface CorpusFile {
  readonly name: string;
  readonly written: WrittenAs;
  readonly sheets: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[];
  readonly expected: Expected;
}

/** A row of data by its headers, so that a trap can be set where it is wanted. */
export type Line = Record<string, Cell>;

/** A sheet from rows of cells; the first has the number 1. An empty row is left out, as spreadsheets do. */
export function sheetOf(name: string, rows: readonly (readonly Cell[])[]) {
  const numbered = rows.map((cells, index): SheetRow => ({ sheet: name, number: index + 1, cells }));
  return { name, rows: numbered.filter(({ cells }) => cells.length > 0) };
}

/** The cells of lines under their headers, in the order of the first line. */
export const cellsOf = (lines: readonly Line[]): Cell[][] => {
  const headers = headersOf(lines);
  return lines.map((line) => headers.map((header) => line[header] ?? null));
};

export const headersOf = (lines: readonly Line[]): string[] => [
  ...new Set(lines.flatMap((line) => Object.keys(line))),
];

/** A plain table: one header row, then the lines. */
export const tableOf = (lines: readonly Line[], sheet = 'Sheet1') =>
  sheetOf(sheet, [headersOf(lines), ...cellsOf(lines)]);

/** Lines with some cells changed: `[line from 0, header, cell]`. */
export function withTraps(
  lines: readonly Line[],
  ...traps: readonly (readonly [number, string, Cell])[]
): Line[] {
  const copy = lines.map((line) => ({ ...line }));
  for (const [index, header, cell] of traps) {
    const line = copy[index];
    if (!line || !(header in line)) throw new Error(`no cell for a trap at ${String(index)} ${header}`);
    line[header] = cell;
  }
  return copy;
}

/** One file of the corpus in one call. */
export const corpusFile = (
  name: string,
  written: WrittenAs,
  sheets: CorpusFile['sheets'],
  expected: Expected,
): CorpusFile => ({ name, written, sheets, expected });

export const xlsx = { format: 'xlsx' } as const;
export const csv = { format: 'csv', encoding: 'utf8bom', lineEnds: 'crlf' } as const;
