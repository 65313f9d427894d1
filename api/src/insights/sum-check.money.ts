import { moneyCheck, type MoneyCheck } from './sum-question';

/** What the journal says of a boost, next to what the boost's row says. */
const journalOfBoosts = `
  select t.boost_id,
         sum(e.cents) filter (where e.account = 'spent') as spent,
         sum(e.cents) filter (where e.account = 'reserved') as still_reserved,
         sum(e.cents) filter (where e.account = 'reserved' and t.kind = 'boost-reserved') as budget,
         sum(e.cents) filter (where e.account in ('cash', 'voucher', 'compensation', 'rebate', 'credit')
                              and t.kind = 'boost-refunded') as refunded,
         sum(e.cents) filter (where e.account = 'expired' and t.kind = 'boost-refunded') as lapsed,
         -sum(e.cents) filter (where e.account = 'cash' and t.kind = 'boost-reserved') as from_cash,
         -sum(e.cents) filter (where e.account = 'compensation' and t.kind = 'boost-reserved') as from_compensation,
         -sum(e.cents) filter (where e.account = 'rebate' and t.kind = 'boost-reserved') as from_rebate,
         -sum(e.cents) filter (where e.account = 'credit' and t.kind = 'boost-reserved') as from_credit,
         sum(e.cents) filter (where e.account = 'compensation' and t.kind = 'boost-refunded') as to_compensation,
         sum(e.cents) filter (where e.account = 'rebate' and t.kind = 'boost-refunded') as to_rebate,
         sum(e.cents) filter (where e.account = 'credit' and t.kind = 'boost-refunded') as to_credit
    from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
   where t.boost_id is not null group by t.boost_id`;

/** Each side of an order by itself: behind the walls of one side the journal of the other is out of sight. */
const journalOfOrders = `
  select t.order_id, t.workspace_id,
         sum(e.cents) filter (where e.account = 'reserved') as reserved,
         sum(e.cents) filter (where e.account = 'spent') as spent,
         sum(e.cents) filter (where e.account = 'cash') as cash,
         sum(e.cents) filter (where e.account = 'earned') as earned,
         sum(e.cents) filter (where e.account = 'fees') as fees
    from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
   where t.order_id is not null group by t.order_id, t.workspace_id`;
/** What an order says it paid, longer rights with it; 0 until then. */
const paidBy = (part: string): string => `(coalesce((o.payment ->> '${part}')::bigint, 0)
    + coalesce((select sum((paid ->> '${part === 'earnedCents' ? 'quoteCents' : part}')::bigint) from jsonb_array_elements(o.extensions) paid), 0))`;
/** What the brand has in escrow for an order and for a wish for longer rights. */
const heldFor = `(o.held_cents + coalesce((o.extension ->> 'heldCents')::bigint, 0))`;

/** Cents: the journal is the truth, and everything that repeats a part of it must agree with it. */
export const moneyChecks: MoneyCheck[] = [
  moneyCheck(
    'legs',
    'transaction',
    'the legs of every journal transaction sum to zero',
    `select t.id as subject, coalesce(sum(e.cents), 0) = 0 and count(e.account) >= 2 as same
       from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id group by t.id`,
  ),
  moneyCheck(
    'balances',
    'account',
    'every balance is the sum of its entries',
    `select a.workspace_id || ' ' || a.name as subject, a.balance_cents = coalesce(e.cents, 0) as same
       from ledger_account a left join (
         select workspace_id, account, sum(cents) as cents from ledger_entry group by workspace_id, account
       ) e on e.workspace_id = a.workspace_id and e.account = a.name`,
  ),
  moneyCheck(
    'cash-after',
    'transaction',
    'every transaction noted the cash it left behind',
    `select id as subject, cash_after_cents = cash as same from (
       select t.id, t.cash_after_cents, sum(coalesce(e.cents, 0)) over (partition by t.workspace_id order by t.sequence) as cash
         from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id and e.account = 'cash') noted`,
  ),
  moneyCheck(
    'reserved',
    'workspace',
    'what is reserved is what boosts have not spent, given back or let lapse, and what orders hold',
    `select a.workspace_id as subject, a.balance_cents = coalesce(b.open, 0) + coalesce(o.held, 0) as same
       from ledger_account a left join (
         select workspace_id, sum(budget_cents - spent_cents - refunded_cents - lapsed_cents) as open from boost group by workspace_id
       ) b on b.workspace_id = a.workspace_id
       left join (
         select o.workspace_id, sum(${heldFor}) as held from cooperation_order o group by o.workspace_id
       ) o on o.workspace_id = a.workspace_id
      where a.name = 'reserved'`,
  ),
  moneyCheck(
    'vouchers',
    'workspace',
    'the voucher account is what is left on fixed vouchers',
    `select a.workspace_id as subject, a.balance_cents = coalesce(v.remaining, 0) as same
       from ledger_account a left join (
         select workspace_id, sum(remaining_cents) as remaining from voucher group by workspace_id
       ) v on v.workspace_id = a.workspace_id
      where a.name = 'voucher'`,
  ),
  moneyCheck(
    'boosts',
    'boost',
    'budget, spend, refund and lapse of every boost stand in the journal',
    `select b.id as subject,
            b.budget_cents = j.budget
            and b.wallet_cents - b.compensation_cents - b.rebate_cents - b.credit_cents = coalesce(j.from_cash, 0) and b.spent_cents = coalesce(j.spent, 0)
            and b.refunded_cents = coalesce(j.refunded, 0) and b.lapsed_cents = coalesce(j.lapsed, 0)
            and b.budget_cents - b.spent_cents - b.refunded_cents - b.lapsed_cents = j.still_reserved as same
       from boost b left join (${journalOfBoosts}) j on j.boost_id = b.id`,
  ),
  moneyCheck(
    'buckets',
    'boost',
    'what each bucket of the wallet put into a boost, and got back of it, stands in the journal',
    `select b.id as subject,
            b.compensation_cents = coalesce(j.from_compensation, 0) and b.rebate_cents = coalesce(j.from_rebate, 0)
            and b.credit_cents = coalesce(j.from_credit, 0)
            and (b.ended_at is null
                 or b.compensation_cents - b.compensation_spent_cents = coalesce(j.to_compensation, 0)
                and b.rebate_cents - b.rebate_spent_cents = coalesce(j.to_rebate, 0)
                and b.credit_cents - b.credit_spent_cents = coalesce(j.to_credit, 0)) as same
       from boost b left join (${journalOfBoosts}) j on j.boost_id = b.id`,
  ),
  moneyCheck(
    'orders',
    'order',
    'what an order holds and paid stands in the journal of the brand',
    `select o.id as subject,
            ${heldFor} = coalesce(j.reserved, 0)
            and coalesce(j.spent, 0) = ${paidBy('earnedCents')} + ${paidBy('brandFeeCents')} + ${paidBy('effectFeeCents')}
            and coalesce(-j.cash, 0) = ${heldFor} + coalesce(j.spent, 0) as same
       from cooperation_order o join workspace w on w.id = o.workspace_id
       left join (${journalOfOrders}) j on j.order_id = o.id and j.workspace_id = o.workspace_id`,
  ),
  moneyCheck(
    'earnings',
    'order',
    'what an order earned and the fee on it stand in the journal of the creator',
    `select o.id as subject,
            coalesce(-j.earned, 0) = ${paidBy('earnedCents')}
            and coalesce(j.cash, 0) = ${paidBy('netCents')}
            and coalesce(j.fees, 0) = ${paidBy('creatorFeeCents')} as same
       from cooperation_order o join workspace w on w.id = o.desk_id
       left join (${journalOfOrders}) j on j.order_id = o.id and j.workspace_id = o.desk_id`,
  ),
  moneyCheck(
    'ended',
    'boost',
    'an ended boost has spent, given back or let lapse its whole budget',
    `select id as subject, spent_cents + refunded_cents + lapsed_cents = budget_cents as same
       from boost where state in ('completed', 'stopped')`,
  ),
  moneyCheck(
    'delivered',
    'boost',
    'no boost was charged for more than was delivered',
    `select id as subject,
            spent_cents <= floor(budget_cents::numeric * least(delivered_impressions, planned_impressions) / planned_impressions) as same
       from boost`,
  ),
  moneyCheck(
    'voucher-parts',
    'boost',
    'the parts of the vouchers in a boost add up',
    `select b.id as subject,
            b.voucher_cents = coalesce(u.reserved, 0) and b.voucher_spent_cents = coalesce(u.spent, 0)
            and (b.ended_at is null or u.reserved is null or u.spent + u.returned + u.lapsed = u.reserved) as same
       from boost b left join (
         select boost_id, sum(reserved_cents) as reserved, sum(spent_cents) as spent, sum(returned_cents) as returned, sum(lapsed_cents) as lapsed
           from boost_voucher group by boost_id
       ) u on u.boost_id = b.id`,
  ),
  moneyCheck(
    'top-ups',
    'top-up',
    'every recorded top-up stands in the journal with its amount, and no other moved anything',
    `select coalesce(u.id, t.id) as subject,
            u.id is not null and u.state = 'recorded' and u.workspace_id = t.workspace_id and e.cents = u.cents as same
       from (select * from ledger_transaction where kind = 'top-up') t
       left join ledger_entry e on e.transaction_id = t.id and e.account = 'cash'
       full join (select * from top_up where state = 'recorded') u on u.transaction_id = t.id`,
  ),
];
