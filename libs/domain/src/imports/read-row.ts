import type { Cell, SheetRow } from './cells';
import type { FieldReader } from './describe-field';
import { fieldOf, type ImportField } from './fields';
import type { FileMoment } from './file-moment';
import { headerText } from './header-rows';
import { identityOf } from './identity';
import type { FileKindId, RecordType } from './kinds/file-kind';
import { shownCellMax } from './map-columns';
import type { MappedColumn, SheetConstants, SheetMapping } from './mapping';
import { type FieldValue, readField } from './read-field';
import type { CellRefusal, Reading, UnknownReason } from './reading';
import { isRemark, isRepeatedHeader, isTotal } from './side-rows';

/** What belongs to a file as a whole. */
export interface ReadingContext {
  /** when the file was made, ms since 1970; null when nobody knows */
  readonly capturedAt: number | null;
  /** the day its snapshots show, `YYYY-MM-DD`, where no column says it */
  readonly dataDate: string | null;
  /** its kind or template, part of the identity of its rows */
  readonly source: string;
  /** which note a curve is of, chosen by a person; null elsewhere */
  readonly subject: string | null;
}

/** One row of a file, read. */
export interface ImportedRecord {
  readonly type: RecordType;
  readonly kind: FileKindId | null;
  readonly sheet: string;
  readonly row: number;
  /** rows of the same identity are states of one thing */
  readonly identity: readonly string[];
  readonly dataDate: string | null;
  readonly constants: SheetConstants;
  readonly values: Readonly<Partial<Record<ImportField, FieldValue>>>;
  /** fields of which the file says nothing usable, and why; unknown is never 0 */
  readonly unknown: Readonly<Partial<Record<ImportField, UnknownReason>>>;
}

/** Why a whole row is refused; its texts are in `import-texts.ts`. */
export type RowRefusal = CellRefusal | 'identity-missing' | 'data-date-missing' | 'id-and-link-disagree';

export interface RowProblem {
  /** empty where the problem is of the row and not of one column */
  readonly header: string;
  readonly field: ImportField | null;
  /** as the file holds it, shortened */
  readonly shown: string;
  readonly code: RowRefusal;
  /** for a missing identity: the fields of which one is needed */
  readonly needs?: readonly ImportField[];
}

export type RowOutcome =
  | { readonly kind: 'record'; readonly record: ImportedRecord }
  | {
      readonly kind: 'rejected';
      readonly sheet: string;
      readonly row: number;
      readonly problems: readonly RowProblem[];
    }
  | {
      readonly kind: 'skipped';
      readonly row: number;
      readonly why: 'empty' | 'total' | 'repeated-header' | 'remark';
    };

/** What one row is, under a mapping. */
export type RowReader = (row: SheetRow) => RowOutcome;

interface UsedColumn extends MappedColumn {
  readonly field: ImportField;
}

/**
 * Prepares the reading of the rows below a header. A row that cannot be read is refused with all its reasons at once and
 * never stops the file; totals, repeated headers and remarks below the table are skipped as such.
 *
 * @param mapping without problems (`checkMapping`)
 */
export function rowReader(mapping: SheetMapping, context: ReadingContext): RowReader {
  const columns = mapping.columns
    .filter((column): column is UsedColumn => column.use === 'field' && column.field !== null)
    .map((column) => ({ ...column, read: columnReader(column, context) }));
  const naming = columns.filter(({ field }) => names.has(fieldOf(field).reader)).map(({ field }) => field);
  return (row) => {
    if (row.cells.every((cell) => headerText(cell) === '' && (cell === null || typeof cell !== 'object')))
      return { kind: 'skipped', row: row.number, why: 'empty' };
    if (isRepeatedHeader(row, mapping)) return { kind: 'skipped', row: row.number, why: 'repeated-header' };
    const read = readCells(row, columns);
    const outcome = finish(row, mapping, context, read);
    // A row of totals may be like a record where the word stands in a column of words: it names nothing and has no time.
    const named = naming.some((field) => read.values[field] !== undefined);
    if (outcome.kind === 'record' && (named || !isTotal(row))) return outcome;
    if (isTotal(row)) return { kind: 'skipped', row: row.number, why: 'total' };
    return isRemark(row) ? { kind: 'skipped', row: row.number, why: 'remark' } : outcome;
  };
}

/** Readers of fields that tell one thing, or one moment, from another. */
const names: ReadonlySet<FieldReader> = new Set(['noteId', 'noteLink', 'digitsId', 'anyId', 'date']);

interface CellsRead {
  readonly values: Partial<Record<ImportField, FieldValue>>;
  readonly unknown: Partial<Record<ImportField, UnknownReason>>;
  readonly problems: RowProblem[];
}

interface ReadyColumn extends UsedColumn {
  readonly read: (cell: Cell) => Reading<FieldValue>;
}

/** How many texts of a column are remembered: accounts, days and campaigns repeat by the thousand. */
const rememberedMax = 1_000;

function columnReader({ field, options }: UsedColumn, context: ReadingContext): ReadyColumn['read'] {
  const remembered = new Map<string, Reading<FieldValue>>();
  return (cell) => {
    if (typeof cell !== 'string') return readField(field, options, cell, context);
    const known = remembered.get(cell);
    if (known) return known;
    const reading = readField(field, options, cell, context);
    if (remembered.size < rememberedMax) remembered.set(cell, reading);
    return reading;
  };
}

function readCells(row: SheetRow, columns: readonly ReadyColumn[]): CellsRead {
  const values: Partial<Record<ImportField, FieldValue>> = {};
  const unknown: Partial<Record<ImportField, UnknownReason>> = {};
  const problems: RowProblem[] = [];
  for (const { position, header, field, read } of columns) {
    const cell = row.cells[position] ?? null;
    const reading = read(cell);
    if (reading.kind === 'value') values[field] = reading.value;
    else if (reading.kind === 'unknown') unknown[field] = reading.why;
    else problems.push({ header, field, shown: shownCell(cell), code: reading.code });
  }
  return { values, unknown, problems };
}

function finish(row: SheetRow, mapping: SheetMapping, context: ReadingContext, read: CellsRead): RowOutcome {
  const problems = [...read.problems, ...takeIdFromLink(read)];
  const { values, unknown } = read;
  const { kind, record: type, constants } = mapping;
  const dated = (type === 'ad-row' ? values.adTime : values.dataDate) as FileMoment | undefined;
  const dataDate = dated?.day ?? (needsDate(type) ? context.dataDate : null);
  const identity = identityOf({ ...context, record: type, kind, values, dataDate, constants });
  const missing = 'missing' in identity ? identity.missing : [];
  // A field that was refused already has its reason; that its row has no name follows from it.
  const explained = missing.some((field) => problems.some((problem) => problem.field === field));
  if (missing.length > 0 && !explained)
    problems.push({ header: '', field: null, shown: '', code: 'identity-missing', needs: missing });
  if (needsDate(type) && dataDate === null)
    problems.push({ header: '', field: 'dataDate', shown: '', code: 'data-date-missing' });
  if (problems.length > 0 || 'missing' in identity)
    return { kind: 'rejected', sheet: row.sheet, row: row.number, problems };
  const place = { sheet: row.sheet, row: row.number };
  return { kind: 'record', record: { type, kind, ...place, identity, dataDate, constants, values, unknown } };
}

/** Whether records of a type mean nothing without the day that they show: snapshots, and ads without a time of their own. */
export const needsDate = (type: RecordType): boolean => type !== 'series-point' && type !== 'shop-order';

const idInLink = /[0-9a-f]{24}$/;

/** A link in full names its note where the id is missing, and must name the same where it is not. */
function takeIdFromLink({ values, unknown }: CellsRead): RowProblem[] {
  const link = typeof values.noteLink === 'string' ? idInLink.exec(values.noteLink)?.[0] : undefined;
  if (!link) return [];
  if (values.noteId !== undefined && values.noteId !== link)
    return [{ header: '', field: 'noteLink', shown: link, code: 'id-and-link-disagree' }];
  values.noteId = link;
  delete unknown.noteId;
  return [];
}

/** A cell as it stands in the file, short enough to be shown beside the reason for its refusal. */
export function shownCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return String(cell.excelSerial);
  const text = String(cell);
  return text.length > shownCellMax ? `${text.slice(0, shownCellMax - 1)}…` : text;
}
