import { Injectable } from '@nestjs/common';
import type { Leg, OrderLegs } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../ledger/ledger.service';
import { announce } from '../live/announce';
import type { KeptOrder } from './kept-order.entity';

/** Writes what an order moves into the books of the two sides. */
@Injectable()
export class OrderBooks {
  constructor(private readonly ledger: LedgerService) {}

  /** Takes the brand's wallet and returns its cash in cents; before the order itself, as everyone who moves money does. */
  lock(tx: EntityManager, workspaceId: string): Promise<number> {
    return this.ledger.lockWallet(tx, workspaceId);
  }

  /** The brand's cash in cents, for showing. */
  cash(tx: EntityManager, workspaceId: string): Promise<number> {
    return this.ledger.cash(tx, workspaceId);
  }

  /** Posts the legs of a step on both sides; the caller holds the brand's wallet. */
  async post(tx: EntityManager, order: KeptOrder, legs: OrderLegs, personId: string | null, now: Date) {
    const about = { subject: order.name, at: now, orderId: order.id, personId };
    if (legs.brand.length > 0) {
      await this.ledger.post(
        tx,
        { ...about, workspaceId: order.workspaceId, kind: kindOf(legs.brand) },
        legs.brand,
      );
      await announce(tx, order.workspaceId, 'wallet');
    }
    if (legs.creator.length > 0) {
      await this.ledger.lockWallet(tx, order.deskId);
      await this.ledger.post(tx, { ...about, workspaceId: order.deskId, kind: 'order-earned' }, legs.creator);
      await announce(tx, order.deskId, 'wallet');
    }
  }
}

function kindOf(legs: readonly Leg[]): 'order-paid' | 'order-held' | 'order-released' {
  if (legs.some(({ account }) => account === 'spent')) return 'order-paid';
  const held = legs.find(({ account }) => account === 'reserved');
  return held && held.cents > 0 ? 'order-held' : 'order-released';
}
