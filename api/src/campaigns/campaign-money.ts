import type { CampaignRail } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** The rail of a boost by where it stands. */
export const boostRailSql = `case boost.placement when 'search' then 'search' else 'boosts' end`;

/**
 * What went out for campaigns, as the journal has it: of boosts what was delivered and charged, of orders what is held in escrow
 * or paid. $1 names the campaigns.
 */
export const moneySql = `
  select boost.campaign_id, ${boostRailSql} as rail, entry.account, transaction.at, entry.cents
    from boost
    join ledger_transaction transaction on transaction.boost_id = boost.id
    join ledger_entry entry on entry.transaction_id = transaction.id and entry.account = 'spent'
   where boost.campaign_id = any($1)
  union all
  select ordered.campaign_id, 'creators', entry.account, transaction.at, entry.cents
    from cooperation_order ordered
    join ledger_transaction transaction on transaction.order_id = ordered.id and transaction.workspace_id = ordered.workspace_id
    join ledger_entry entry on entry.transaction_id = transaction.id and entry.account in ('reserved', 'spent')
   where ordered.campaign_id = any($1)`;

/** Money of one rail on one day in Shanghai, within one flight or none. */
export interface MoneyPart {
  rail: CampaignRail;
  day: string;
  /** place in the list of flights; null for money outside of all of them */
  flight: number | null;
  account: 'reserved' | 'spent';
  cents: number;
}

const partsSql = `
  select money.rail, to_char(money.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, flight.place as flight, money.account,
    sum(money.cents)::float8 as cents
  from (${moneySql}) money
  join campaign on campaign.id = money.campaign_id
  left join lateral (
    select place::integer - 1 as place from jsonb_array_elements(campaign.flights) with ordinality as part(value, place)
     where money.at >= (value ->> 'from')::timestamptz and money.at < (value ->> 'to')::timestamptz
  ) flight on true
  group by 1, 2, 3, 4
  order by 2`;

/** All money of one campaign, by the index of its boosts and orders and by that of their transactions. */
export const moneyOf = (tx: EntityManager, campaignId: string): Promise<MoneyPart[]> =>
  tx.query<MoneyPart[]>(partsSql, [[campaignId]]);

/** What went out for each of several campaigns, in cents. */
export async function moneyOfSeveral(
  tx: EntityManager,
  campaignIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; cents: number }[]>(
    `select campaign_id as id, sum(cents)::float8 as cents from (${moneySql}) money group by 1`,
    [campaignIds],
  );
  return new Map(rows.map(({ id, cents }) => [id, cents]));
}
