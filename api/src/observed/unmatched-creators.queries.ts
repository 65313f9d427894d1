import type { Page, PageQuery, UnmatchedCreator } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { decodeCursor, pageFrom } from '../http/paging';
import { creatorRow, creatorRowColumns, type StoredCreatorRow } from './creator-rows';
import { likelyCreators } from './likely-creators.queries';

/** Creators of files who belong to nobody for certain, in a steady order, each with those they may be. */
export async function unmatchedCreatorPage(
  tx: EntityManager,
  workspaceId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<UnmatchedCreator>> {
  const [, after] = decodeCursor(cursor, z.literal('unmatched-creators'), z.uuid()) ?? [];
  const rows = await tx.query<StoredCreatorRow[]>(
    `with page as (
       select * from observed_creator where doubt is not null and ($1::uuid is null or id > $1) order by id limit $2
     )
     select ${creatorRowColumns} from page left join creator on creator.id = page.creator_id order by page.id`,
    [after ?? null, limit + 1],
  );
  const { items, ...page } = pageFrom(rows, limit, creatorRow, ({ id }) => ['unmatched-creators', id]);
  const likely = await likelyCreators(tx, workspaceId, items);
  return { items: items.map((row) => ({ ...row, likely: likely.get(row.id) ?? [] })), ...page };
}
