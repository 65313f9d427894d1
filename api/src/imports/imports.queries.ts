import {
  importLimits,
  type ImportListItem,
  type ImportProgress,
  type ImportRowsQuery,
  type ImportRowView,
  type ImportView,
  type Page,
  type PageQuery,
} from '@poolrise/contracts';
import { paceOf } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { speaking } from './take-over';

/** Where the worker began and where it is; what follows from it is told by the domain. */
const progressSql = `case when file.heard_at is not null and file.state in ('waiting', 'committing', 'undoing') then
  jsonb_build_object('state', file.state, 'looked', file.found is not null, 'share', file.share, 'shareBegan', file.began_share,
    'rowsDone', file.rows_done, 'rowsBegan', file.began_rows,
    'seconds', extract(epoch from file.heard_at - file.began_at)) end`;

const listed = `
  file.id, file.name, file.bytes::float8 as bytes, file.state, file.heard_at is not null as "underWay", file.kind,
  file.rows_done as "rowsDone", file.rows_total as "rowsTotal", file.counts, file.refusal, ${progressSql} as "soFar",
  to_char(file.kept_until, 'YYYY-MM-DD') as "keptUntil", ${isoInstant('file.expired_at')} as "expiredAt",
  case when file.state in ('asks', 'ready', 'undone', 'refused', 'failed') then
    to_char(least(file.kept_until, ((greatest(file.uploaded_at, file.undone_at) + interval '${importLimits.keptDays} days')
      at time zone 'Asia/Shanghai')::date), 'YYYY-MM-DD') end as "waitsUntil",
  coalesce(uploader.name, '') as "uploadedBy", ${isoInstant('file.uploaded_at')} as "uploadedAt",
  ${isoInstant('file.committed_at')} as "committedAt", ${isoInstant('file.undone_at')} as "undoneAt"`;
const from = 'from import_file file left join person uploader on uploader.id = file.uploaded_by';

/** Files of the workspace, the latest first. */
export async function importPage(
  tx: EntityManager,
  { cursor, limit }: PageQuery,
): Promise<Page<ImportListItem>> {
  const [, uploadedAt, id] = decodeCursor(cursor, z.literal('imports'), cursorInstant, z.uuid()) ?? [];
  const rows = await tx.query<Told<ImportListItem>[]>(
    `select ${listed} ${from}
     where $1::timestamptz is null or (file.uploaded_at, file.id) < ($1, $2::uuid)
     order by file.uploaded_at desc, file.id desc limit $3`,
    [uploadedAt, id, limit + 1],
  );
  return pageFrom(rows, limit, told, (row) => ['imports', row.uploadedAt, row.id]);
}

/** @throws Refused not-found */
export async function importView(tx: EntityManager, importId: string): Promise<ImportView> {
  const [view] = await tx.query<Told<ImportView>[]>(
    `select ${listed}, file.found, file.mapping, file.checks, committer.name as "committedBy", undoer.name as "undoneBy",
       file.kept_months as "keptMonths", ${keptRule} as "keptRule", keeper.name as "keptBy"
     ${from} left join person committer on committer.id = file.committed_by
     left join person undoer on undoer.id = file.undone_by left join person keeper on keeper.id = file.kept_by
     where file.id = $1`,
    [importId],
  );
  if (!view) throw new Refused('not-found', { field: 'path.importId' });
  return told(view);
}

/** By which rule a file is kept as long as it is; for SQL. */
export const keptRule = `case when kept_by is null then 'workspace-months'
  when kept_months is null then 'chosen-day' else 'chosen-months' end`;

interface SoFar {
  state: 'waiting' | 'committing' | 'undoing';
  looked: boolean;
  share: number;
  shareBegan: number;
  rowsDone: number;
  rowsBegan: number;
  seconds: number;
}
type Told<T extends { progress: unknown }> = Omit<T, 'progress'> & { soFar: SoFar | null };

function told<T extends { soFar: SoFar | null }>({
  soFar,
  ...row
}: T): Omit<T, 'soFar'> & { progress: ImportProgress | null } {
  return { ...row, progress: soFar && progressOf(soFar) };
}

function progressOf({
  state,
  looked,
  share,
  shareBegan,
  rowsDone,
  rowsBegan,
  seconds,
}: SoFar): ImportProgress {
  const step = {
    waiting: looked ? 'reading' : 'looking',
    committing: 'taking-over',
    undoing: 'taking-back',
  } as const;
  return {
    step: step[state],
    share,
    rows: rowsDone,
    ...paceOf({ seconds, rows: rowsDone - rowsBegan, shareBegan, share }),
  };
}

/**
 * Rows of one outcome in the order of the file. What stands before a change is what the files in force say now, or, where this
 * file is in force itself, what they said before it.
 */
export async function importRows(
  tx: EntityManager,
  importId: string,
  { outcome, cursor, limit }: ImportRowsQuery,
): Promise<Page<ImportRowView>> {
  await importView(tx, importId);
  const [, after] = decodeCursor(cursor, z.literal(`rows-${outcome}`), z.int()) ?? [];
  const rows = await tx.query<(ImportRowView & { place: number })[]>(
    `select place, sheet, line, outcome, subject, record, faults, said.before
     from import_row row join import_file mine on mine.id = row.import_id left join lateral (
       select earlier.record as before from import_row earlier join import_file file on file.id = earlier.import_id
       where row.outcome = 'changed' and earlier.workspace_id = row.workspace_id and earlier.subject = row.subject
         and earlier.key = row.key and earlier.${speaking} and earlier.import_id <> row.import_id
         and earlier.place > file.taken_from and earlier.place <= file.taken_to
         and (mine.taken_order is null or file.taken_order < mine.taken_order)
       order by file.taken_order desc limit 1) said on true
     where row.import_id = $1 and outcome = $2 and place > coalesce($3, 0) order by place limit $4`,
    [importId, outcome, after, limit + 1],
  );
  return pageFrom(
    rows,
    limit,
    ({ place: _place, ...row }) => row,
    (row) => [`rows-${outcome}`, row.place],
  );
}
