import type { ObservedCreatorRow, ObservedCreatorsQuery, Page } from '@poolrise/contracts';
import { foldForSearch } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { decodeCursor, pageFrom } from '../http/paging';
import { creatorRow, creatorRowColumns, type StoredCreatorRow } from './creator-rows';

const noDay = '-infinity';
const sortKeys = {
  followers: { sql: 'coalesce(followers, -1)', type: 'bigint', key: 'coalesce(page.followers, -1)::float8' },
  day: { sql: `coalesce(day, '${noDay}')`, type: 'date', key: `coalesce(page.day, '${noDay}')::text` },
  imageQuote: {
    sql: 'coalesce(image_quote, -1)',
    type: 'bigint',
    key: 'coalesce(page.image_quote, -1)::float8',
  },
  disagreements: { sql: 'disagreements', type: 'integer', key: 'page.disagreements' },
} as const;

const shown = {
  all: 'true',
  joined: 'creator_id is not null',
  unjoined: 'creator_id is null',
  disagreeing: 'disagreements > 0',
} as const;

/** Creators of the workspace's files; those of whom nothing is known for the sort stand last. */
export async function observedCreatorPage(
  tx: EntityManager,
  { sort, show, search, cursor, limit }: ObservedCreatorsQuery,
): Promise<Page<ObservedCreatorRow>> {
  const { sql, type, key } = sortKeys[sort];
  const keySchema = sort === 'day' ? z.union([z.iso.date(), z.literal(noDay)]) : z.number();
  const [, after, id] =
    decodeCursor(cursor, z.literal(`observed-creators-${sort}`), keySchema, z.uuid()) ?? [];
  // The order is that of an index of the workspace, along which the page is read.
  const rows = await tx.query<(StoredCreatorRow & { sortKey: string | number })[]>(
    `with page as (
       select * from observed_creator
       where ${shown[show]} and ($1::${type} is null or (${sql}, id) < ($1, $2::uuid))
         and ($4::text is null or search like $4 or platform_id = $5 or creator_id in (
           select id from creator where search_name like $4 and exists (
             select from observed_creator known where known.creator_id = creator.id)))
       order by ${sql} desc, id desc limit $3
     )
     select ${creatorRowColumns}, ${key} as "sortKey"
     from page left join creator on creator.id = page.creator_id
     order by ${sql.replace(/(followers|day|image_quote|disagreements)/, 'page.$1')} desc, page.id desc`,
    [after ?? null, id ?? null, limit + 1, search ? like(search) : null, search?.toLowerCase() ?? null],
  );
  return pageFrom(
    rows,
    limit,
    ({ sortKey: _sortKey, ...row }) => creatorRow(row),
    (row) => [`observed-creators-${sort}`, row.sortKey, row.id],
  );
}

/** What a text contains, with the signs of LIKE taken as they are. */
const like = (search: string): string => `%${foldForSearch(search).replace(/[\\%_]/g, '\\$&')}%`;
