import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { ApprovableBudgetPlan } from './approvable-budget-plan';
import { BudgetJobs } from './budget-jobs';
import { BudgetPlan } from './budget-plan.entity';
import { BudgetsController } from './budgets.controller';
import { BudgetsService } from './budgets.service';

/** Plans the budgets of campaigns. A slice of its own, since it looks at creators, boosts and vouchers at once. */
@Module({
  imports: [ApprovalsModule, CampaignsModule, TypeOrmModule.forFeature([BudgetPlan])],
  controllers: [BudgetsController],
  providers: [ApprovableBudgetPlan, BudgetJobs, BudgetsService],
})
export class BudgetsModule {}
