import { Injectable } from '@nestjs/common';
import { refundBoost, settleDelivery, type VoucherPart, type WalletFunds } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../ledger/ledger.service';
import { announce } from '../live/announce';
import { NotesService } from '../notes/notes.service';
import { VouchersService } from '../vouchers/vouchers.service';
import { Boost } from './boost.entity';

/**
 * What happens to the money of one boost whose wallet and row the caller has locked. Every step writes the journal and
 * the boost in that one transaction, and depends on the counts alone, so it may be repeated or interrupted anywhere.
 */
@Injectable()
export class BoostSettlement {
  constructor(
    private readonly ledger: LedgerService,
    private readonly vouchers: VouchersService,
    private readonly notes: NotesService,
  ) {}

  /** Starts, charges and ends a boost as far as it is due at `now`, and says when to look again. */
  async advance(tx: EntityManager, boost: Boost, now: Date): Promise<void> {
    if (boost.endedAt) {
      // A reader's report came after the end. It counts as reach, and costs nothing.
      await tx.update(Boost, { id: boost.id }, { nextSettleAt: null });
      return announce(tx, boost.workspaceId, 'boosts');
    }
    if (boost.endsAt <= now || boost.deliveredImpressions >= boost.plannedImpressions) {
      return this.end(tx, boost, 'completed', now);
    }
    const charged = await this.charge(tx, boost, await this.vouchers.partsOf(tx, boost.id), now);
    const started = boost.startsAt <= now;
    await tx.update(
      Boost,
      { id: boost.id },
      {
        ...charged,
        state: started ? 'running' : 'scheduled',
        nextSettleAt: started ? boost.endsAt : boost.startsAt,
      },
    );
    await announce(tx, boost.workspaceId, 'boosts');
  }

  /** Charges what was delivered, gives back the rest and closes the boost. */
  async end(
    tx: EntityManager,
    boost: Boost,
    state: 'completed' | 'stopped',
    now: Date,
    personId: string | null = null,
  ): Promise<void> {
    const parts = await this.vouchers.partsOf(tx, boost.id);
    const charged = await this.charge(tx, boost, parts, now);
    const refund = refundBoost({
      ...moneyOf(boost, parts),
      spentCents: charged.spentCents,
      now: now.getTime(),
      revokedVoucherIds: await this.vouchers.closedOf(tx, parts),
    });
    if (refund.legs.length > 0) await this.post(tx, boost, 'boost-refunded', refund.legs, now, personId);
    await this.vouchers.release(tx, boost.id, refund);
    await tx.update(
      Boost,
      { id: boost.id },
      {
        ...charged,
        state,
        endedAt: now,
        refundedCents: refund.refundCents - refund.lapsedCents,
        lapsedCents: refund.lapsedCents,
        nextSettleAt: null,
      },
    );
    await announce(tx, boost.workspaceId, 'boosts', 'wallet', 'notes', 'notices');
  }

  /** Moves what the delivered impressions cost, and was not charged before, from reserved to spent. */
  private async charge(
    tx: EntityManager,
    boost: Boost,
    parts: VoucherPart[],
    now: Date,
  ): Promise<SpentColumns> {
    const { spentCents, newCents, bySource, legs } = settleDelivery({
      ...moneyOf(boost, parts),
      plannedImpressions: boost.plannedImpressions,
      deliveredImpressions: boost.deliveredImpressions,
      alreadySpentCents: boost.spentCents,
    });
    if (newCents > 0) {
      await this.post(tx, boost, 'boost-spent', legs, now);
      await this.vouchers.spend(tx, boost.id, bySource.parts);
      await announce(tx, boost.workspaceId, 'wallet');
    }
    return {
      spentCents,
      voucherSpentCents: bySource.voucherCents,
      compensationSpentCents: bySource.wallet.compensation,
      rebateSpentCents: bySource.wallet.rebate,
      creditSpentCents: bySource.wallet.credit,
    };
  }

  private async post(
    tx: EntityManager,
    boost: Boost,
    kind: 'boost-spent' | 'boost-refunded',
    legs: Parameters<LedgerService['post']>[2],
    at: Date,
    personId: string | null = null,
  ): Promise<void> {
    const { title } = await this.notes.find(tx, boost.noteId);
    const { id: boostId, workspaceId } = boost;
    await this.ledger.post(tx, { workspaceId, kind, subject: title, boostId, personId, at }, legs);
  }
}

type SpentColumns = Pick<
  Boost,
  'spentCents' | 'voucherSpentCents' | 'compensationSpentCents' | 'rebateSpentCents' | 'creditSpentCents'
>;

function moneyOf(boost: Boost, voucherParts: readonly VoucherPart[]) {
  return { budgetCents: boost.budgetCents, wallet: walletPartsOf(boost), voucherParts };
}

/** What each bucket of the wallet put into a boost; cash is what the others leave. */
function walletPartsOf({ walletCents, compensationCents, rebateCents, creditCents }: Boost): WalletFunds {
  return {
    compensation: compensationCents,
    rebate: rebateCents,
    cash: walletCents - compensationCents - rebateCents - creditCents,
    credit: creditCents,
  };
}
