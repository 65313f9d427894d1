import type { DeskClaim, DeskClaimRow, DirectoryCreator } from '@poolrise/contracts';
import { orderEnds } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';

/** A creator `c` as one tells them from others of the same name. */
export const directoryCreator = `json_build_object('id', c.id, 'name', c.name, 'redId', c.red_id, 'platformId', c.platform_id,
  'followers', c.followers, 'categories', c.categories,
  'taken', exists (select from workspace tied where tied.creator_id = c.id))`;

const claimColumns = `k.id, k.state, ${directoryCreator} as creator, k.words, ${isoInstant('k.asked_at')} as "askedAt",
  ${isoInstant('k.answered_at')} as "answeredAt", k.reason`;

/** Orders of a desk that are not over, by the index of desks. */
export const openOrdersOf = (desk: string): string =>
  `(select count(*)::int from cooperation_order o where o.desk_id = ${desk} and o.state not in ('${orderEnds.join("', '")}'))`;

/** The latest claim of a desk. */
export async function latestClaim(tx: EntityManager, deskId: string): Promise<DeskClaim | null> {
  const [claim] = await tx.query<DeskClaim[]>(
    `select ${claimColumns} from desk_claim k join creator c on c.id = k.creator_id
      where k.workspace_id = $1 order by k.asked_at desc, k.id desc limit 1`,
    [deskId],
  );
  return claim ?? null;
}

export async function tiedCreator(tx: EntityManager, deskId: string): Promise<DirectoryCreator | null> {
  const [tied] = await tx.query<{ creator: DirectoryCreator }[]>(
    `select ${directoryCreator} as creator from workspace w join creator c on c.id = w.creator_id where w.id = $1`,
    [deskId],
  );
  return tied?.creator ?? null;
}

/** A claim with what its list is sorted by. */
export interface FoundClaim extends DeskClaimRow {
  key: string;
}
export function claimView({ key, ...view }: FoundClaim): DeskClaimRow {
  if (!key) throw new Error(`claim ${view.id} has no time`);
  return view;
}

/** Claims as the platform sees them; `rest` begins with where. */
export const claimRows = (tx: EntityManager, rest: string, parameters: unknown[]): Promise<FoundClaim[]> =>
  tx.query(
    `select ${claimColumns}, w.id as "deskId", w.name as "deskName",
        coalesce((select name from person where id = k.asked_by), '') as "askedBy",
        (select count(*)::int from desk_claim other where other.creator_id = k.creator_id and other.state = 'waiting'
            and other.id <> k.id) as rivals,
        ${openOrdersOf('k.workspace_id')} as "openOrders",
        ${isoInstant(`case k.state when 'waiting' then k.asked_at else k.answered_at end`)} as key
       from desk_claim k join creator c on c.id = k.creator_id join workspace w on w.id = k.workspace_id ${rest}`,
    parameters,
  );
