import type { MovementRow, MovementsQuery, Page, StatementQuery, StatementView } from '@poolrise/contracts';
import {
  addSpent,
  invoiceable,
  nothingSpent,
  shanghaiOffsetMs,
  type SpentSources,
  spentInPeriod,
  type StatementAccount,
  statementAccounts,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { decodeCursor, pageFrom } from '../http/paging';
import { buyerOf, walletSettingsOf } from './wallet-settings';

const dayMs = 86_400_000;
/** Days of Shanghai, both included, as `[from, to)`. */
export const instantsOf = ({ from, to }: Partial<StatementQuery>): [Date, Date] => [
  new Date(Date.parse(from ?? '2000-01-01') - shanghaiOffsetMs),
  new Date(Date.parse(to ?? '2999-12-31') + dayMs - shanghaiOffsetMs),
];

interface AccountSums {
  account: StatementAccount;
  opening: string;
  in: string;
  out: string;
  movements: number;
}

/** The journal holds for boosts and for orders on one account; which of them a leg is about, its transaction says. */
const line = `case when e.account = 'reserved' and t.order_id is not null then 'orders' else e.account end`;
const journalAccounts = statementAccounts.filter((account) => account !== 'orders');
/** Legs on one line of a statement: those on account $1 that are about an order or not, where that makes the difference. */
const onLine = (account: number, ofOrders: number): string =>
  `e.account = $${account} and ($${ofOrders}::boolean is null or (t.order_id is not null) = $${ofOrders})`;
const lineOf = (account: StatementAccount): [account: string, ofOrders: boolean | null] => {
  if (account === 'orders') return ['reserved', true];
  return [account, account === 'reserved' ? false : null];
};

/** A period of every account, from the journal alone, and what can be invoiced of it. */
export async function statementView(
  tx: EntityManager,
  workspaceId: string,
  ask: StatementQuery,
): Promise<StatementView> {
  const [from, to] = instantsOf(ask);
  const sums = await tx.query<AccountSums[]>(
    `select ${line} as account, coalesce(sum(e.cents) filter (where t.at < $1), 0) as opening,
            coalesce(sum(e.cents) filter (where t.at >= $1 and e.cents > 0), 0) as "in",
            coalesce(-sum(e.cents) filter (where t.at >= $1 and e.cents < 0), 0) as out,
            (count(*) filter (where t.at >= $1))::int as movements
       from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
      where t.at < $2 and e.account = any($3)
      group by 1`,
    [from, to, journalAccounts],
  );
  const [times] = await tx.query<{ since: Date | null; as_of: Date }[]>(
    `select (select at from ledger_transaction where workspace_id = $1 order by at limit 1) as since, now() as as_of`,
    [workspaceId],
  );
  const spent = await spentBySource(tx, from, to);
  return {
    period: ask,
    accounts: statementAccounts.map((account) => {
      const found = sums.find((one) => one.account === account);
      const [opening, into, out] = [found?.opening, found?.in, found?.out].map((cents) => Number(cents ?? 0));
      return {
        account,
        openingCents: opening ?? 0,
        inCents: into ?? 0,
        outCents: out ?? 0,
        closingCents: (opening ?? 0) + (into ?? 0) - (out ?? 0),
        movements: found?.movements ?? 0,
      };
    }),
    spent,
    invoiceableCents: invoiceable(spent),
    buyer: buyerOf(await walletSettingsOf(tx, workspaceId)),
    since: times?.since?.toISOString() ?? null,
    asOf: (times?.as_of ?? new Date()).toISOString(),
  };
}

interface BoostSpend {
  voucher_cents: string;
  wallet_cents: string;
  compensation_cents: string;
  rebate_cents: string;
  credit_cents: string;
  before: string;
  until: string;
}

/** What was spent in a period, by where it came from: of boosts as they were paid, of everything else from cash. */
async function spentBySource(tx: EntityManager, from: Date, to: Date): Promise<SpentSources> {
  const boosts = await tx.query<BoostSpend[]>(
    `with charged as (
       select distinct boost_id from ledger_transaction
        where at >= $1 and at < $2 and kind = 'boost-spent' and boost_id is not null)
     select b.voucher_cents, b.wallet_cents, b.compensation_cents, b.rebate_cents, b.credit_cents,
            coalesce(sum(e.cents) filter (where t.at < $1), 0) as before, sum(e.cents) as until
       from charged c join boost b on b.id = c.boost_id
       join ledger_transaction t on t.boost_id = b.id and t.kind = 'boost-spent' and t.at < $2
       join ledger_entry e on e.transaction_id = t.id and e.account = 'spent'
      group by b.id`,
    [from, to],
  );
  const [rest] = await tx.query<{ cents: string }[]>(
    `select coalesce(sum(e.cents), 0) as cents
       from ledger_transaction t join ledger_entry e on e.transaction_id = t.id and e.account = 'spent'
      where t.at >= $1 and t.at < $2 and t.boost_id is null`,
    [from, to],
  );
  return boosts
    .map((row) => {
      const [compensation, rebate, credit] = [row.compensation_cents, row.rebate_cents, row.credit_cents].map(
        Number,
      ) as [number, number, number];
      const cash = Number(row.wallet_cents) - compensation - rebate - credit;
      return spentInPeriod({
        voucherCents: Number(row.voucher_cents),
        wallet: { compensation, rebate, cash, credit },
        spentBeforeCents: Number(row.before),
        spentUntilCents: Number(row.until),
      });
    })
    .reduce(addSpent, { ...nothingSpent(), cash: Number(rest?.cents ?? 0) });
}

/** As pg gives it: bigint as text. */
interface MovementRecord extends Omit<MovementRow, 'at' | 'cents' | 'balanceCents'> {
  at: Date;
  cents: string;
  sequence: string;
}

/**
 * Movements of one account in a period, the earliest first. The balance goes on in the cursor, so that no page adds up
 * the ones before it again.
 */
export async function movementPage(tx: EntityManager, ask: MovementsQuery): Promise<Page<MovementRow>> {
  const [from, to] = instantsOf(ask);
  const [account, ofOrders] = lineOf(ask.account);
  const [after, stood] = decodeCursor(ask.cursor, z.int().positive(), z.int(), z.literal(ask.account)) ?? [];
  const rows = await tx.query<MovementRecord[]>(
    `select t.id, t.sequence, t.at, t.kind, t.subject, t.boost_id as "boostId", t.order_id as "orderId", p.name as by, e.cents
       from ledger_transaction t
       join ledger_entry e on e.transaction_id = t.id and ${onLine(3, 6)}
       left join person p on p.id = t.person_id
      where t.workspace_id = app_workspace() and t.at >= $1 and t.at < $2
        and ($4::bigint is null or (t.at, t.sequence) >
             (select c.at, c.sequence from ledger_transaction c where c.workspace_id = app_workspace() and c.sequence = $4))
      order by t.at, t.sequence limit $5`,
    [from, to, account, after ?? null, ask.limit + 1, ofOrders],
  );
  let balanceCents = stood ?? (await openingOf(tx, ask.account, from));
  const moved = rows.map((row) => ({ row, view: movementOf(row, (balanceCents += Number(row.cents))) }));
  return pageFrom(
    moved,
    ask.limit,
    ({ view }) => view,
    ({ row, view }) => [Number(row.sequence), view.balanceCents, ask.account],
  );
}

async function openingOf(tx: EntityManager, account: StatementAccount, from: Date): Promise<number> {
  const [row] = await tx.query<{ cents: string }[]>(
    `select coalesce(sum(e.cents), 0) as cents
       from ledger_entry e join ledger_transaction t on t.id = e.transaction_id where ${onLine(1, 3)} and t.at < $2`,
    [...lineOf(account).slice(0, 1), from, lineOf(account)[1]],
  );
  return Number(row?.cents ?? 0);
}

const movementOf = ({ sequence: _, ...row }: MovementRecord, balanceCents: number): MovementRow => ({
  ...row,
  at: row.at.toISOString(),
  cents: Number(row.cents),
  balanceCents,
});

/** Movements of all accounts of a statement, account by account, as a file lists them. */
export function allMovements(
  tx: EntityManager,
  ask: StatementQuery,
  most: number,
): Promise<(Omit<MovementRecord, 'boostId' | 'orderId' | 'sequence'> & { account: StatementAccount })[]> {
  const [from, to] = instantsOf(ask);
  return tx.query(
    `select ${line} as account, t.id, t.at, t.kind, t.subject, p.name as by, e.cents
       from ledger_transaction t
       join ledger_entry e on e.transaction_id = t.id and e.account = any($3)
       left join person p on p.id = t.person_id
      where t.workspace_id = app_workspace() and t.at >= $1 and t.at < $2
      order by array_position($5::text[], ${line}), t.at, t.sequence limit $4`,
    [from, to, journalAccounts, most, statementAccounts],
  );
}
