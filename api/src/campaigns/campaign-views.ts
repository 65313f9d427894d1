import { type CampaignRow, type CampaignView, planOf } from '@poolrise/contracts';
import {
  campaignDays,
  campaignFigure,
  campaignRails,
  type CampaignRail,
  judgeGuard,
  legalCampaignMoves,
  paceCampaign,
  plannedByRail,
  reachesKpi,
  sumOfRails,
} from '@poolrise/domain';
import type { CampaignPicture } from './campaign-picture';
import type { KeptCampaign } from './kept-campaign.entity';

/** The instant of looking, and the traffic clock of the policy in force. */
export interface LookClock {
  now: number;
  clock: readonly number[];
}

type Rails = Record<CampaignRail, number>;

/** What a list knows of a campaign beside its own row. */
export interface RowFigures {
  actualCents: number;
  boosts: number;
  orders: number;
  unreadAlerts: number;
}

export function campaignRow(kept: KeptCampaign, figures: RowFigures, at: LookClock): CampaignRow {
  const { actualCents, ...counted } = figures;
  return {
    id: kept.id,
    name: kept.name,
    goal: kept.goal,
    state: kept.state,
    startsAt: kept.startsAt?.toISOString() ?? null,
    endsAt: kept.endsAt?.toISOString() ?? null,
    budgetCents: kept.budgetCents,
    pace: paceCampaign({ flights: planOf(kept).flights, rails: kept.rails, actualCents, ...at }),
    ...counted,
    changedAt: kept.changedAt.toISOString(),
    version: kept.version,
  };
}

export function campaignView(
  kept: KeptCampaign,
  picture: CampaignPicture,
  about: { createdBy: string; unreadAlerts: number } & Pick<CampaignView, 'holdout' | 'begun'>,
  at: LookClock,
): CampaignView {
  const { actualCents, boosts, orders, counts, byRail, flights } = picture;
  const row = campaignRow(kept, { actualCents, boosts, orders, unreadAlerts: about.unreadAlerts }, at);
  const planned = plannedByRail(flights, kept.rails, at.now, at.clock);
  const value = (metric: Parameters<typeof campaignFigure>[0]) => campaignFigure(metric, counts).value;
  return {
    ...row,
    asOf: new Date(at.now).toISOString(),
    createdBy: about.createdBy,
    flights: kept.flights,
    rails: railsOf((rail) => kept.rails[rail]),
    audience: kept.audience,
    keywords: kept.keywords,
    negatives: kept.negatives,
    byRail: railsOf((rail) => ({
      budgetCents: kept.rails[rail],
      plannedCents: planned[rail],
      actualCents: byRail[rail],
    })),
    heldCents: picture.heldCents,
    paidCents: picture.paidCents,
    days: daysOf(kept, picture, at),
    kpis: kept.kpis.map((kpi) => {
      const is = value(kpi.metric);
      return { ...kpi, value: is, reached: reachesKpi(kpi, is) };
    }),
    guards: kept.guards.map((guard) => ({
      ...guard,
      value: value(guard.metric),
      state: judgeGuard(guard, counts),
    })),
    notes: picture.notes,
    impressions: counts.impressions,
    reads: counts.reads,
    legal: legalCampaignMoves(kept.state),
    holdout: about.holdout,
    begun: about.begun,
  };
}

const railsOf = <T>(of: (rail: CampaignRail) => T): Record<CampaignRail, T> =>
  Object.fromEntries(campaignRails.map((rail) => [rail, of(rail)])) as Record<CampaignRail, T>;

/** Plan and money summed up to the end of each day; what went out before the first day counts from its beginning. */
function daysOf(
  kept: KeptCampaign,
  { flights, money }: CampaignPicture,
  at: LookClock,
): CampaignView['days'] {
  const sums: Rails = railsOf(() => 0);
  let next = 0;
  return campaignDays(flights).map(({ day, from, to }) => {
    for (let part = money[next]; part && part.day <= day; part = money[++next]) sums[part.rail] += part.cents;
    const planned = plannedByRail(flights, kept.rails, to, at.clock);
    return {
      day,
      planned,
      plannedCents: sumOfRails(planned),
      actual: from <= at.now ? { ...sums } : null,
    };
  });
}
