import type { ImportCounts, ImportMapping, RowFault } from '@poolrise/contracts';
import {
  creatorRefOf,
  type CreatorRef,
  foldForSearch,
  type FileChecks,
  fileKinds,
  type ImportedRecord,
  RowChecks,
  type RowOutcome,
  type RowReader,
  rowReader,
  type SheetRow,
} from '@poolrise/domain';
import { hash } from 'node:crypto';
import type pg from 'pg';
import { copyQuery } from '../db/copy-query';
import { copyLine } from '../db/copy-text';
import type { Db } from '../db/db';
import { curveName, titleOfFile } from './curve-names';
import { type DueImport, sayProgress } from './due-import';
import { authorsHiddenIn, type HideAuthor, withHiddenAuthor } from './hide-authors';
import { printed } from './recognise-import';
import type { OpenedFile } from './reading/read-file';
import { type NoteRef, storedRecord } from './stored-record';

/** Rows a transaction. */
const rowsAtOnce = 5_000;
const separator = '\u001f';

/** What is written of one row. */
interface StagedRow {
  place: number;
  sheet: string;
  line: number;
  outcome: 'repeated' | 'rejected' | null;
  subject: string | null;
  key: string | null;
  /** as JSON */
  record: string | null;
  note: NoteRef | null;
  creator: CreatorRef | null;
  faults: RowFault[] | null;
  cells: string[] | null;
}

/**
 * Reads a file row by row under its mapping and lays down what each row would do. Begins anew whenever it is called: the rows
 * of an earlier try are gone first.
 *
 * @throws Overtaken, FileRefused
 */
export async function stageRows(
  db: Db,
  due: DueImport,
  mapping: ImportMapping,
  { batches, share }: Pick<OpenedFile, 'batches' | 'share'>,
): Promise<{ counts: ImportCounts; checks: FileChecks; rows: number }> {
  const hide = await db.asEngine(async (tx) => {
    await tx.query('delete from import_row where import_id = $1', [due.id]);
    return authorsHiddenIn(tx, due.workspaceId);
  });
  const staging = new Staging(mapping, hide, due);
  const counts: ImportCounts = { new: 0, changed: 0, unchanged: 0, repeated: 0, rejected: 0, skipped: 0 };
  const write = async (rows: readonly StagedRow[], sofar: { rowsDone: number; share: number }) => {
    for (const [outcome, n] of Object.entries(await writeRows(db, due, rows, sofar)))
      counts[outcome as keyof ImportCounts] += n;
  };
  // While the database writes some rows, the next ones are read.
  let writing: Promise<void> = Promise.resolve();
  const writeNext = async () => {
    await writing;
    writing = write(staging.take(), { rowsDone: staging.place, share: share() });
    writing.catch(() => undefined);
  };
  for await (const batch of batches()) {
    for (const row of batch) staging.read(row);
    if (staging.waiting >= rowsAtOnce) await writeNext();
  }
  await writeNext();
  await writing;
  counts.skipped = staging.skipped;
  return { counts, checks: staging.checks.report(), rows: staging.place };
}

/** Turns rows of a file into rows to write, and remembers what it has seen. */
class Staging {
  place = 0;
  skipped = 0;
  readonly checks: RowChecks;
  private rows: StagedRow[] = [];
  private readonly sheets: ReadonlyMap<string, SheetReading>;
  /** by key: where it stood first and what was said under it there, in short */
  private readonly seen = new Map<string, { line: number; sheet: string; digest: string }>();

  constructor(
    private readonly mapping: ImportMapping,
    private readonly hide: HideAuthor,
    private readonly file: Pick<DueImport, 'id' | 'name' | 'sha256'>,
  ) {
    const kind = mapping.sheets.map(({ mapping: { kind: its } }) => its).find((its) => its !== null);
    this.checks = new RowChecks(kind ? fileKinds[kind].interactions : null);
    this.sheets = new Map(mapping.sheets.map((sheet) => [sheet.sheet, readingOf(mapping, sheet, file)]));
  }

  get waiting(): number {
    return this.rows.length;
  }

  take(): StagedRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  read(row: SheetRow): void {
    const reading = this.sheets.get(row.sheet);
    if (!reading || row.number <= reading.lastHeaderRow) return;
    const outcome = reading.read(row);
    if (outcome.kind === 'skipped') this.skipped++;
    else this.rows.push(this.stage(row, reading, outcome));
  }

  private stage(
    row: SheetRow,
    reading: SheetReading,
    outcome: Exclude<RowOutcome, { kind: 'skipped' }>,
  ): StagedRow {
    const base = { place: ++this.place, sheet: row.sheet, line: row.number };
    if (outcome.kind === 'rejected')
      return rejected(
        base,
        row,
        reading,
        outcome.problems.map(({ header, shown, code }) => ({ header, value: shown, code })),
      );
    const record = withHiddenAuthor(outcome.record, this.hide);
    const stored = JSON.stringify(storedRecord(record));
    const key = keyOf(record);
    const digest = hash('sha1', stored, 'base64');
    const named = `${record.type}${separator}${key}`;
    const earlier = this.seen.get(named);
    if (earlier && earlier.digest !== digest)
      return rejected(base, row, reading, [
        { header: '', value: `${earlier.sheet} ${earlier.line}`, code: 'contradicts-row' },
      ]);
    if (!earlier) this.seen.set(named, { line: row.number, sheet: row.sheet, digest });
    this.checks.observe(record);
    return {
      ...base,
      outcome: earlier ? 'repeated' : null,
      subject: record.type,
      key,
      record: stored,
      note: noteOf(record, this.mapping, this.file),
      creator: creatorOf(record, this.file.id),
      faults: null,
      cells: null,
    };
  }
}

interface SheetReading {
  read: RowReader;
  lastHeaderRow: number;
  /** positions of columns that are personal, which nothing is kept of */
  dropped: ReadonlySet<number>;
}

function readingOf(
  { dataDay, capturedAt, noteId }: ImportMapping,
  { headerRows, mapping }: ImportMapping['sheets'][number],
  { sha256 }: Pick<DueImport, 'sha256'>,
): SheetReading {
  return {
    read: rowReader(mapping, {
      capturedAt: capturedAt === null ? null : Date.parse(capturedAt),
      dataDate: dataDay,
      source: mapping.kind ?? 'other',
      subject: noteId ?? sha256,
    }),
    lastHeaderRow: Math.max(...headerRows),
    dropped: new Set(mapping.columns.filter(({ use }) => use === 'dropped').map(({ position }) => position)),
  };
}

const rejected = (
  base: Pick<StagedRow, 'place' | 'sheet' | 'line'>,
  { cells }: SheetRow,
  { dropped }: SheetReading,
  faults: RowFault[],
): StagedRow => ({
  ...base,
  outcome: 'rejected',
  subject: null,
  key: null,
  record: null,
  note: null,
  creator: null,
  faults,
  cells: cells.map((cell, position) => (dropped.has(position) ? '' : printed(cell))),
});

/** The type of a record stands in a column of its own. */
const keyOf = ({ identity }: ImportedRecord): string => identity.slice(1).join(separator);

/** Titles are compared without case, width and blanks, days in Shanghai. */
function noteOf(
  { type, values }: ImportedRecord,
  { noteId }: ImportMapping,
  file: Pick<DueImport, 'name' | 'sha256'>,
): NoteRef | null {
  const platformId = typeof values.noteId === 'string' ? values.noteId : noteId;
  if (type === 'series-point' && !platformId)
    return { platformId, nameKey: curveName(file.sha256), title: titleOfFile(file.name), publishedAt: null };
  const title = typeof values.title === 'string' ? values.title : null;
  const published = values.publishedAt;
  const moment = typeof published === 'object' && 'at' in published ? published : null;
  const order = typeof values.orderId === 'string' ? `order${separator}${values.orderId}` : null;
  const nameKey = title && moment ? `${foldForSearch(title)}${separator}${moment.day}` : order;
  if (!platformId && !nameKey) return null;
  return { platformId, nameKey, title, publishedAt: moment && new Date(moment.at).toISOString() };
}

/** Two tables that were mapped by hand may be of two vendors, whose ids have nothing to do with each other. */
const creatorOf = ({ type, kind, values }: ImportedRecord, importId: string): CreatorRef | null =>
  type === 'creator-snapshot' ? creatorRefOf(values, kind ?? `other ${importId}`) : null;

const columns = [
  'place',
  'sheet',
  'line',
  'outcome',
  'subject',
  'key',
  'record',
  'note',
  'creator',
  'faults',
  'cells',
] as const;

/** How many rows had which outcome. */
async function writeRows(
  db: Db,
  due: DueImport,
  rows: readonly StagedRow[],
  sofar: { rowsDone: number; share: number },
): Promise<Record<string, number>> {
  return db.asEngine(async (tx) => {
    await sayProgress(tx, due, sofar);
    if (!rows.length) return {};
    await tx.query(`
      create temporary table staged on commit drop as select ${columns.join(', ')} from import_row limit 0`);
    const client = (await tx.queryRunner?.connect()) as pg.ClientBase;
    await copyQuery(
      client,
      `copy staged (${columns.join(', ')}) from stdin`,
      Buffer.from(rows.map((row) => copyLine(columns.map((column) => jsonb(row[column])))).join('')),
    );
    const outcomes = await tx.query<{ outcome: string; n: number }[]>(stageSql, [due.workspaceId, due.id]);
    return Object.fromEntries(outcomes.map(({ outcome, n }) => [outcome, n]));
  });
}

/** Lists would be written as arrays of PostgreSQL; here they are JSON. */
const jsonb = (value: StagedRow[keyof StagedRow]): string | number | object | null =>
  Array.isArray(value) ? JSON.stringify(value) : value;

const stageSql = `
  with written as (
    insert into import_row (workspace_id, import_id, ${columns.join(', ')})
    select $1, $2, place, sheet, line,
      coalesce(outcome, case
        when known.key is null then 'new' when known.record = staged.record then 'unchanged' else 'changed' end),
      staged.subject, staged.key, staged.record, staged.note, staged.creator, faults, cells
    from staged left join observation known
      on known.workspace_id = $1 and known.subject = staged.subject and known.key = staged.key
    returning outcome
  )
  select outcome, count(*)::integer as n from written group by outcome`;
