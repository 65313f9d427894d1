import { shiftDay } from '@poolrise/domain';
import { queryKey } from '../src/feed/searches';
import { lastWholeDay } from '../src/topics/search-demand';
import type { TestDatabase } from './database';

/** Readers searched for a text: so many times in each week of seven days up to yesterday, the oldest first. */
export async function searchedByWeek(
  { owner }: TestDatabase,
  text: string,
  weeks: readonly number[],
  now = new Date(),
): Promise<void> {
  await owner(
    `with text as (insert into search_query (key, text, first_at) values ($1, $2, now()) on conflict do nothing)
     insert into search_query_day (day, query_key, searches) select day, $1, searches from unnest($3::date[], $4::int[]) as week(day, searches)
      where searches > 0`,
    [
      queryKey(text),
      text,
      weeks.map((_, week) => shiftDay(lastWholeDay(now), -7 * (weeks.length - 1 - week))),
      weeks,
    ],
  );
}

/** A note was read so often from a search, yesterday. */
export async function readFrom(
  { owner }: TestDatabase,
  text: string,
  note: { noteId: string; workspaceId: string },
  reads: number,
  now = new Date(),
): Promise<void> {
  await owner(
    `insert into search_note_day (note_id, day, query_key, boost_id, keyword, workspace_id, impressions, reads)
     values ($1, $2, $3, '00000000-0000-0000-0000-000000000000', 0, $4, $5, $5)`,
    [note.noteId, lastWholeDay(now), queryKey(text), note.workspaceId, reads],
  );
}
