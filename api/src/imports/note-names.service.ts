import { Injectable } from '@nestjs/common';
import type { ChooseNote } from '@poolrise/contracts';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { nameNotes, type ObservationKey } from './name-notes';
import { lockObservations } from './take-over';

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
}

/** A note of its own, by what its rows say of it. */
const ownSql = `
  with said as (
    select workspace_id, note from observation where note ->> 'nameKey' = $1 and note is not null and note_id is null
    order by day desc nulls last limit 1
  ), entered as (
    insert into observed_note (workspace_id, name_key, title_key, title, published_at)
    select workspace_id, note ->> 'nameKey', split_part(note ->> 'nameKey', chr(31), 1), coalesce(note ->> 'title', ''),
      (note ->> 'publishedAt')::timestamptz from said
    returning id
  )
  select id from entered`;
