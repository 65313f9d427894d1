import { Injectable } from '@nestjs/common';
import type { ChooseNote } from '@poolrise/contracts';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { lockObservations } from './lock-observations';
import { nameNotes, type ObservationKey, sumUpNotes } from './name-notes';

/** Which note a name in files means, where only a person knows. */
@Injectable()
export class NoteNames {
  constructor(private readonly db: Db) {}

  /**
   * Says that a name means a note, or with null a note of its own; rows of files that are in force follow, and later ones as well.
   * @throws Refused not-found
   */
  choose(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    { nameKey, noteId }: ChooseNote,
    now = new Date(),
  ): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await lockObservations(tx, workspaceId);
      const keys = await tx.query<ObservationKey[]>(
        `select subject, key from observation where note ->> 'nameKey' = $1 and note is not null and note_id is null`,
        [nameKey],
      );
      if (!keys.length) throw new Refused('not-found', { field: '/nameKey' });
      const [chosen] = await tx.query<{ id: string }[]>(
        noteId === null ? ownSql : 'select id from observed_note where id = $1',
        [noteId ?? nameKey],
      );
      if (!chosen) throw new Refused('not-found', { field: '/noteId' });
      await tx.query(
        `insert into note_choice (workspace_id, name_key, note_id, chosen_by, chosen_at) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id, name_key) do update
           set note_id = excluded.note_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
        [workspaceId, nameKey, chosen.id, person.id, now],
      );
      await nameNotes(tx, workspaceId, keys);
      await announce(tx, workspaceId, 'imports');
    });
  }

  /**
   * Takes back what was said of a name. Its rows go where they would be without it, and a note that was made for them alone is
   * gone.
   * @throws Refused not-found
   */
  drop(workspaceId: string, nameKey: string): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await lockObservations(tx, workspaceId);
      const [dropped] = await tx.query<{ noteId: string; keys: ObservationKey[] }[]>(dropSql, [nameKey]);
      if (!dropped) throw new Refused('not-found', { field: '/nameKey' });
      await sumUpNotes(tx, workspaceId, [dropped.noteId]);
      await tx.query(
        `delete from observed_note where id = $1 and not exists (
           select from observation where observation.workspace_id = $2 and note_id = $1)`,
        [dropped.noteId, workspaceId],
      );
      await nameNotes(tx, workspaceId, dropped.keys);
      await announce(tx, workspaceId, 'imports');
    });
  }
}

/** A row that names the note by its id needs no choice and stays. */
const dropSql = `
  with dropped as (
    delete from note_choice where name_key = $1 returning workspace_id, note_id
  ), freed as (
    update observation set note_id = null from dropped
    where observation.workspace_id = dropped.workspace_id and observation.note_id = dropped.note_id
      and note ->> 'nameKey' = $1 and note ->> 'platformId' is null
    returning subject, key
  )
  select note_id as "noteId", (select coalesce(jsonb_agg(to_jsonb(freed)), '[]') from freed) as keys from dropped`;

/** A note of its own, by what its rows say of it. An order without a title gives its own name, by which no other file finds it. */
const ownSql = `
  with said as (
    select workspace_id, note, record -> 'values' ->> 'cooperationName' as order_name from observation
    where note ->> 'nameKey' = $1 and note is not null and note_id is null
    order by day desc nulls last limit 1
  ), entered as (
    insert into observed_note (workspace_id, name_key, title_key, title, published_at)
    select workspace_id, note ->> 'nameKey',
      case when note ->> 'publishedAt' is not null then split_part(note ->> 'nameKey', chr(31), 1) end,
      coalesce(note ->> 'title', order_name, ''), (note ->> 'publishedAt')::timestamptz from said
    returning id
  )
  select id from entered`;
