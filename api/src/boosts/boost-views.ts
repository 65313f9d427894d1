import type { BoostRow, BoostView } from '@poolrise/contracts';
import {
  type CampaignKeyword,
  cpc,
  cpm,
  ctr,
  type EngagementCounts,
  type LiftRegistration,
  noCounts,
  paceBoost,
  pacing,
  splitWalletSpend,
  trafficShare,
  walletBuckets,
} from '@poolrise/domain';
import { holdoutOf } from './holdouts.service';

/** A line of the list as the driver gives it: bigint as text. */
export interface BoostRecord {
  id: string;
  note_id: string;
  note_title: string;
  placement: BoostRow['placement'];
  goal: BoostRow['goal'];
  state: BoostRow['state'];
  budget_cents: string;
  voucher_cents: string;
  wallet_cents: string;
  spent_cents: string;
  planned_impressions: number;
  delivered_impressions: number;
  starts_at: Date;
  ends_at: Date;
  launched_at: Date;
  ended_at: Date | null;
  launched_key: string;
}

export const rowColumns = `
  b.id, b.note_id, n.title as note_title, b.placement, b.goal, b.state, b.budget_cents, b.voucher_cents, b.wallet_cents, b.spent_cents,
  b.planned_impressions, b.delivered_impressions, b.starts_at, b.ends_at, b.launched_at, b.ended_at,
  to_char(b.launched_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as launched_key`;

interface HourRecord {
  /** epoch milliseconds of the full hour */
  hour: number;
  impressions: number;
  clicks: number;
  likes: number;
  collects: number;
  follows: number;
}

/** One boost with everything its page shows. */
export interface BoostDetail extends BoostRecord {
  audience: BoostView['audience'];
  keywords: CampaignKeyword[] | null;
  negatives: string[] | null;
  holdout: LiftRegistration | null;
  cents_per_thousand: number;
  launched_by_name: string | null;
  campaign: BoostView['campaign'];
  refunded_cents: string;
  compensation_cents: string;
  rebate_cents: string;
  credit_cents: string;
  voucher_spent_cents: string;
  lapsed_cents: string;
  vouchers: BoostView['vouchers'];
  by_hour: HourRecord[];
  organic: { impressions: number; reads: number };
}

/** Columns of the page beside those of the list; $2 is the index of the paid rail. */
export const detailColumns = `
  b.audience, b.keywords, b.negatives, b.holdout, b.cents_per_thousand, p.name as launched_by_name, b.refunded_cents, b.lapsed_cents,
  b.compensation_cents, b.rebate_cents, b.credit_cents, b.voucher_spent_cents,
  (select json_build_object('id', c.id, 'name', c.name) from campaign c where c.id = b.campaign_id) as campaign,
  (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'reservedCents', u.reserved_cents,
            'spentCents', u.spent_cents, 'returnedCents', u.returned_cents, 'lapsedCents', u.lapsed_cents) order by u.position), '[]')
     from boost_voucher u join voucher v on v.id = u.voucher_id where u.boost_id = b.id) as vouchers,
  (select coalesce(json_agg(json_build_object('hour', extract(epoch from h.hour) * 1000, 'impressions', h.impressions,
            'clicks', h.clicks, 'likes', h.likes, 'collects', h.collects, 'follows', h.follows) order by h.hour), '[]')
     from boost_hour h where h.boost_id = b.id) as by_hour,
  -- The same hours, from the one the boost started in to the one it ended in.
  (select json_build_object('impressions', coalesce(sum(e.impressions), 0), 'reads', coalesce(sum(e.clicks), 0))
     from engagement_hour e
    where e.note_id = b.note_id and e.rail <> $2
      and e.hour >= date_trunc('hour', b.starts_at) and e.hour < coalesce(b.ended_at, b.ends_at)) as organic`;

/** The instant of looking, and the traffic clock of the policy in force. */
export interface PaceClock {
  now: number;
  clock: readonly number[];
}

const hourMs = 3_600_000;

export function toRow(row: BoostRecord, at: PaceClock): BoostRow {
  return {
    id: row.id,
    noteId: row.note_id,
    noteTitle: row.note_title,
    placement: row.placement,
    goal: row.goal,
    state: row.state,
    budgetCents: Number(row.budget_cents),
    voucherCents: Number(row.voucher_cents),
    walletCents: Number(row.wallet_cents),
    spentCents: Number(row.spent_cents),
    plannedImpressions: row.planned_impressions,
    deliveredImpressions: row.delivered_impressions,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    launchedAt: row.launched_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    // Measured in impressions, which are known at once; money follows them a few seconds later.
    pacing: pacing(
      row.delivered_impressions,
      row.planned_impressions,
      shareAt(row, seenUntil(row, at.now), at.clock),
    ),
  };
}

export function toView(detail: BoostDetail, at: PaceClock): BoostView {
  const row = toRow(detail, at);
  const paid = paidCounts(detail);
  const organic = { ...noCounts(), impressions: detail.organic.impressions, clicks: detail.organic.reads };
  return {
    ...row,
    asOf: new Date(at.now).toISOString(),
    audience: detail.audience,
    words: detail.keywords && { keywords: detail.keywords, negatives: detail.negatives ?? [] },
    holdout: holdoutOf(detail.holdout) ?? null,
    launchedBy: detail.launched_by_name ?? '',
    campaign: detail.campaign,
    centsPerThousand: detail.cents_per_thousand,
    wallet: walletParts(detail),
    vouchers: detail.vouchers,
    refundedCents: Number(detail.refunded_cents),
    lapsedCents: Number(detail.lapsed_cents),
    reads: paid.clicks,
    likes: paid.likes,
    collects: paid.collects,
    follows: paid.follows,
    organic: { ...detail.organic, ctr: ctr(organic) },
    ctr: ctr(paid),
    cpc: cpc(row.spentCents, paid),
    cpm: cpm(row.spentCents, paid),
    paceState: paceState(detail, at),
    series: seriesOf(detail, at),
  };
}

/** Buckets that pay, with what is spent of each; an ended boost has given the rest back. */
function walletParts(detail: BoostDetail): BoostView['wallet'] {
  const [compensation, rebate, credit] = [
    Number(detail.compensation_cents),
    Number(detail.rebate_cents),
    Number(detail.credit_cents),
  ];
  const paid = {
    compensation,
    rebate,
    cash: Number(detail.wallet_cents) - compensation - rebate - credit,
    credit,
  };
  const spent = splitWalletSpend(paid, Number(detail.spent_cents) - Number(detail.voucher_spent_cents));
  return walletBuckets
    .filter((bucket) => bucket === 'cash' || paid[bucket] > 0)
    .map((bucket) => ({
      bucket,
      reservedCents: paid[bucket],
      spentCents: spent[bucket],
      returnedCents: detail.ended_at ? paid[bucket] - spent[bucket] : 0,
    }));
}

function paidCounts({ by_hour, delivered_impressions }: BoostDetail): EngagementCounts {
  const counts = { ...noCounts(), impressions: delivered_impressions };
  for (const hour of by_hour) {
    counts.clicks += hour.clicks;
    counts.likes += hour.likes;
    counts.collects += hour.collects;
    counts.follows += hour.follows;
  }
  return counts;
}

function paceState(row: BoostRecord, { now, clock }: PaceClock): BoostView['paceState'] {
  if (row.ended_at) return 'ended';
  const startsAt = row.starts_at.getTime();
  if (now < startsAt) return 'not-started';
  return paceBoost({
    plannedImpressions: row.planned_impressions,
    delivered: row.delivered_impressions,
    startsAt,
    endsAt: row.ends_at.getTime(),
    now,
    clock,
  }).state;
}

/**
 * The plan to its end, so that one sees what is to come, and delivery up to now: both summed up to the end of each hour, the
 * last delivered one to now.
 */
function seriesOf(detail: BoostDetail, { now, clock }: PaceClock): BoostView['series'] {
  const until = seenUntil(detail, now);
  const series: BoostView['series'] = { hours: [], planned: [], delivered: [] };
  const byHour = new Map(detail.by_hour.map((hour) => [hour.hour, hour.impressions]));
  let delivered = 0;
  const first = Math.floor(detail.starts_at.getTime() / hourMs) * hourMs;
  for (let hour = first; hour < detail.ends_at.getTime(); hour += hourMs) {
    series.hours.push(new Date(hour).toISOString());
    series.planned.push(detail.planned_impressions * shareAt(detail, hour + hourMs, clock));
    if (hour >= until) continue;
    delivered += byHour.get(hour) ?? 0;
    series.delivered.push(delivered);
  }
  return series;
}

function seenUntil(row: BoostRecord, now: number): number {
  return Math.min(now, row.ended_at?.getTime() ?? now, row.ends_at.getTime());
}

function shareAt(row: BoostRecord, at: number, clock: readonly number[]): number {
  return trafficShare(clock, { startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime(), now: at });
}
