import type {
  ImportListItem,
  ImportRowsQuery,
  ImportRowView,
  ImportView,
  Page,
  PageQuery,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';

const listed = `
  file.id, file.name, file.bytes::float8 as bytes, file.state, file.heard_at is not null as "underWay", file.kind,
  file.rows_done as "rowsDone", file.rows_total as "rowsTotal", file.counts, file.refusal,
  coalesce(uploader.name, '') as "uploadedBy", ${isoInstant('file.uploaded_at')} as "uploadedAt",
  ${isoInstant('file.committed_at')} as "committedAt", ${isoInstant('file.undone_at')} as "undoneAt"`;
const from = 'from import_file file left join person uploader on uploader.id = file.uploaded_by';

/** Files of the workspace, the latest first. */
export async function importPage(
  tx: EntityManager,
  { cursor, limit }: PageQuery,
): Promise<Page<ImportListItem>> {
  const [, uploadedAt, id] = decodeCursor(cursor, z.literal('imports'), cursorInstant, z.uuid()) ?? [];
  const rows = await tx.query<ImportListItem[]>(
    `select ${listed} ${from}
     where $1::timestamptz is null or (file.uploaded_at, file.id) < ($1, $2::uuid)
     order by file.uploaded_at desc, file.id desc limit $3`,
    [uploadedAt, id, limit + 1],
  );
  return pageFrom(
    rows,
    limit,
    (row) => row,
    (row) => ['imports', row.uploadedAt, row.id],
  );
}

/** @throws Refused not-found */
export async function importView(tx: EntityManager, importId: string): Promise<ImportView> {
  const [view] = await tx.query<ImportView[]>(
    `select ${listed}, file.found, file.mapping, file.checks, committer.name as "committedBy", undoer.name as "undoneBy"
     ${from} left join person committer on committer.id = file.committed_by
     left join person undoer on undoer.id = file.undone_by where file.id = $1`,
    [importId],
  );
  if (!view) throw new Refused('not-found', { field: 'path.importId' });
  return view;
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
     from import_row row left join lateral (
       select earlier.record as before from import_row earlier
       where row.outcome = 'changed' and earlier.workspace_id = row.workspace_id and earlier.subject = row.subject
         and earlier.key = row.key and earlier.taken is not null and (row.taken is null or earlier.taken < row.taken)
       order by earlier.taken desc limit 1) said on true
     where import_id = $1 and outcome = $2 and place > coalesce($3, 0) order by place limit $4`,
    [importId, outcome, after, limit + 1],
  );
  return pageFrom(
    rows,
    limit,
    ({ place: _place, ...row }) => row,
    (row) => [`rows-${outcome}`, row.place],
  );
}
