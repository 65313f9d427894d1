import type { AskBudgetPlan } from '@poolrise/contracts';
import { budgetDefaults, campaignRails } from '@poolrise/domain';
import type { KeptCampaign } from '../campaigns/kept-campaign.entity';

/** What is asked when nothing is changed: what the first target of the campaign counts, else reads, with no guard. */
export function usualBudgetAsk(
  { kpis }: Pick<KeptCampaign, 'kpis'>,
  portfolioId: string | null,
): AskBudgetPlan {
  const metrics = kpis.map(({ metric }) => metric);
  const goals = {
    impressions: 'reach',
    clicks: 'reads',
    interactionsLCCS: 'engagements',
    follows: 'follows',
  } as const;
  const first = metrics.find((metric): metric is keyof typeof goals => metric in goals);
  const free = { minCents: 0, maxCents: null };
  return {
    goal: first ? goals[first] : 'reads',
    portfolioId,
    rails: Object.fromEntries(campaignRails.map((rail) => [rail, free])) as AskBudgetPlan['rails'],
    tiers: [],
    ceilingCents: null,
    assumptions: budgetDefaults,
    seed: 1,
  };
}
