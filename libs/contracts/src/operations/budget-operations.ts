import { ApplyBudgetPlan, AskBudgetPlan, BudgetDesk, BudgetPlanView } from '../budget-plans';
import { CampaignView } from '../campaigns';
import type { Operation } from './operation';

const tag = 'Campaigns';

/** How the budget of a campaign is best spent. */
export const budgetOperations = {
  budgetDesk: {
    method: 'get',
    path: '/api/v1/campaigns/{campaignId}/budget-plans',
    tag,
    summary: 'What a plan of a campaign’s budget starts from, with its sources, and the latest one',
    access: { ability: 'read:campaigns' },
    answer: { status: 200, schema: BudgetDesk },
    refusals: [],
  },
  askBudgetPlan: {
    method: 'post',
    path: '/api/v1/campaigns/{campaignId}/budget-plans',
    tag,
    summary: 'Find how a campaign’s budget brings most, over creators, boosts and search',
    access: { ability: 'write:campaigns' },
    body: AskBudgetPlan,
    answer: { status: 202, schema: BudgetPlanView },
    refusals: ['campaign-ended', 'too-many-portfolios'],
  },
  applyBudgetPlan: {
    method: 'post',
    path: '/api/v1/campaigns/{campaignId}/budget-plans/{budgetPlanId}/apply',
    tag,
    summary: 'Give the rails of a campaign the budgets of a plan; nothing is bought by it',
    access: { ability: 'write:campaigns' },
    body: ApplyBudgetPlan,
    answer: { status: 200, schema: CampaignView },
    refusals: [
      'campaign-ended',
      'campaign-moved-on',
      'budget-plan-unusable',
      'budget-plan-stale',
      'approval-asked',
      'approval-over',
    ],
  },
} satisfies Record<string, Operation>;
