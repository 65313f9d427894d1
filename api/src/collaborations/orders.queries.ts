import { Injectable } from '@nestjs/common';
import type { OrderRow, OrdersQuery, OrderSide, OrderView, Page, PageQuery } from '@poolrise/contracts';
import { orderEnds } from '@poolrise/domain';
import { z } from 'zod';
import type { EntityManager } from 'typeorm';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { KeptOrder } from './kept-order.entity';
import { partyOf, platformParty } from './order-door';
import { orderRow, orderView } from './order-views';

interface Found {
  id: string;
  side: OrderSide;
  creator_name: string;
  key: string;
}

const orderEndsSql = `('${orderEnds.join("', '")}')`;

/** Orders of one side, by the index of that side: a workspace may give orders and get them. */
const ofSide = (side: OrderSide, column: 'workspace_id' | 'desk_id') => `
  (select o.id, '${side}' as side, c.name as creator_name, o.changed_at, ${isoInstant('o.changed_at')} as key
     from cooperation_order o join creator c on c.id = o.creator_id
    where o.${column} = $1
      and ($2::timestamptz is null or (o.changed_at, o.id) < ($2, $3::uuid))
      and case $4 when 'open' then o.state not in ${orderEndsSql}
                  when 'over' then o.state in ${orderEndsSql}
                  when 'mine' then o.waits_for = '${side}'
                  else true end
      and ($5 = '' or strpos(lower(o.name || ' ' || o.brand_name || ' ' || c.name), lower($5)) > 0)
    order by o.changed_at desc, o.id desc
    limit $6)`;
const listSql = `select * from (${ofSide('brand', 'workspace_id')} union all ${ofSide('creator', 'desk_id')}) as found
  order by changed_at desc, id desc limit $6`;

/** Screens of cooperation orders. */
@Injectable()
export class OrdersQueries {
  constructor(private readonly db: Db) {}

  /** Orders that this workspace gave or got, the latest change first. */
  list(workspaceId: string, ask: z.output<typeof OrdersQuery>): Promise<Page<OrderRow>> {
    const [before, beforeId] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), z.literal('orders')) ?? [
      null,
      null,
    ];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await tx.query<Found[]>(listSql, [
        workspaceId,
        before,
        beforeId,
        ask.show,
        ask.q ?? '',
        ask.limit + 1,
      ]);
      return pageFrom(
        await withOrders(tx, found),
        ask.limit,
        ({ row }) => row,
        ({ key, row }) => [key, row.id, 'orders'],
      );
    });
  }

  /** What waits for the platform, the longest waiting first. @throws Refused platform-only */
  desk(workspaceId: string, ask: PageQuery): Promise<Page<OrderRow>> {
    const [after, afterId] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), z.literal('order-desk')) ?? [
      null,
      null,
    ];
    return asPlatform(this.db, workspaceId, async (tx) => {
      const found = await tx.query<Found[]>(
        `select o.id, 'platform' as side, c.name as creator_name, ${isoInstant('o.since')} as key
           from cooperation_order o join creator c on c.id = o.creator_id
          where o.waits_for = 'platform' and ($1::timestamptz is null or (o.since, o.id) > ($1, $2::uuid))
          order by o.since, o.id
          limit $3`,
        [after, afterId, ask.limit + 1],
      );
      return pageFrom(
        await withOrders(tx, found),
        ask.limit,
        ({ row }) => row,
        ({ key, row }) => [key, row.id, 'order-desk'],
      );
    });
  }

  /** One order as this workspace's side sees it. @throws Refused not-found */
  order(caller: Caller, orderId: string): Promise<OrderView> {
    return this.db.asEngine(async (tx) => {
      const { side, workspaceId } = await partyOf(tx, caller, orderId);
      return orderView(tx, orderId, side, workspaceId);
    });
  }

  /** One order as the platform sees it. @throws Refused platform-only, not-found */
  judged(caller: Caller, orderId: string): Promise<OrderView> {
    return this.db.asEngine(async (tx) => {
      const { workspaceId } = await platformParty(tx, caller);
      return orderView(tx, orderId, 'platform', workspaceId);
    });
  }
}

async function withOrders(tx: EntityManager, found: Found[]): Promise<{ key: string; row: OrderRow }[]> {
  const kept = new Map(
    found.length
      ? (
          await tx
            .createQueryBuilder(KeptOrder, 'kept')
            .where('kept.id in (:...ids)', { ids: found.map(({ id }) => id) })
            .getMany()
        ).map((order) => [order.id, order])
      : [],
  );
  return found.flatMap(({ id, side, creator_name: creatorName, key }) => {
    const order = kept.get(id);
    return order ? [{ key, row: orderRow({ kept: order, creatorName }, side) }] : [];
  });
}
