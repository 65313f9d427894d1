import { Injectable } from '@nestjs/common';
import type { JournalRow, TopUp } from '@poolrise/contracts';
import { accounts, balanced, type Leg } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { LedgerAccount } from './ledger-account.entity';
import { LedgerQueries } from './ledger.queries';
import { type JournalKind, LedgerTransaction } from './ledger-transaction.entity';
import { requestFingerprint } from './request-fingerprint';

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
 * The journal. Double entry in integer cents, append only; the database asks again at commit whether the legs sum to
 * zero, and moves the balances itself.
 *
 * One order of locks for everyone who moves money: wallet, then boosts in id order, then vouchers in id order. Ingest
 * takes boosts in id order and nothing after them, so it fits in.
 */
@Injectable()
export class LedgerService {
  constructor(
    private readonly db: Db,
    private readonly queries: LedgerQueries,
  ) {}

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
    const cash = await tx.findOneBy(LedgerAccount, { workspaceId, name: 'cash' });
    return cash?.balanceCents ?? 0;
  }

  /**
   * Writes one transaction with its legs and returns its id. The caller holds the wallet.
   * @throws RangeError when the legs do not sum to zero, which is a mistake of ours.
   */
  async post(tx: EntityManager, posting: Posting, legs: readonly Leg[]): Promise<string> {
    const entries = balanced(legs);
    const cashCents = entries.reduce((sum, leg) => (leg.account === 'cash' ? sum + leg.cents : sum), 0);
    const [posted] = await tx.query<{ id: string }[]>(
      `with wallet as (
         select balance_cents from ledger_account where workspace_id = $1 and name = 'cash' for update
       ), posted as (
         insert into ledger_transaction
           (workspace_id, kind, subject, at, boost_id, voucher_id, person_id, request_key, request_hash, cash_after_cents, order_id)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, balance_cents + $10::bigint, $13 from wallet
         returning id
       ), entries as (
         insert into ledger_entry (transaction_id, workspace_id, account, cents)
         select posted.id, $1, leg.account, leg.cents from posted, unnest($11::text[], $12::bigint[]) as leg (account, cents)
       )
       select id from posted`,
      [
        posting.workspaceId,
        posting.kind,
        posting.subject,
        posting.at,
        posting.boostId ?? null,
        posting.voucherId ?? null,
        posting.personId ?? null,
        posting.requestKey ?? null,
        posting.requestHash ?? null,
        cashCents,
        entries.map((leg) => leg.account),
        entries.map((leg) => leg.cents),
        posting.orderId ?? null,
      ],
    );
    if (!posted) throw new Error(`posted to workspace ${posting.workspaceId} without holding its wallet`);
    return posted.id;
  }

  /** Records money that came in, or returns what was recorded under the same request key. */
  topUp(workspaceId: string, personId: string | null, ask: TopUp, now = new Date()): Promise<JournalRow> {
    const { requestKey, ...input } = ask;
    const requestHash = requestFingerprint(input);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await this.lockWallet(tx, workspaceId);

      const earlier = await tx.findOneBy(LedgerTransaction, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash) {
        throw new Refused('request-key-reused', { field: '/requestKey' });
      }
      if (earlier) return this.queries.row(tx, earlier.id);

      const id = await this.post(
        tx,
        { workspaceId, personId, kind: 'top-up', subject: ask.reference, at: now, requestKey, requestHash },
        [
          { account: 'topup', cents: -ask.cents },
          { account: 'cash', cents: ask.cents },
        ],
      );
      await announce(tx, workspaceId, 'wallet');
      return this.queries.row(tx, id);
    });
  }
}
