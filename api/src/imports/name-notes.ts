import { fileKindIds, trustOfSource } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { figureSql } from './stored-record';

export interface ObservationKey {
  subject: string;
  key: string;
}

/**
 * Finds the notes that observations speak of, and enters those that nobody spoke of before. By the platform's id where the file
 * has one; else as a person chose; else by title and day of publishing, where these fit one note alone. Where they fit several,
 * or the title alone fits, the observation stays without a note until a person says which: nothing is joined by a guess.
 */
export async function nameNotes(
  tx: EntityManager,
  workspaceId: string,
  keys: readonly ObservationKey[],
): Promise<void> {
  await listSpoken(tx, spokenByObservations, parametersOf(workspaceId, keys));
  await findNotes(tx, workspaceId);
  await tx.query(nameFound, [workspaceId]);
  await sumUpNotes(tx, workspaceId, await notesOf(tx, workspaceId, keys));
}

/**
 * Lists what speaks of notes in the temporary table `spoken`: subject, key, the note as a file names it, and `note_id` where it is
 * known already. Once for all steps, and with statistics: of a table that has just been filled the planner knows nothing.
 *
 * @param rows a select that gives these columns
 */
export async function listSpoken(
  tx: EntityManager,
  rows: string,
  parameters: readonly unknown[],
): Promise<void> {
  await tx.query('drop table if exists spoken');
  await tx.query(`create temporary table spoken on commit drop as ${rows}`, [...parameters]);
  await tx.query('analyze spoken');
}

/** The columns of `spoken` that say how a file names a note. */
export const spokenColumns = (of: string): string => `
  ${of}.note ->> 'platformId' as platform_id, ${of}.note ->> 'nameKey' as name_key,
  -- an order and a curve have names, and no title
  case when ${of}.subject not in ('order', 'series-point') then split_part(${of}.note ->> 'nameKey', chr(31), 1) end as title_key,
  coalesce(${of}.note ->> 'title', '') as title, (${of}.note ->> 'publishedAt')::timestamptz as published_at`;

/** Gives what is spoken of its notes, and enters those that are new. */
export async function findNotes(tx: EntityManager, workspaceId: string): Promise<void> {
  const [has] = await tx.query<{ ids: boolean; names: boolean; titles: boolean }[]>(
    `select coalesce(bool_or(platform_id is not null), false) as ids,
       coalesce(bool_or(platform_id is null and name_key is not null), false) as names,
       coalesce(bool_or(platform_id is null and title_key is not null), false) as titles
     from spoken where note_id is null`,
  );
  if (has?.ids) for (const sql of [giveId, enterById, nameById]) await tx.query(sql, [workspaceId]);
  if (has?.names) await tx.query(nameByChoice, [workspaceId]);
  if (has?.titles)
    for (const sql of [nameByName, enterByName, nameByName]) await tx.query(sql, [workspaceId]);
}

const parametersOf = (workspaceId: string, keys: readonly ObservationKey[]) => [
  workspaceId,
  keys.map(({ subject }) => subject),
  keys.map(({ key }) => key),
];

/** The notes that these observations belong to. */
export async function notesOf(
  tx: EntityManager,
  workspaceId: string,
  keys: readonly ObservationKey[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct note_id as id from observation
     join unnest($2::text[], $3::text[]) as asked (subject, key) using (subject, key)
     where workspace_id = $1 and note_id is not null`,
    parametersOf(workspaceId, keys),
  );
  return rows.map(({ id }) => id);
}

/** Brings what lists show of notes up to date with their snapshots. */
export async function sumUpNotes(
  tx: EntityManager,
  workspaceId: string,
  noteIds: readonly string[],
): Promise<void> {
  if (noteIds.length) await tx.query(sumUp, [workspaceId, noteIds]);
}

/** After files were taken back: notes of which no file in force speaks, and ids that none says. */
export async function forgetSilentNotes(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `delete from observed_note where workspace_id = $1 and not exists (
       select from observation where observation.workspace_id = $1 and note_id = observed_note.id)`,
    [workspaceId],
  );
  await tx.query(
    `update observed_note set platform_id = null where workspace_id = $1 and platform_id is not null and not exists (
       select from observation where observation.workspace_id = $1 and note_id = observed_note.id
         and note ->> 'platformId' = platform_id)`,
    [workspaceId],
  );
}

const spokenByObservations = `
  select observation.subject, observation.key, day, note_id, ${spokenColumns('observation')}
  from observation join unnest($2::text[], $3::text[]) as asked (subject, key) using (subject, key)
  where workspace_id = $1 and note is not null and note_id is null`;

const nameFound = `
  update observation set note_id = spoken.note_id from spoken
  where observation.workspace_id = $1 and observation.subject = spoken.subject and observation.key = spoken.key
    and spoken.note_id is not null`;

/** A note that was known by its name alone, and whose id a file says now: one note of that name on either side. */
const giveId = `
  with told as (
    select name_key, min(platform_id) as platform_id from spoken
    where note_id is null and platform_id is not null and name_key is not null
    group by name_key having count(distinct platform_id) = 1
  ), known as (
    select name_key, (min(id::text))::uuid as id from observed_note
    where workspace_id = $1 and name_key in (select name_key from told)
    group by name_key having count(*) = 1 and bool_and(platform_id is null)
  )
  update observed_note set platform_id = told.platform_id from told join known using (name_key)
  where observed_note.id = known.id and not exists (
    select from observed_note taken where taken.workspace_id = $1 and taken.platform_id = told.platform_id)`;

const enterById = `
  insert into observed_note (workspace_id, platform_id, name_key, title_key, title, published_at)
  select distinct on (platform_id) $1, platform_id, name_key, title_key, title, published_at
  from spoken where note_id is null and platform_id is not null
  order by platform_id, name_key is null, day desc nulls last
  on conflict (workspace_id, platform_id) do update
    set name_key = coalesce(excluded.name_key, observed_note.name_key),
      title_key = coalesce(excluded.title_key, observed_note.title_key),
      title = coalesce(nullif(excluded.title, ''), observed_note.title),
      published_at = coalesce(excluded.published_at, observed_note.published_at)
    where (coalesce(excluded.name_key, observed_note.name_key), coalesce(excluded.title_key, observed_note.title_key),
        coalesce(nullif(excluded.title, ''), observed_note.title), coalesce(excluded.published_at, observed_note.published_at))
      is distinct from (observed_note.name_key, observed_note.title_key, observed_note.title, observed_note.published_at)`;

const nameById = `
  update spoken set note_id = observed_note.id from observed_note
  where observed_note.workspace_id = $1 and observed_note.platform_id = spoken.platform_id and spoken.note_id is null`;

const nameByChoice = `
  update spoken set note_id = choice.note_id from note_choice choice
  where choice.workspace_id = $1 and choice.name_key = spoken.name_key
    and spoken.platform_id is null and spoken.note_id is null`;

const nameByName = `
  with lone as (
    select name_key, (min(id::text))::uuid as id from observed_note
    where workspace_id = $1 and name_key in (select name_key from spoken where platform_id is null and note_id is null)
    group by name_key having count(*) = 1
  )
  update spoken set note_id = lone.id from lone
  where lone.name_key = spoken.name_key and spoken.platform_id is null and spoken.note_id is null`;

/** Of a title that no other note has, a snapshot may be the first word; of one that is there already, a person is asked. */
const enterByName = `
  insert into observed_note (workspace_id, name_key, title_key, title, published_at)
  select distinct on (name_key) $1, name_key, title_key, title, published_at
  from spoken
  where note_id is null and platform_id is null and title_key is not null and subject = 'note-snapshot'
    and not exists (select from observed_note
      where observed_note.workspace_id = $1 and observed_note.title_key = spoken.title_key)
  order by name_key, day desc nulls last`;

/** Ranks of the kinds of files, for SQL. */
const trusts = [...fileKindIds, null]
  .map((kind) => `('${kind ?? 'other'}', ${trustOfSource(kind)})`)
  .join(', ');

/**
 * Rows that count a note. The report of orders (P0) has the figures of the note beside each order; where an order is about several
 * notes they are nobody's alone.
 */
export const countsNote = `(subject = 'note-snapshot'
  or subject = 'order' and coalesce(record -> 'values' ->> 'noteCount', '1') in ('0', '1'))`;

const figure = (field: string): string => `round(${figureSql(`(values -> '${field}')`)}::numeric)`;

/** What the lists of notes show and sort by: the most trusted of the latest snapshots. */
const sumUp = `
  with newest as (
    select told.note_id, said.day, said.values from unnest($2::uuid[]) as told (note_id) left join lateral (
      select day, record -> 'values' as values from observation
      join (values ${trusts}) as trust (source, rank) using (source)
      where workspace_id = $1 and note_id = told.note_id and ${countsNote}
      order by day desc nulls last, rank desc, key limit 1) said on true
  )
  update observed_note set day = newest.day,
    latest = jsonb_strip_nulls(jsonb_build_object('impressions', values -> 'impressions', 'reads', values -> 'reads',
      'interactions', values -> 'interactions', 'noteType', values -> 'noteType')),
    impressions = ${figure('impressions')}, reads = ${figure('reads')}, interactions = ${figure('interactions')}
  from newest where observed_note.workspace_id = $1 and observed_note.id = newest.note_id`;
