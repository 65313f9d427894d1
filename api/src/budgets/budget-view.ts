import { type BudgetPlanView, planOf } from '@poolrise/contracts';
import { isBudgetRefusal, type RailChange, railChange, tierSchemes } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { requestFingerprint } from '../ledger/request-fingerprint';
import type { KeptCampaign } from '../campaigns/kept-campaign.entity';
import { bookablePortfolio } from './budget-creators';
import { basisOf, goneOutOf } from './budget-inputs';
import { payableVouchers } from './budget-media';
import type { BudgetPlan } from './budget-plan.entity';

/** A plan says nothing of a month that it did not see. */
const freshMs = 7 * 86_400_000;

/** A plan beside the campaign as it stands now. */
export async function budgetPlanView(
  tx: EntityManager,
  kept: BudgetPlan,
  campaign: KeptCampaign,
  now: Date,
): Promise<BudgetPlanView> {
  const [person] = await tx.query<{ name: string }[]>('select name from person where id = $1', [
    kept.requestedBy,
  ]);
  const { inputs, report } = kept;
  const refusal = report && isBudgetRefusal(report) ? report : null;
  const found = report && !isBudgetRefusal(report) ? report : null;
  return {
    id: kept.id,
    campaignId: kept.campaignId,
    state: kept.state,
    asked: kept.asked,
    requestedAt: kept.requestedAt.toISOString(),
    requestedBy: person?.name ?? '',
    finishedAt: kept.finishedAt?.toISOString() ?? null,
    report: found,
    refusal,
    options: inputs.options.map(({ tierKey, ...option }) => ({ ...option, tier: tierNameOf(tierKey) })),
    budgetCents: inputs.budgetCents,
    goneOut: { ...inputs.goneOut },
    counted: inputs.counted,
    stale: await stalenessOf(tx, kept, campaign, now),
    change: changeOf(kept, campaign, now),
    version: campaign.version,
    appliedAt: kept.appliedAt?.toISOString() ?? null,
  };
}

/** What the plan makes of the campaign; null before it is done, where there is no plan, or once all flights are over. */
export function changeOf(
  { report, inputs }: Pick<BudgetPlan, 'report' | 'inputs'>,
  campaign: KeptCampaign,
  now: Date,
): RailChange | null {
  if (!report || isBudgetRefusal(report) || campaign.state === 'ended') return null;
  return railChange(
    { rails: campaign.rails, flights: planOf(campaign).flights },
    { plan: report.plan, budgetCents: inputs.budgetCents, goneOut: inputs.goneOut, now: now.getTime() },
  );
}

/** What has changed since a plan was made, or that it is old; nothing once it was applied. */
export async function stalenessOf(
  tx: EntityManager,
  { asked, inputs, requestedAt, appliedAt, workspaceId }: BudgetPlan,
  campaign: KeptCampaign,
  now: Date,
): Promise<BudgetPlanView['stale']> {
  // What was applied has changed the campaign itself.
  if (appliedAt) return [];
  const portfolio = asked.portfolioId === null ? null : await bookablePortfolio(tx, asked.portfolioId);
  const basis = basisOf(campaign, portfolio, await payableVouchers(tx, workspaceId, now));
  const gone = await goneOutOf(tx, campaign.id);
  return [
    ...(['campaign', 'candidates', 'vouchers'] as const).filter((part) => basis[part] !== inputs.basis[part]),
    // What running boosts deliver was held before and changes nothing.
    ...(requestFingerprint(gone) === requestFingerprint(inputs.goneOut) ? [] : (['gone-out'] as const)),
    ...(now.getTime() - requestedAt.getTime() > freshMs ? (['old'] as const) : []),
  ];
}

const tierNames = new Map(
  tierSchemes.flatMap(({ tiers }) => tiers.map(({ key, name }) => [key, name] as const)),
);
const tierNameOf = (key: string | null) =>
  key === null ? null : (tierNames.get(key) ?? { zh: key, en: key });
