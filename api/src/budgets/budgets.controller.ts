import { Body, Controller, Param } from '@nestjs/common';
import {
  ApplyBudgetPlan,
  AskBudgetPlan,
  type BudgetDesk,
  type BudgetPlanView,
  type CampaignView,
} from '@poolrise/contracts';
import { ApprovalDoor } from '../approvals/approval-door';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { BudgetsService } from './budgets.service';

@Controller()
export class BudgetsController {
  constructor(
    private readonly budgets: BudgetsService,
    private readonly approvals: ApprovalDoor,
  ) {}

  @Serves('budgetDesk')
  desk(
    @WorkspaceId() workspaceId: string,
    @Param('campaignId', checkedId) campaignId: string,
  ): Promise<BudgetDesk> {
    return this.budgets.desk(workspaceId, campaignId);
  }

  @Serves('askBudgetPlan')
  ask(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(AskBudgetPlan)) ask: AskBudgetPlan,
  ): Promise<BudgetPlanView> {
    return this.budgets.ask(caller, campaignId, ask);
  }

  @Serves('applyBudgetPlan')
  apply(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Param('budgetPlanId', checkedId) budgetPlanId: string,
    @Body(checked(ApplyBudgetPlan)) ask: ApplyBudgetPlan,
  ): Promise<CampaignView> {
    const command = { campaignId, planId: budgetPlanId, ...ask };
    return this.approvals.through(caller, 'apply-budget-plan', command);
  }
}
