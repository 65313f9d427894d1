import type { ObservedNoteRow, ObservedNotesQuery, Page } from '@poolrise/contracts';
import { foldForSearch } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

const never = '1970-01-01T00:00:00.000000Z';
const sortKeys = {
  published: {
    sql: `coalesce(published_at, '-infinity')`,
    key: isoInstant(`coalesce(published_at, '${never}')`),
  },
  impressions: { sql: 'coalesce(impressions, -1)', key: 'coalesce(impressions, -1)::float8' },
  reads: { sql: 'coalesce(reads, -1)', key: 'coalesce(reads, -1)::float8' },
  interactions: { sql: 'coalesce(interactions, -1)', key: 'coalesce(interactions, -1)::float8' },
} as const;

/** Notes of the workspace; those that nothing is known of for the sort stand last. */
export async function observedNotePage(
  tx: EntityManager,
  { sort, search, cursor, limit }: ObservedNotesQuery,
): Promise<Page<ObservedNoteRow>> {
  const { sql, key } = sortKeys[sort];
  const keySchema = sort === 'published' ? cursorInstant : z.number();
  const [, after, id] = decodeCursor(cursor, z.literal(`observed-${sort}`), keySchema, z.uuid()) ?? [];
  const type = sort === 'published' ? 'timestamptz' : 'bigint';
  // A day that nobody knows is before all others and has no place in a cursor.
  const afterValue = after === never ? '-infinity' : after;
  const rows = await tx.query<(ObservedNoteRow & { sortKey: string | number })[]>(
    `with page as (
       select * from observed_note
       where ($1::${type} is null or (${sql}, id) < ($1, $2::uuid))
         and ($4::text is null or title_key like $4 or platform_id = $5)
       order by ${sql} desc, id desc limit $3
     )
     select page.id, page.platform_id as "platformId", page.title, ${isoInstant('page.published_at')} as "publishedAt",
       page.latest ->> 'noteType' as type, page.day::text as day, page.latest -> 'impressions' as impressions,
       page.latest -> 'reads' as reads, page.latest -> 'interactions' as interactions, said.*, ${key} as "sortKey"
     from page cross join lateral (
       select count(*) filter (where subject = 'note-snapshot')::integer as snapshots,
         count(*) filter (where subject = 'order')::integer as orders,
         count(*) filter (where subject = 'ad-row')::integer as "adRows",
         coalesce(array_agg(distinct source), '{}') as sources
       from observation where observation.workspace_id = page.workspace_id and note_id = page.id) said
     order by ${sql} desc, page.id desc`,
    [
      afterValue ?? null,
      id ?? null,
      limit + 1,
      search ? likeTitle(search) : null,
      search?.toLowerCase() ?? null,
    ],
  );
  return pageFrom(
    rows,
    limit,
    ({ sortKey: _sortKey, ...row }) => row,
    (row) => [`observed-${sort}`, row.sortKey, row.id],
  );
}

/** What a title contains, with the signs of LIKE taken as they are. */
const likeTitle = (search: string): string => `%${foldForSearch(search).replace(/[\\%_]/g, '\\$&')}%`;
