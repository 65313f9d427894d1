import { type EarnedOrder, type EarningsView, earningRowsMost, type LinkRow } from '@poolrise/contracts';
import {
  attributionRules,
  dayInShanghai,
  earningMonthsShown,
  monthSpan,
  monthsUpTo,
  openToSale,
  payableStates,
  type PayableOrder,
  payoutAhead,
  payoutMonths,
  shiftMonth,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';

type LinkSums = Omit<EarningsView['commission']['sums'], 'openToSale'>;
interface Found {
  months: EarningsView['months'];
  sums: EarningsView['sums'];
  orders: EarnedOrder[];
  orderCount: number;
  rewards: EarningsView['rewards']['items'];
  rewardCount: number;
  ahead: AheadRow[];
  aheadCount: number;
  linkSums: LinkSums;
  links: Omit<LinkRow, 'openToSale'>[];
  linkCount: number;
}
interface AheadRow extends Pick<PayableOrder, 'state' | 'terms' | 'rules' | 'offer'> {
  orderId: string;
  name: string;
  brandName: string;
  /** ms since 1970 */
  since: number;
  publishedAt: number | null;
}

const listed = (rows: string, order: string): string =>
  `(select coalesce(jsonb_agg(one order by ${order}), '[]') from (select * from ${rows} order by ${order} limit $6) one)`;
const monthOf = `to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM')`;
const linkSums = [
  'opens',
  'paidOpens',
  'sales',
  'soldCents',
  'returnedCents',
  'expectedCents',
  'confirmedCents',
];

/**
 * The whole screen in one statement. $1 and $2 the month, $3 now, $4 and $5 the twelve months of the bars, $6 rows of each kind,
 * $7 states of orders that will be paid.
 */
const earningsSql = `
  with moved as materialized (
    select t.id, t.at, t.kind, t.order_id, t.subject,
           -coalesce(sum(e.cents) filter (where e.account = 'earned'), 0) as gross,
           coalesce(sum(e.cents) filter (where e.account = 'fees'), 0) as fee,
           coalesce(sum(e.cents) filter (where e.account = 'cash'), 0) as net
      from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
     where t.workspace_id = app_workspace() and t.kind in ('order-earned', 'reward-paid')
       and (t.at >= $4 and t.at < $5 or t.at >= $1 and t.at < $2)
     group by t.id),
  months as (
    select ${monthOf} as month, coalesce(sum(net) filter (where kind = 'order-earned'), 0) as "orderCents",
           coalesce(sum(net) filter (where kind = 'reward-paid'), 0) as "rewardCents"
      from moved where at >= $4 and at < $5 group by 1),
  paid as (
    select m.id, o.id as "orderId", o.name, o.brand_name as "brandName", o.state, ${isoInstant('m.at')} as "paidAt",
           m.gross as "grossCents", (o.rules ->> 'creatorFeeBasisPoints')::int as "feeBasisPoints", m.fee as "feeCents", m.net as "netCents"
      from moved m join cooperation_order o on o.id = m.order_id
     where m.kind = 'order-earned' and m.at >= $1 and m.at < $2),
  rewarded as (
    select id, subject as name, ${isoInstant('at')} as at, net as cents from moved
     where kind = 'reward-paid' and at >= $1 and at < $2),
  ahead as (
    select id as "orderId", name, brand_name as "brandName", state, terms, rules, offer,
           (extract(epoch from since) * 1000)::float8 as since, (extract(epoch from published_at) * 1000)::float8 as "publishedAt"
      from cooperation_order where desk_id = app_workspace() and state = any($7)),
  sold as (
    select note_id, product, max(title) as title, count(*) as sales, sum(cents) as sold, sum(returned_cents) as returned,
           coalesce(sum(kept_commission_cents) filter (where confirms_at > $3), 0) as expected,
           coalesce(sum(kept_commission_cents) filter (where confirms_at <= $3), 0) as confirmed
      from product_sale where workspace_id = app_workspace() and sold_at >= $1 and sold_at < $2 group by 1, 2),
  opened as (
    select note_id, product, sum(opens) as opens, sum(paid_opens) as paid from product_link_day
     where workspace_id = app_workspace() and day >= ($1::timestamptz at time zone 'Asia/Shanghai')::date
       and day < ($2::timestamptz at time zone 'Asia/Shanghai')::date
     group by 1, 2),
  links as (
    select note.id as "noteId", note.title as "noteTitle", note.language, product,
           coalesce(note.products -> (product - 1) ->> 'title', sold.title, '') as title,
           coalesce((note.products -> (product - 1) ->> 'commissionPermyriad')::int, 0) as "ratePermyriad",
           coalesce(opens, 0) as opens, coalesce(paid, 0) as "paidOpens", coalesce(sales, 0) as sales,
           coalesce(sold, 0) as "soldCents", coalesce(returned, 0) as "returnedCents",
           coalesce(expected, 0) as "expectedCents", coalesce(confirmed, 0) as "confirmedCents"
      from opened full join sold using (note_id, product) join note on note.id = note_id)
  select (select coalesce(jsonb_agg(months), '[]') from months) as months,
         (select jsonb_build_object(
            'grossCents', coalesce(sum(gross) filter (where kind = 'order-earned'), 0),
            'feeCents', coalesce(sum(fee) filter (where kind = 'order-earned'), 0),
            'netCents', coalesce(sum(net) filter (where kind = 'order-earned'), 0),
            'rewardCents', coalesce(sum(net) filter (where kind = 'reward-paid'), 0)) from moved where at >= $1 and at < $2) as sums,
         ${listed('paid', '"paidAt" desc, id')} as orders, (select count(*)::int from paid) as "orderCount",
         ${listed('rewarded', 'at desc, id')} as rewards, (select count(*)::int from rewarded) as "rewardCount",
         ${listed('ahead', '"publishedAt" nulls last, since, "orderId"')} as ahead, (select count(*)::int from ahead) as "aheadCount",
         (select jsonb_build_object(${linkSums.map((name) => `'${name}', coalesce(sum("${name}"), 0)`).join(', ')}) from links) as "linkSums",
         ${listed('links', '"expectedCents" + "confirmedCents" desc, opens desc, "noteId", product')} as links,
         (select count(*)::int from links) as "linkCount"`;

/** What a desk earned in a month, what it will be paid, and its commission. @param most rows of each kind */
export async function earningsView(
  tx: EntityManager,
  month: string | undefined,
  now: Date,
  most = earningRowsMost,
): Promise<EarningsView> {
  const today = dayInShanghai(now).slice(0, 7);
  const chosen = month ?? today;
  const span = monthSpan(chosen);
  const [found] = await tx.query<Found[]>(earningsSql, [
    ...[span.from, span.to, now].map((at) => new Date(at)),
    new Date(monthSpan(shiftMonth(today, 1 - earningMonthsShown)).from),
    new Date(monthSpan(today).to),
    most,
    payableStates,
  ]);
  if (!found) throw new Error('earnings always have one row');
  const earned = new Map(found.months.map((one) => [one.month, one]));
  const { linkSums: sums, links, linkCount, ...rows } = found;
  return {
    month: chosen,
    asOf: now.toISOString(),
    months: monthsUpTo(today).map((one) => earned.get(one) ?? { month: one, orderCents: 0, rewardCents: 0 }),
    sums: found.sums,
    orders: { items: rows.orders, more: rows.orderCount - rows.orders.length },
    rewards: { items: rows.rewards, more: rows.rewardCount - rows.rewards.length },
    payouts: payoutsOf(rows.ahead, rows.aheadCount, now.getTime()),
    commission: {
      ...attributionRules,
      sums: { ...sums, openToSale: openToSale(sums) },
      links: links.map((link) => ({ ...link, openToSale: openToSale(link) })),
      more: linkCount - links.length,
    },
  };
}

function payoutsOf(rows: readonly AheadRow[], count: number, now: number): EarningsView['payouts'] {
  const payouts = rows.flatMap((row) => {
    const ahead = payoutAhead(row, now);
    return ahead ? [{ row, ahead }] : [];
  });
  // What has a date first, the nearest before the others.
  payouts.sort((a, b) => (a.ahead.dueAt ?? Infinity) - (b.ahead.dueAt ?? Infinity) || 0);
  const all = payouts.map(({ ahead }) => ahead);
  const undated = all.filter(({ dueAt }) => dueAt === null);
  const net = (some: readonly { netCents: number }[]): number =>
    some.reduce((sum, { netCents }) => sum + netCents, 0);
  return {
    items: payouts.map(({ row, ahead: { dueAt, ...ahead } }) => ({
      orderId: row.orderId,
      name: row.name,
      brandName: row.brandName,
      state: row.state,
      ...ahead,
      feeBasisPoints: row.rules.creatorFeeBasisPoints,
      dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
    })),
    more: count - rows.length,
    months: payoutMonths(all),
    undated: { orders: undated.length, netCents: net(undated) },
    netCents: net(all),
    late: all.filter(({ late }) => late !== null).length,
  };
}
