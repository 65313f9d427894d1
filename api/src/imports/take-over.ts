import type { EntityManager } from 'typeorm';
import type { Db } from '../db/db';
import { type DueImport, endStep, sayProgress } from './due-import';
import { forgetContents } from './import-contents';
import { lockObservations } from './lock-observations';
import { findNotes, listSpoken, type ObservationKey, spokenColumns, sumUpNotes } from './name-notes';
import { creatorNamesIn, placeCreators } from './place-creators';

/** Rows a transaction: what an interrupted import brought stays, and the next worker goes on after it. */
const rowsAtOnce = 5_000;

/** Rows that say something, of which a file has one under each key; for SQL. */
export const speaking = `outcome in ('new', 'changed', 'unchanged')`;

/**
 * Puts in force what the preview of a file showed. No row is written for it: the file says how far it is taken over and, against
 * the other files, when.
 */
export async function takeOver(db: Db, due: DueImport, goesOn: () => boolean): Promise<void> {
  while (goesOn()) if (await db.asEngine((tx) => takePiece(tx, due))) return;
}

/** The next rows of the file; whether it was the end. */
async function takePiece(tx: EntityManager, due: DueImport): Promise<boolean> {
  await lockObservations(tx, due.workspaceId);
  const { order, after, rows } = await placeOf(tx, due.id);
  if (after >= rows) {
    await forgetContents(tx, due.id);
    await endStep(tx, due, 'done');
    return true;
  }
  const end = Math.min(rows, after + rowsAtOnce);
  await listSpoken(tx, spokenSql, [due.workspaceId, due.id, after, end, order]);
  await findNotes(tx, due.workspaceId);
  // What stood under these keys may have named its creator otherwise than this file does: both names are looked at again.
  const creators = await tx.query<ObservationKey[]>(
    `select subject, key from spoken where subject = 'creator-snapshot'`,
  );
  const namesBefore = await creatorNamesIn(tx, due.workspaceId, creators);
  await tx.query(sayAllSql, [due.id]);
  const namesNow = await creatorNamesIn(tx, due.workspaceId, creators);
  await placeCreators(tx, due.workspaceId, [...namesBefore, ...namesNow]);
  const notes = await tx.query<{ id: string }[]>(
    `select note_id as id from spoken where note_id is not null
     union select note_before from spoken where note_before is not null`,
  );
  await sumUpNotes(
    tx,
    due.workspaceId,
    notes.map(({ id }) => id),
  );
  await sayProgress(tx, due, { rowsDone: end, share: end / rows, takenTo: end });
  return false;
}

interface TakenSoFar {
  order: string;
  after: number;
  rows: number;
}

/** The file's place among all that were taken over, which it gets with its first piece. */
async function placeOf(tx: EntityManager, importId: string): Promise<TakenSoFar> {
  const [rows] = await tx.query<[TakenSoFar[], number]>(
    `update import_file set taken_order = coalesce(taken_order, nextval('import_file_taken_order')) where id = $1
     returning taken_order as order, taken_to as after, coalesce(rows_total, 0) as rows`,
    [importId],
  );
  return rows[0] ?? { order: '0', after: 0, rows: 0 };
}

/** What these rows say and no later file has said otherwise, with the note that the same words meant before. */
const spokenSql = `
  select said.place, said.subject, said.key, (said.record ->> 'day')::date as day, standing.note_id as note_before,
    case when standing.note = said.note then standing.note_id end as note_id, ${spokenColumns('said')}
  from import_row said
  left join observation standing
    on standing.workspace_id = $1 and standing.subject = said.subject and standing.key = said.key
  left join import_file other on other.id = standing.import_id
  where said.import_id = $2 and said.place > $3 and said.place <= $4 and said.${speaking}
    and coalesce(other.taken_order, 0) <= $5::bigint`;

/** The rows are the latest word under their keys from now on; the words before them stand in their files, in case this is taken back. */
const sayAllSql = `
  insert into observation (workspace_id, subject, key, source, import_id, day, note, note_id, creator, record)
  select said.workspace_id, said.subject, said.key, coalesce(import_file.kind, 'other'), said.import_id, spoken.day, said.note,
    spoken.note_id, said.creator, said.record
  from spoken join import_row said on said.import_id = $1 and said.place = spoken.place
  join import_file on import_file.id = said.import_id
  on conflict (workspace_id, subject, key) do update
    set source = excluded.source, import_id = excluded.import_id, day = excluded.day,
        note = excluded.note, note_id = excluded.note_id, creator = excluded.creator, record = excluded.record`;
