import type { NoteChoice, Page, PageQuery } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

/** What people said of names, the latest first. */
export async function choicePage(tx: EntityManager, { cursor, limit }: PageQuery): Promise<Page<NoteChoice>> {
  const [, chosenAt, nameKey] =
    decodeCursor(cursor, z.literal('note-choices'), cursorInstant, z.string()) ?? [];
  const rows = await tx.query<NoteChoice[]>(choicesSql, [chosenAt ?? null, nameKey ?? null, limit + 1]);
  return pageFrom(
    rows,
    limit,
    (row) => row,
    (row) => ['note-choices', row.chosenAt, row.nameKey],
  );
}

const choicesSql = `
  with page as (
    select * from note_choice
    where $1::timestamptz is null or (chosen_at, name_key) < ($1, $2)
    order by chosen_at desc, name_key desc limit $3
  )
  select page.name_key as "nameKey", said.title, said."orderId", said.rows,
    jsonb_build_object('id', note.id, 'title', note.title, 'platformId', note.platform_id) as note,
    person.name as "chosenBy", ${isoInstant('page.chosen_at')} as "chosenAt"
  from page join observed_note note on note.workspace_id = page.workspace_id and note.id = page.note_id
  left join person on person.id = page.chosen_by
  cross join lateral (
    select count(*)::integer as rows, min(observation.note ->> 'title') as title,
      min(record -> 'values' ->> 'orderId') filter (where subject = 'order') as "orderId"
    from observation
    where observation.workspace_id = page.workspace_id and note_id = page.note_id
      and observation.note ->> 'nameKey' = page.name_key and observation.note ->> 'platformId' is null
  ) said
  order by page.chosen_at desc, page.name_key desc`;
