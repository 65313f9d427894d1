import type { OrderSide } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { platformOnly } from '../accounts/platform';
import type { Actor, Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { KeptOrder } from './kept-order.entity';
import type { OrderBooks } from './order-books';

/** Who is acting on an order: from which side, and as whom. */
export interface OrderParty {
  workspaceId: string;
  personId: string | null;
  side: OrderSide;
}

/** An order in hand, and the cash of its brand in cents. */
export interface HeldOrder {
  kept: KeptOrder;
  cashCents: number;
}

/**
 * From which side a workspace sees an order. Orders of others are not there.
 * @throws Refused not-found
 */
export async function partyOf(tx: EntityManager, caller: Actor, orderId: string): Promise<OrderParty> {
  const { workspaceId } = caller;
  const [order] = await tx.query<{ side: OrderSide }[]>(
    `select case when workspace_id = $2 then 'brand' else 'creator' end as side
       from cooperation_order where id = $1 and $2 in (workspace_id, desk_id)`,
    [orderId, workspaceId],
  );
  if (!order) throw new Refused('not-found', { field: 'path.orderId' });
  return { workspaceId, personId: caller.person?.id ?? null, side: order.side };
}

/** The platform's own people, who judge orders of others. @throws Refused platform-only */
export async function platformParty(tx: EntityManager, caller: Caller): Promise<OrderParty> {
  await platformOnly(tx, caller.workspaceId);
  return { workspaceId: caller.workspaceId, personId: caller.person?.id ?? null, side: 'platform' };
}

/**
 * Takes the brand's wallet and then the order, as everyone who moves money does; null when there is no such order.
 * The caller wears the engine's hat.
 */
export async function lockOrder(
  tx: EntityManager,
  books: OrderBooks,
  orderId: string,
): Promise<HeldOrder | null> {
  const [found] = await tx.query<{ workspace_id: string }[]>(
    'select workspace_id from cooperation_order where id = $1',
    [orderId],
  );
  if (!found) return null;
  const cashCents = await books.lock(tx, found.workspace_id);
  const kept = await tx.findOneOrFail(KeptOrder, {
    where: { id: orderId },
    lock: { mode: 'pessimistic_write' },
  });
  return { kept, cashCents };
}
