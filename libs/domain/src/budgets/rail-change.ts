import {
  campaignRails,
  type CampaignRail,
  type Flight,
  type RailCents,
  sumOfRails,
} from '../campaigns/campaign';
import type { BudgetPlan } from './plan-budget';

/** What a plan makes of the budget of a campaign. Cents. */
export interface RailChange {
  rails: Record<CampaignRail, { before: number; after: number }>;
  /** in the order of the campaign */
  flights: { before: number; after: number }[];
  /** what vouchers pay on top of the budget; a campaign counts it as spent, so it is planned too */
  giftCents: number;
  /** what the plan has no use for, and the rail where it stays; null when nothing is left */
  left: { cents: number; rail: CampaignRail } | null;
}

/**
 * The budget of a campaign by a plan: of each rail what has gone out already and what the plan adds. What vouchers pay goes to
 * the flights that are not over, by their budgets; where it stands there already, since the plan was applied, nothing is added.
 * Null when all flights are over.
 *
 * @param budgetCents of the whole campaign when the plan was made
 */
export function railChange(
  campaign: { rails: RailCents; flights: readonly Flight[] },
  about: {
    plan: Pick<BudgetPlan, 'rails' | 'giftCents' | 'next'>;
    budgetCents: number;
    goneOut: RailCents;
    now: number;
  },
): RailChange | null {
  const { plan, budgetCents, goneOut, now } = about;
  const open = campaign.flights.filter(({ to }) => to > now);
  if (open.length === 0) return null;
  const before = sumOfRails(campaign.rails);
  const giftCents = Math.max(0, budgetCents + plan.giftCents - before);
  const after = Object.fromEntries(
    campaignRails.map((rail) => [
      rail,
      Math.round(goneOut[rail] + plan.rails[rail] + (rail === 'boosts' ? plan.giftCents : 0)),
    ]),
  ) as Record<CampaignRail, number>;
  const leftCents = before + giftCents - sumOfRails(after);
  const largest = campaignRails.reduce((best, rail) => (after[rail] > after[best] ? rail : best));
  const keeps = plan.next?.rail ?? largest;
  after[keeps] = Math.max(0, after[keeps] + leftCents);
  return {
    rails: Object.fromEntries(
      campaignRails.map((rail) => [rail, { before: campaign.rails[rail], after: after[rail] }]),
    ) as RailChange['rails'],
    flights: withGift(campaign.flights, open, giftCents),
    giftCents,
    left: leftCents > 0 ? { cents: leftCents, rail: keeps } : null,
  };
}

function withGift(
  flights: readonly Flight[],
  open: readonly Flight[],
  giftCents: number,
): RailChange['flights'] {
  const whole = open.reduce((sum, { budgetCents }) => sum + budgetCents, 0);
  let given = 0;
  return flights.map((flight) => {
    const before = flight.budgetCents;
    if (!open.includes(flight)) return { before, after: before };
    // The last one takes what rounding left, so that rails and flights sum to the same cent.
    const share =
      flight === open.at(-1) ? giftCents - given : whole > 0 ? Math.floor((giftCents * before) / whole) : 0;
    given += share;
    return { before, after: before + share };
  });
}
