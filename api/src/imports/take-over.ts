import type { Db } from '../db/db';
import { type DueImport, endStep, sayProgress } from './due-import';
import { forgetContents } from './import-contents';
import { lockObservations } from './lock-observations';
import { nameNotes, type ObservationKey } from './name-notes';
import { creatorNamesIn, placeCreators } from './place-creators';

/** Rows a transaction: what an interrupted import brought stays, and the next worker goes on after it. */
const rowsAtOnce = 5_000;

/** Puts in force what the preview of a file showed. */
export async function takeOver(db: Db, due: DueImport, goesOn: () => boolean): Promise<void> {
  for (let after = 0; goesOn();) {
    const last = await db.asEngine(async (tx) => {
      await lockObservations(tx, due.workspaceId);
      const places = await tx.query<{ place: number }[]>(dueSql, [due.id, after, rowsAtOnce]);
      const first = places[0]?.place;
      const end = places.at(-1)?.place;
      if (first === undefined || end === undefined) {
        await forgetContents(tx, due.id);
        await endStep(tx, due, 'done');
        return null;
      }
      const creators = await tx.query<ObservationKey[]>(creatorRowsSql, [due.id, first, end]);
      const namesBefore = await creatorNamesIn(tx, due.workspaceId, creators);
      await nameNotes(tx, due.workspaceId, await tx.query<ObservationKey[]>(takeSql, [due.id, first, end]));
      const namesNow = await creatorNamesIn(tx, due.workspaceId, creators);
      await placeCreators(tx, due.workspaceId, [...namesBefore, ...namesNow]);
      await sayProgress(tx, due, { rowsDone: end });
      return end;
    });
    if (last === null) return;
    after = last;
  }
}

const dueSql = `
  select place from import_row
  where import_id = $1 and place > $2 and taken is null and outcome in ('new', 'changed', 'unchanged')
  order by place limit $3`;

/** What is under these keys may name its creator otherwise than this file does: both names are looked at again. */
const creatorRowsSql = `
  select subject, key from import_row
  where import_id = $1 and place between $2 and $3 and taken is null and outcome in ('new', 'changed', 'unchanged')
    and subject = 'creator-snapshot'`;

/** The row is the latest word under its key from now on; the words before it stand, in case it is taken back. */
const takeSql = `
  with due as (
    update import_row set taken = nextval('import_row_taken_order')
    where import_id = $1 and place between $2 and $3 and taken is null and outcome in ('new', 'changed', 'unchanged')
    returning workspace_id, import_id, subject, key, note, creator, record
  )
  insert into observation (workspace_id, subject, key, source, import_id, day, note, creator, record)
  select due.workspace_id, subject, key, coalesce(import_file.kind, 'other'), import_id, (record ->> 'day')::date, note, creator, record
  from due join import_file on import_file.id = due.import_id
  on conflict (workspace_id, subject, key) do update
    set source = excluded.source, import_id = excluded.import_id, day = excluded.day,
        note = excluded.note, creator = excluded.creator, note_id = case when observation.note = excluded.note then observation.note_id end,
        record = excluded.record
  returning subject, key`;
