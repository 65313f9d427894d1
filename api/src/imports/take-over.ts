import type { EntityManager } from 'typeorm';
import type { Db } from '../db/db';
import { type DueImport, endStep, sayProgress } from './due-import';
import { forgetContents } from './import-contents';
import { nameNotes, type ObservationKey } from './name-notes';

/** Rows a transaction: what an interrupted import brought stays, and the next worker goes on after it. */
const rowsAtOnce = 5_000;

/** Two files at once would each take what the other has not finished for the state before it. */
export const lockObservations = (tx: EntityManager, workspaceId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 31))', [workspaceId]);

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
      await nameNotes(tx, due.workspaceId, await tx.query<ObservationKey[]>(takeSql, [due.id, first, end]));
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

/** The row is the latest word under its key from now on; the words before it stand, in case it is taken back. */
const takeSql = `
  with due as (
    update import_row set taken = nextval('import_row_taken_order')
    where import_id = $1 and place between $2 and $3 and taken is null and outcome in ('new', 'changed', 'unchanged')
    returning workspace_id, import_id, subject, key, note, record
  )
  insert into observation (workspace_id, subject, key, source, import_id, day, note, record)
  select due.workspace_id, subject, key, import_file.kind, import_id, (record ->> 'day')::date, note, record
  from due join import_file on import_file.id = due.import_id
  on conflict (workspace_id, subject, key) do update
    set source = excluded.source, import_id = excluded.import_id, day = excluded.day,
        note = excluded.note, note_id = case when observation.note = excluded.note then observation.note_id end,
        record = excluded.record
  returning subject, key`;
