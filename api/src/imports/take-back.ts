import type { Db } from '../db/db';
import { type DueImport, endStep, sayProgress } from './due-import';
import { lockObservations } from './lock-observations';
import { forgetSilentNotes, nameNotes, notesOf, type ObservationKey, sumUpNotes } from './name-notes';
import { creatorNamesIn, placeCreators } from './place-creators';

const rowsAtOnce = 5_000;

/**
 * Takes back what a file brought. Under each of its keys stands then what the latest other file in force said, whether that
 * came before it or after it, and nothing where no other file spoke.
 */
export async function takeBack(db: Db, due: DueImport, goesOn: () => boolean): Promise<void> {
  for (let done = 0; goesOn();) {
    const freed = await db.asEngine(async (tx) => {
      await lockObservations(tx, due.workspaceId);
      const keys = await tx.query<ObservationKey[]>(freeSql, [due.id, rowsAtOnce]);
      if (!keys.length) {
        await forgetSilentNotes(tx, due.workspaceId);
        await endStep(tx, due, 'undone');
        return 0;
      }
      const notes = await notesOf(tx, due.workspaceId, keys);
      const creators = keys.filter(({ subject }) => subject === 'creator-snapshot');
      const before = await creatorNamesIn(tx, due.workspaceId, creators);
      await tx.query(restoreSql, [
        due.workspaceId,
        keys.map(({ subject }) => subject),
        keys.map(({ key }) => key),
      ]);
      await nameNotes(tx, due.workspaceId, keys);
      await sumUpNotes(tx, due.workspaceId, notes);
      const after = await creatorNamesIn(tx, due.workspaceId, creators);
      await placeCreators(tx, due.workspaceId, [...before, ...after]);
      await sayProgress(tx, due, { rowsDone: done + keys.length });
      return keys.length;
    });
    if (!freed) return;
    done += freed;
  }
}

/** `update … returning` answers with rows and their number; a query around it with rows alone. */
const freeSql = `
  with mine as (
    select import_id, place from import_row where import_id = $1 and taken is not null order by place limit $2
  ), freed as (
    update import_row set taken = null from mine
    where import_row.import_id = mine.import_id and import_row.place = mine.place
    returning subject, key
  )
  select subject, key from freed`;

const restoreSql = `
  with freed as (
    select * from unnest($2::text[], $3::text[]) as freed (subject, key)
  ), standing as (
    select freed.subject, freed.key, said.* from freed left join lateral (
      select import_id, note, creator, record, coalesce(import_file.kind, 'other') as source from import_row
      join import_file on import_file.id = import_id
      where import_row.workspace_id = $1 and import_row.subject = freed.subject and import_row.key = freed.key
        and taken is not null
      order by taken desc limit 1) said on true
  ), gone as (
    delete from observation using standing
    where observation.workspace_id = $1 and observation.subject = standing.subject and observation.key = standing.key
      and standing.import_id is null
  )
  update observation
  set source = standing.source, import_id = standing.import_id, day = (standing.record ->> 'day')::date,
    note = standing.note, creator = standing.creator, note_id = case when observation.note = standing.note then note_id end, record = standing.record
  from standing
  where observation.workspace_id = $1 and observation.subject = standing.subject and observation.key = standing.key
    and standing.import_id is not null`;
