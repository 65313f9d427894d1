import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { BudgetJobs } from './budget-jobs';
import { BudgetPlan } from './budget-plan.entity';
import { BudgetsController } from './budgets.controller';
import { BudgetsService } from './budgets.service';

/** Plans the budgets of campaigns. A slice of its own, since it looks at creators, boosts and vouchers at once. */
@Module({
  imports: [CampaignsModule, TypeOrmModule.forFeature([BudgetPlan])],
  controllers: [BudgetsController],
  providers: [BudgetJobs, BudgetsService],
})
export class BudgetsModule {}
