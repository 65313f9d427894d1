import { Injectable } from '@nestjs/common';
import type { OrderStep } from '@poolrise/contracts';
import type { Category, CooperationOrder, Language, OrderLegs } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { KeptOrder } from './kept-order.entity';
import { OrderBooks } from './order-books';
import { columnsOf } from './order-columns';
import { offerDetail } from './order-terms';
import { insertStep, recordStep } from './order-steps';

/** What one side proposed elsewhere and the other has now agreed to. */
export interface Agreement {
  workspaceId: string;
  deskId: string;
  creatorId: string;
  name: string;
  brandName: string;
  brief: string;
  category: Category;
  language: Language;
  /** one order of one proposal, whoever asks for it how often */
  requestKey: string;
  /** the order while the proposal was all there was, and once it is agreed on */
  offered: CooperationOrder;
  agreed: CooperationOrder;
  legs: OrderLegs;
  proposal: { kind: OrderStep['kind']; personId: string | null; at: Date; words: string };
  acceptance: { personId: string | null; words: string };
}

/** Orders on which both sides agree before there is an order. */
@Injectable()
export class AgreedOrdersService {
  constructor(private readonly books: OrderBooks) {}

  /** Takes the brand's wallet and returns its cash in cents; before anything else, as everyone who moves money does. */
  lockCash(tx: EntityManager, workspaceId: string): Promise<number> {
    return this.books.lock(tx, workspaceId);
  }

  /** The brand's cash in cents, for showing. */
  cash(tx: EntityManager, workspaceId: string): Promise<number> {
    return this.books.cash(tx, workspaceId);
  }

  /** Makes the order and holds its price: its life shows the proposal and the acceptance. The caller holds the brand's wallet. */
  async make(tx: EntityManager, agreement: Agreement, now: Date): Promise<string> {
    const { offered, agreed, legs, proposal, acceptance, ...about } = agreement;
    const { personId } = acceptance;
    const made = await tx.save(
      tx.create(KeptOrder, {
        ...columnsOf(offered),
        ...about,
        requestHash: '',
        version: 1,
        createdBy: personId,
        createdAt: now,
        changedAt: now,
      }),
    );
    const { by } = offered.offer;
    await insertStep(tx, made, { ...proposal, actor: by, detail: offerDetail(offered) });
    const actor = by === 'creator' ? 'brand' : 'creator';
    await recordStep(tx, made, agreed, { kind: 'accept', actor, at: now, ...acceptance });
    await this.books.post(tx, made, legs, personId, now);
    return made.id;
  }
}
