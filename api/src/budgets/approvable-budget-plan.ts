import { Injectable } from '@nestjs/common';
import type { ApplyBudgetPlan, CampaignView } from '@poolrise/contracts';
import { sumOfRails } from '@poolrise/domain';
import { actorOf, ApprovableCommands } from '../approvals/approvable-commands';
import { raised } from '../campaigns/approvable-campaign';
import { BudgetsService, railsOf } from './budgets.service';

type Apply = ApplyBudgetPlan & { campaignId: string; planId: string };

/** Applying a plan to a campaign that is planned or runs, as a second person agrees to it: it may raise the budget as any change may. */
@Injectable()
export class ApprovableBudgetPlan {
  constructor(commands: ApprovableCommands, budgets: BudgetsService) {
    commands.bring<Apply, CampaignView>({
      kind: 'apply-budget-plan',
      hat: 'workspace',
      commits: async (tx, { workspaceId }, { campaignId, planId }, now) => {
        const { campaign, change } = await budgets.changeBy(tx, workspaceId, campaignId, planId, now);
        return change && raised(campaign, sumOfRails(railsOf(change)));
      },
      run: (tx, asker, { campaignId, planId, version }, now) =>
        budgets.apply(actorOf(asker), campaignId, planId, { version }, now, tx),
      figures: ({ budgetCents }) => ({ budgetCents }),
      resultId: ({ id }) => id,
    });
  }
}
