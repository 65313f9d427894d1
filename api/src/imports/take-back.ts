import type { EntityManager } from 'typeorm';
import type { Db } from '../db/db';
import { forgetCurveNote } from './curve-names';
import { type DueImport, endStep, sayProgress } from './due-import';
import { forgetWhatWasSaid } from './forget-imports';
import { lockObservations } from './lock-observations';
import { forgetSilentNotes, nameNotes, notesOf, type ObservationKey, sumUpNotes } from './name-notes';
import { creatorNamesIn, placeCreators } from './place-creators';
import { speaking } from './take-over';

const rowsAtOnce = 5_000;

/**
 * Takes back what a file brought. Under each of its keys stands then what the latest other file in force said, whether that
 * came before it or after it, and nothing where no other file spoke.
 */
export async function takeBack(db: Db, due: DueImport, goesOn: () => boolean): Promise<void> {
  while (goesOn()) if (await db.asEngine((tx) => takePieceBack(tx, due))) return;
}

async function takePieceBack(tx: EntityManager, due: DueImport): Promise<boolean> {
  await lockObservations(tx, due.workspaceId);
  const [taken] = await tx.query<{ from: number; to: number }[]>(
    'select taken_from as from, taken_to as to from import_file where id = $1',
    [due.id],
  );
  const { from, to } = taken ?? { from: 0, to: 0 };
  if (from >= to) {
    await forgetCurveNote(tx, due.workspaceId, due.sha256);
    await forgetSilentNotes(tx, due.workspaceId);
    if (due.expires) await forgetWhatWasSaid(tx, due.id);
    await endStep(tx, due, due.expires ? 'expired' : 'undone');
    return true;
  }
  const end = Math.min(to, from + rowsAtOnce);
  // From here on these rows are no word in force; what is looked for below are those of other files.
  await sayProgress(tx, due, { takenFrom: end });
  const keys = await tx.query<ObservationKey[]>(mineSql, [due.workspaceId, due.id, from, end]);
  if (keys.length) await restore(tx, due.workspaceId, keys);
  await sayProgress(tx, due, { rowsDone: end, share: end / to });
  return false;
}

/** Says of these keys what the other files in force say. */
async function restore(
  tx: EntityManager,
  workspaceId: string,
  keys: readonly ObservationKey[],
): Promise<void> {
  const notes = await notesOf(tx, workspaceId, keys);
  const creators = keys.filter(({ subject }) => subject === 'creator-snapshot');
  const namesBefore = await creatorNamesIn(tx, workspaceId, creators);
  const left = await tx.query<ObservationKey[]>(restoreSql, [
    workspaceId,
    keys.map(({ subject }) => subject),
    keys.map(({ key }) => key),
  ]);
  if (left.length) await nameNotes(tx, workspaceId, left);
  await sumUpNotes(tx, workspaceId, await stillSpokenOf(tx, workspaceId, notes));
  const namesNow = await creatorNamesIn(tx, workspaceId, creators);
  await placeCreators(tx, workspaceId, [...namesBefore, ...namesNow]);
}

/** Notes that are spoken of by nobody any more go at the end: what lists show of them need not be written once more. */
async function stillSpokenOf(
  tx: EntityManager,
  workspaceId: string,
  notes: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from unnest($2::uuid[]) as asked (id)
     where exists (select from observation where workspace_id = $1 and note_id = asked.id)`,
    [workspaceId, notes],
  );
  return rows.map(({ id }) => id);
}

/** Keys under which this file has the word; under its others a later one has it, and keeps it. */
const mineSql = `
  select said.subject, said.key from import_row said
  join observation on observation.workspace_id = $1 and observation.subject = said.subject and observation.key = said.key
    and observation.import_id = $2
  where said.import_id = $2 and said.place > $3 and said.place <= $4 and said.${speaking}`;

/** Lets go of what is said under keys, and says instead what the latest other file has to say; answers with what is left. */
const restoreSql = `
  with freed as (
    select * from unnest($2::text[], $3::text[]) as freed (subject, key)
  ), standing as (
    select freed.subject, freed.key, said.* from freed left join lateral (
      select import_id, note, creator, record, coalesce(import_file.kind, 'other') as source from import_row said
      join import_file on import_file.id = import_id
      where said.workspace_id = $1 and said.subject = freed.subject and said.key = freed.key and said.${speaking}
        and taken_order is not null and place > taken_from and place <= taken_to
      order by taken_order desc limit 1) said on true
  ), gone as (
    delete from observation using standing
    where observation.workspace_id = $1 and observation.subject = standing.subject and observation.key = standing.key
      and standing.import_id is null
  ), restored as (
    update observation
    set source = standing.source, import_id = standing.import_id, day = (standing.record ->> 'day')::date,
      note = standing.note, creator = standing.creator, note_id = case when observation.note = standing.note then note_id end, record = standing.record
    from standing
    where observation.workspace_id = $1 and observation.subject = standing.subject and observation.key = standing.key
      and standing.import_id is not null
    returning observation.subject, observation.key
  )
  select subject, key from restored`;
