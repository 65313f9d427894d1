import { planOf } from '@poolrise/contracts';
import { type CampaignCounts, campaignRails, type CampaignRail, type Flight } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { moneyOf, type MoneyPart } from './campaign-money';
import type { KeptCampaign } from './kept-campaign.entity';

/** What was done for a campaign so far. Cents. */
export interface CampaignPicture {
  flights: Flight[];
  money: MoneyPart[];
  byRail: Record<CampaignRail, number>;
  actualCents: number;
  heldCents: number;
  paidCents: number;
  counts: CampaignCounts;
  notes: number;
  boosts: number;
  orders: number;
}

interface Counted {
  notes: number;
  boosts: number;
  orders: number;
  vouchers: number;
  impressions: number;
  clicks: number;
  likes: number;
  collects: number;
  comments: number;
  shares: number;
  follows: number;
}

/** Notes of a campaign: those that its boosts show and those that its orders brought. $1 is the campaign. */
export const notesSql = `
  select note_id from boost where campaign_id = $1
  union select note_id from cooperation_order where campaign_id = $1 and note_id is not null`;

// Whatever readers did since the first flight began, on all surfaces: a campaign is to move its notes and not a slot.
export const countedSql = `
  with tied as (${notesSql})
  select (select count(*)::integer from tied) as notes,
    (select count(*)::integer from boost where campaign_id = $1) as boosts,
    (select count(*)::integer from cooperation_order where campaign_id = $1) as orders,
    (select coalesce(sum(voucher_spent_cents), 0)::float8 from boost where campaign_id = $1) as vouchers,
    coalesce(sum(hours.impressions), 0)::float8 as impressions, coalesce(sum(hours.clicks), 0)::float8 as clicks,
    coalesce(sum(hours.likes), 0)::float8 as likes, coalesce(sum(hours.collects), 0)::float8 as collects,
    coalesce(sum(hours.comments), 0)::float8 as comments, coalesce(sum(hours.shares), 0)::float8 as shares,
    coalesce(sum(hours.follows), 0)::float8 as follows
  from tied join engagement_hour hours on hours.note_id = tied.note_id and hours.hour >= date_trunc('hour', $2::timestamptz)`;

/** Money and counts of one campaign, each read once. */
export async function pictureOf(tx: EntityManager, campaign: KeptCampaign): Promise<CampaignPicture> {
  const money = await moneyOf(tx, campaign.id);
  const [counted] = await tx.query<Counted[]>(countedSql, [
    campaign.id,
    campaign.startsAt ?? campaign.createdAt,
  ]);
  if (!counted) throw new Error('an aggregate without a row');
  const { notes, boosts, orders, vouchers, clicks, ...engagement } = counted;
  const sumOf = (which: (part: MoneyPart) => boolean) =>
    money.reduce((sum, part) => sum + (which(part) ? part.cents : 0), 0);
  const byRail = Object.fromEntries(
    campaignRails.map((rail) => [rail, sumOf((part) => part.rail === rail)]),
  ) as Record<CampaignRail, number>;
  return {
    flights: planOf(campaign).flights,
    money,
    byRail,
    actualCents: sumOf(() => true),
    heldCents: sumOf(({ rail, account }) => rail === 'creators' && account === 'reserved'),
    paidCents: sumOf(({ rail, account }) => rail === 'creators' && account === 'spent'),
    counts: {
      ...engagement,
      reads: clicks,
      orderCents: byRail.creators,
      boostCents: byRail.boosts,
      voucherCents: vouchers,
    },
    notes,
    boosts,
    orders,
  };
}

/** What went out within each flight, in their order; cents. */
export const moneyOfFlights = ({ flights, money }: CampaignPicture): number[] =>
  flights.map((_, place) =>
    money.reduce((sum, { flight, cents }) => sum + (flight === place ? cents : 0), 0),
  );
