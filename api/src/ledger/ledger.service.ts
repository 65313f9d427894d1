import { Injectable } from '@nestjs/common';
import { accounts, balanced, type Leg, onlyCash, walletBuckets, type WalletFunds } from '@poolrise/domain';
import { type EntityManager, In } from 'typeorm';
import { announce } from '../live/announce';
import { LedgerAccount } from './ledger-account.entity';
import type { JournalKind } from './ledger-transaction.entity';

/** What a transaction of the journal is about, beside its legs. */
export interface Posting {
  workspaceId: string;
  kind: JournalKind;
  /** what it was about, in words that stay true: a note's title, a voucher's name, a payment reference */
  subject: string;
  at: Date;
  boostId?: string;
  voucherId?: string;
  orderId?: string;
  /** who did it; nobody for what the product does by itself */
  personId?: string | null;
  requestKey?: string;
  requestHash?: string;
}

/**
 * The journal. Double entry in integer cents, append only; the database asks again whether the legs of a
 * statement sum to zero, and moves the balances itself.
 *
 * One order of locks for everyone who moves money: wallet, then boosts in id order, then vouchers in id order. Ingest
 * takes boosts in id order and nothing after them, so it fits in.
 */
@Injectable()
export class LedgerService {
  /** Opens the accounts of a workspace at zero; does nothing when they are open. */
  async openAccounts(tx: EntityManager, workspaceId: string): Promise<void> {
    await tx.query(
      `insert into ledger_account (workspace_id, name) select $1, unnest($2::text[]) on conflict do nothing`,
      [workspaceId, accounts],
    );
  }

  /**
   * Takes the wallet until the transaction ends and returns its cash in cents. The one lock of money: two people who
   * spend at the same moment queue here, so one balance or one voucher cannot be used twice.
   */
  async lockWallet(tx: EntityManager, workspaceId: string): Promise<number> {
    const lock = () =>
      tx.query<{ balance_cents: string }[]>(
        `select balance_cents from ledger_account where workspace_id = $1 and name = 'cash' for update`,
        [workspaceId],
      );
    let [cash] = await lock();
    if (!cash) {
      // The first movement of a workspace opens its accounts; the loser of a race waits here and then finds them.
      await this.openAccounts(tx, workspaceId);
      [cash] = await lock();
    }
    if (!cash) throw new Error(`no wallet in sight for workspace ${workspaceId}`);
    return Number(cash.balance_cents);
  }

  /** Cash in cents as it stands, without taking the wallet: for showing, not for spending. */
  async cash(tx: EntityManager, workspaceId: string): Promise<number> {
    return (await this.funds(tx, workspaceId)).cash;
  }

  /**
   * Cents in the buckets that pay for boosts. Who spends holds the wallet, behind which every one of them moves; without
   * it they are for showing.
   */
  async funds(tx: EntityManager, workspaceId: string): Promise<WalletFunds> {
    const opened = await tx.findBy(LedgerAccount, { workspaceId, name: In([...walletBuckets]) });
    const funds = onlyCash(0);
    for (const bucket of walletBuckets)
      funds[bucket] = opened.find(({ name }) => name === bucket)?.balanceCents ?? 0;
    return funds;
  }

  /**
   * Writes one transaction with its legs and returns its id. The caller holds the wallet.
   * @throws RangeError when the legs do not sum to zero, which is a mistake of ours.
   */
  async post(tx: EntityManager, posting: Posting, legs: readonly Leg[]): Promise<string> {
    const entries = balanced(legs);
    const [row] = await tx.query<{ posted: string | null }[]>(
      'select post_to_journal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as posted',
      [
        posting.workspaceId,
        posting.kind,
        posting.subject,
        posting.at,
        posting.boostId ?? null,
        posting.voucherId ?? null,
        posting.orderId ?? null,
        posting.personId ?? null,
        posting.requestKey ?? null,
        posting.requestHash ?? null,
        entries.map((leg) => leg.account),
        entries.map((leg) => leg.cents),
      ],
    );
    if (!row?.posted)
      throw new Error(`posted to workspace ${posting.workspaceId} without holding its wallet`);
    return row.posted;
  }

  /**
   * Books what the platform gives: a rebate, what it pays back for overrun costs, or credit up to a limit that grows by
   * so much. Takes the wallet.
   */
  async give(
    tx: EntityManager,
    workspaceId: string,
    { bucket, cents, subject }: { bucket: GivenBucket; cents: number; subject: string },
    at = new Date(),
  ): Promise<void> {
    await this.lockWallet(tx, workspaceId);
    await this.post(tx, { workspaceId, kind: givenAs[bucket], subject, at }, [
      { account: bucket === 'credit' ? 'limit' : 'issued', cents: -cents },
      { account: bucket, cents },
    ]);
    await announce(tx, workspaceId, 'wallet');
  }
}

export type GivenBucket = 'rebate' | 'compensation' | 'credit';
const givenAs = {
  rebate: 'rebate-granted',
  compensation: 'compensation-paid',
  credit: 'credit-granted',
} as const satisfies Record<GivenBucket, JournalKind>;
