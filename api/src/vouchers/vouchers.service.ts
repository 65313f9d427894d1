import { Injectable } from '@nestjs/common';
import type {
  BoostGoal,
  BoostRefund,
  Category,
  Voucher as VoucherTerms,
  VoucherKind,
  VoucherPart,
  VoucherPlacement,
  VoucherUse,
} from '@poolrise/domain';
import { type EntityManager, In, IsNull, LessThanOrEqual } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { LedgerService } from '../ledger/ledger.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { BoostVoucher } from './boost-voucher.entity';
import { Voucher } from './voucher.entity';
import { termsOf } from './voucher-terms';

/** What a workspace is given. Amounts in integer cents; only those that the kind knows. */
export interface VoucherGrant {
  name: string;
  kind: VoucherKind;
  /** what a fixed voucher pays, the most a ratio voucher takes off */
  faceCents?: number;
  ratioBasisPoints?: number;
  impressions?: number;
  minimumBudgetCents?: number;
  stackable?: boolean;
  categories?: Category[];
  placements?: VoucherPlacement[];
  goals?: BoostGoal[];
  noteIds?: string[];
  maxShareBasisPoints?: number;
  validFrom: Date;
  expiresAt: Date;
  grantedBy: string;
  /** why, where somebody gave it by hand */
  grantReason?: string;
  /** The same key never grants twice; left out where nobody may ask again. */
  requestKey?: string;
}

/**
 * Vouchers and what boosts do with them. Whatever takes part in a boost's transaction expects its wallet to be held:
 * see the order of locks in ledger.service.ts.
 */
@Injectable()
export class VouchersService {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Gives a workspace a voucher, or returns the one already given under the same key. Only a fixed one is money in the
   * journal; the others come to be with a boost.
   * @throws Refused request-key-reused when something else was granted under the key.
   */
  async grant(tx: EntityManager, workspaceId: string, grant: VoucherGrant, at = new Date()): Promise<string> {
    return (await this.grantOnce(tx, workspaceId, grant, at)).id;
  }

  /** The same, saying whether it was given only now. @throws Refused request-key-reused */
  async grantOnce(
    tx: EntityManager,
    workspaceId: string,
    grant: VoucherGrant,
    at = new Date(),
  ): Promise<{ id: string; fresh: boolean }> {
    await this.ledger.lockWallet(tx, workspaceId);
    const { requestKey, ...terms } = grant;
    const requestHash = requestFingerprint({
      ...terms,
      validFrom: +terms.validFrom,
      expiresAt: +terms.expiresAt,
    });
    const earlier = requestKey && (await tx.findOneBy(Voucher, { workspaceId, requestKey }));
    if (earlier && earlier.requestHash !== requestHash)
      throw new Refused('request-key-reused', { field: '/requestKey' });
    if (earlier) return { id: earlier.id, fresh: false };

    const bookedCents = grant.kind === 'fixed' ? (grant.faceCents ?? 0) : 0;
    const voucher = await tx.save(
      tx.create(Voucher, { ...grant, workspaceId, requestHash, remainingCents: bookedCents, grantedAt: at }),
    );
    if (bookedCents > 0) {
      await this.ledger.post(
        tx,
        { workspaceId, kind: 'voucher-granted', subject: voucher.name, voucherId: voucher.id, at },
        [
          { account: 'issued', cents: -bookedCents },
          { account: 'voucher', cents: bookedCents },
        ],
      );
    }
    await announce(tx, workspaceId, 'wallet');
    return { id: voucher.id, fresh: true };
  }

  /**
   * Takes a voucher back: what is left on it leaves the books, and nothing returns to it any more. Boosts that run keep what
   * they reserved. Taking back twice, or what has ended, changes nothing.
   * @throws Refused not-found when it is not of this workspace.
   */
  async revoke(tx: EntityManager, workspaceId: string, id: string, at = new Date()): Promise<void> {
    await this.ledger.lockWallet(tx, workspaceId);
    const [voucher] = await this.locked(tx, [id]);
    if (!voucher) throw new Refused('not-found', { detail: `There is no voucher ${id} here.` });
    if (voucher.revokedAt ?? voucher.lapsedAt) return;
    await tx.update(Voucher, { id }, { revokedAt: at, remainingCents: 0 });
    await this.takeOut(tx, voucher, 'voucher-revoked', at);
    await announce(tx, workspaceId, 'wallet');
  }

  /**
   * The chosen vouchers as the domain sees them, locked in id order.
   * @throws Refused not-found when one is not of this workspace.
   */
  async take(tx: EntityManager, ids: readonly string[]): Promise<VoucherTerms[]> {
    return chosen(ids, await this.locked(tx, ids));
  }

  /** The same without a lock, for showing what they would pay. */
  async look(tx: EntityManager, ids: readonly string[]): Promise<VoucherTerms[]> {
    return chosen(ids, await tx.findBy(Voucher, { id: In([...ids]) }));
  }

  /** Ties the vouchers of a plan to its boost. A fixed voucher gives no change: what the budget does not need is gone. */
  async reserve(
    tx: EntityManager,
    boost: { id: string; workspaceId: string },
    uses: readonly VoucherUse[],
    at: Date,
  ): Promise<void> {
    if (uses.length === 0) return;
    await tx.insert(
      BoostVoucher,
      uses.map((use, position) => ({
        boostId: boost.id,
        workspaceId: boost.workspaceId,
        voucherId: use.voucherId,
        position,
        reservedCents: use.cents,
        impressions: use.impressions,
      })),
    );
    await tx.update(Voucher, { id: In(uses.map((use) => use.voucherId)) }, { remainingCents: 0, usedAt: at });
  }

  /** The vouchers' money in a boost, in burn order. */
  async partsOf(tx: EntityManager, boostId: string): Promise<VoucherPart[]> {
    const uses = await tx.find(BoostVoucher, { where: { boostId }, order: { position: 'ASC' } });
    if (uses.length === 0) return [];
    const vouchers = await tx.findBy(Voucher, { id: In(uses.map((use) => use.voucherId)) });
    const byId = new Map(vouchers.map((voucher) => [voucher.id, voucher]));
    return uses.map(({ voucherId, reservedCents }) => {
      const voucher = byId.get(voucherId);
      if (!voucher) throw new Error(`voucher ${voucherId} is used by boost ${boostId} and not in sight`);
      return { voucherId, kind: voucher.kind, cents: reservedCents, expiresAt: voucher.expiresAt.getTime() };
    });
  }

  /** Writes down what each voucher has paid since the launch. */
  async spend(
    tx: EntityManager,
    boostId: string,
    parts: readonly { voucherId: string; cents: number }[],
  ): Promise<void> {
    for (const { voucherId, cents } of parts) {
      await tx.update(BoostVoucher, { boostId, voucherId }, { spentCents: cents });
    }
  }

  /** Locks the vouchers of a boost that ends and says which can take nothing back: revoked, or their expiry is past. */
  async closedOf(tx: EntityManager, parts: readonly VoucherPart[]): Promise<string[]> {
    const ids = parts.map((part) => part.voucherId);
    const vouchers = await this.locked(tx, ids);
    return vouchers.filter((voucher) => voucher.revokedAt ?? voucher.lapsedAt).map((voucher) => voucher.id);
  }

  /** Gives a boost's vouchers back what the refund says; the rest of their parts lapses. */
  async release(tx: EntityManager, boostId: string, refund: Pick<BoostRefund, 'toVouchers'>): Promise<void> {
    const uses = await tx.findBy(BoostVoucher, { boostId });
    for (const { voucherId, reservedCents, spentCents } of uses) {
      const returnedCents = refund.toVouchers.find((part) => part.voucherId === voucherId)?.cents ?? 0;
      const lapsedCents = reservedCents - spentCents - returnedCents;
      await tx.update(BoostVoucher, { boostId, voucherId }, { returnedCents, lapsedCents });
      if (returnedCents > 0) {
        await tx.update(Voucher, { id: voucherId }, { remainingCents: returnedCents, usedAt: null });
      }
    }
  }

  /** Takes what is left on expired vouchers out of the books. Returns how many vouchers it dealt with. */
  @HandlesJob('voucher-expiry')
  async lapseExpired(now = new Date()): Promise<number> {
    const workspaces = await this.db.asEngine((tx) =>
      tx.query<{ workspace_id: string }[]>(
        `select distinct workspace_id from voucher where lapsed_at is null and expires_at <= $1 order by workspace_id`,
        [now],
      ),
    );
    let lapsed = 0;
    for (const { workspace_id: workspaceId } of workspaces) {
      lapsed += await this.db.inWorkspace(workspaceId, (tx) => this.lapseIn(tx, workspaceId, now));
    }
    return lapsed;
  }

  private async lapseIn(tx: EntityManager, workspaceId: string, now: Date): Promise<number> {
    await this.ledger.lockWallet(tx, workspaceId);
    const expired = await tx.find(Voucher, {
      where: { lapsedAt: IsNull(), expiresAt: LessThanOrEqual(now) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const voucher of expired) {
      await tx.update(Voucher, { id: voucher.id }, { lapsedAt: now, remainingCents: 0 });
      await this.takeOut(tx, voucher, 'voucher-expired', now);
    }
    if (expired.length > 0) await announce(tx, workspaceId, 'wallet');
    return expired.length;
  }

  /** Books what is left on a voucher out of the account; nothing when nothing is left. */
  private async takeOut(
    tx: EntityManager,
    { id, workspaceId, name, remainingCents }: Voucher,
    kind: 'voucher-expired' | 'voucher-revoked',
    at: Date,
  ): Promise<void> {
    if (remainingCents === 0) return;
    await this.ledger.post(tx, { workspaceId, kind, subject: name, voucherId: id, at }, [
      { account: 'voucher', cents: -remainingCents },
      { account: 'expired', cents: remainingCents },
    ]);
  }

  private locked(tx: EntityManager, ids: readonly string[]): Promise<Voucher[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx.find(Voucher, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }
}

/** One answer for each id, twice for one named twice: the domain has a refusal for that. */
function chosen(ids: readonly string[], vouchers: readonly Voucher[]): VoucherTerms[] {
  const known = new Map(vouchers.map((voucher) => [voucher.id, termsOf(voucher)]));
  return ids.map((id) => {
    const terms = known.get(id);
    if (!terms)
      throw new Refused('not-found', { field: '/voucherIds', detail: `There is no voucher ${id} here.` });
    return terms;
  });
}
