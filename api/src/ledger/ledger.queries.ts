import { Injectable } from '@nestjs/common';
import type { JournalQuery, JournalRow, Page, WalletView } from '@poolrise/contracts';
import { type Account, accounts } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';

/** Sums as text: each account by its name, and what is held by where it came from. */
interface WalletSums {
  balances: Partial<Record<Account, number>>;
  held: { voucher: number; compensation: number; rebate: number; credit: number };
  held_by_orders: string;
  balanced: boolean;
  as_of: Date;
}

/** As pg gives it: bigint as text. */
interface JournalRecord extends Omit<JournalRow, 'at' | 'cashAfterCents'> {
  at: Date;
  cashAfterCents: string;
  sequence: string;
}

const sequence = z.int().positive();

// Legs come as JSON, in which a bigint stays exact as far as a number is (2^53 cents).
const journalRow = `
  select t.id, t.sequence, t.at, t.kind, t.subject, t.boost_id as "boostId", t.voucher_id as "voucherId", t.order_id as "orderId",
         p.name as by,
         (select json_agg(json_build_object('account', e.account, 'cents', e.cents) order by array_position($1::text[], e.account))
            from ledger_entry e where e.transaction_id = t.id) as legs,
         t.cash_after_cents as "cashAfterCents"
    from ledger_transaction t
    left join person p on p.id = t.person_id`;

/** Screens of the wallet. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly db: Db) {}

  /** Balances now. `balanced` asks in the same snapshot whether the journal, added up from its beginning, agrees. */
  async wallet(workspaceId: string): Promise<WalletView> {
    const [sums] = await this.db.read<WalletSums>(
      workspaceId,
      `with journal as (select account, sum(cents) as cents from ledger_entry group by account)
       select coalesce(json_object_agg(a.name, a.balance_cents), '{}') as balances,
              coalesce(bool_and(a.balance_cents = coalesce(j.cents, 0)) and sum(a.balance_cents) = 0, true) as balanced,
              (select json_build_object(
                        'voucher', coalesce(sum(b.voucher_cents - b.voucher_spent_cents), 0),
                        'compensation', coalesce(sum(b.compensation_cents - b.compensation_spent_cents), 0),
                        'rebate', coalesce(sum(b.rebate_cents - b.rebate_spent_cents), 0),
                        'credit', coalesce(sum(b.credit_cents - b.credit_spent_cents), 0))
                 from boost b where b.state in ('scheduled', 'running')) as held,
              (select coalesce(sum(o.held_cents + coalesce((o.extension ->> 'heldCents')::bigint, 0)), 0) from cooperation_order o where o.workspace_id = $1) as held_by_orders,
              now() as as_of
         from ledger_account a left join journal j on j.account = a.name`,
      [workspaceId],
    );
    if (!sums) throw new Error('an aggregate without a row');
    const { held } = sums;
    const orders = Number(sums.held_by_orders);
    const of = (account: Account): number => sums.balances[account] ?? 0;
    const creditLimitCents = -of('limit') || 0;
    return {
      cashCents: of('cash'),
      voucherCents: of('voucher'),
      rebateCents: of('rebate'),
      compensationCents: of('compensation'),
      creditCents: of('credit'),
      creditLimitCents,
      creditOwedCents: creditLimitCents - of('credit') - held.credit,
      reservedCents: of('reserved'),
      spentCents: of('spent'),
      // Whatever else boosts hold came from cash.
      held: {
        ...held,
        orders,
        cash: of('reserved') - orders - held.voucher - held.compensation - held.rebate - held.credit,
      },
      balanced: sums.balanced,
      asOf: sums.as_of.toISOString(),
    };
  }

  /** The journal, newest first. A voucher's journal includes that of the boosts it paid for. */
  async journal(workspaceId: string, ask: z.output<typeof JournalQuery>): Promise<Page<JournalRow>> {
    const [before] = decodeCursor(ask.cursor, sequence) ?? [null];
    const rows = await this.db.read<JournalRecord>(
      workspaceId,
      `${journalRow}
        where ($2::bigint is null or t.sequence < $2)
          and ($3::text is null or exists (select from ledger_entry e where e.transaction_id = t.id and e.account = $3))
          and ($4::uuid is null or t.boost_id = $4)
          and ($5::uuid is null or t.voucher_id = $5
               or t.boost_id in (select u.boost_id from boost_voucher u where u.voucher_id = $5))
        order by t.sequence desc
        limit $6`,
      [accounts, before, ask.account ?? null, ask.boostId ?? null, ask.voucherId ?? null, ask.limit + 1],
    );
    return pageFrom(rows, ask.limit, toView, (row) => [Number(row.sequence)]);
  }

  /** One transaction of the journal, inside the transaction that wrote or found it. */
  async row(tx: EntityManager, id: string): Promise<JournalRow> {
    const [row] = await tx.query<JournalRecord[]>(`${journalRow} where t.id = $2`, [accounts, id]);
    if (!row) throw new Error(`no transaction ${id} in the journal`);
    return toView(row);
  }
}

function toView(row: JournalRecord): JournalRow {
  const { id, kind, subject, boostId, voucherId, orderId, by, legs } = row;
  return {
    id,
    at: row.at.toISOString(),
    kind,
    subject,
    boostId,
    voucherId,
    orderId,
    by,
    legs,
    cashAfterCents: Number(row.cashAfterCents),
  };
}
