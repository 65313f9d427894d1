import { Injectable } from '@nestjs/common';
import type { Page, UsageRightsQuery, UsageRightsRow } from '@poolrise/contracts';
import { rightsState } from '@poolrise/domain';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

type Found = Omit<UsageRightsRow, 'state'>;

/** Rights of one side, by the index of that side. */
const ofSide = (side: UsageRightsRow['side'], column: 'workspace_id' | 'desk_id', expired: boolean) => `
  (select o.id as "orderId", o.name, '${side}' as side, o.brand_name as "brandName", c.name as "creatorName",
          o.note_id as "noteId", o.terms -> 'rights' as rights, ${isoInstant('o.published_at')} as "publishedAt",
          ${isoInstant('o.rights_until')} as until
     from cooperation_order o join creator c on c.id = o.creator_id
    where o.${column} = $1 and o.rights_until ${expired ? '<' : '>='} $2
      and ($3::timestamptz is null or (o.rights_until, o.id) ${expired ? '<' : '>'} ($3, $4::uuid))
    order by ${sorted('o.rights_until', 'o.id', expired)} limit $5)`;
const sorted = (until: string, id: string, expired: boolean): string =>
  expired ? `${until} desc, ${id} desc` : `${until}, ${id}`;
const listSql = (expired: boolean): string =>
  `select * from (${ofSide('brand', 'workspace_id', expired)} union all ${ofSide('creator', 'desk_id', expired)}) as found
   order by ${sorted('until', '"orderId"', expired)} limit $5`;

/** Until when notes may be used, and for what. */
@Injectable()
export class UsageRightsQueries {
  constructor(private readonly db: Db) {}

  list(
    workspaceId: string,
    ask: z.output<typeof UsageRightsQuery>,
    now = new Date(),
  ): Promise<Page<UsageRightsRow>> {
    const expired = ask.show === 'expired';
    const tag = z.literal(`rights-${ask.show}`);
    const [at, id] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), tag) ?? [null, null];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await tx.query<Found[]>(listSql(expired), [workspaceId, now, at, id, ask.limit + 1]);
      return pageFrom(
        found,
        ask.limit,
        (row) => ({ ...row, state: rightsState(Date.parse(row.until), now.getTime()) }),
        (row) => [row.until, row.orderId, `rights-${ask.show}`],
      );
    });
  }
}
