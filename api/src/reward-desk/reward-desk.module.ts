import { Module } from '@nestjs/common';
import { RewardsModule } from '../rewards/rewards.module';
import { HeldClaimsQueries } from './held-claims.queries';
import { HeldClaimsService } from './held-claims.service';
import { PlanKnowledgeQueries } from './plan-knowledge.queries';
import { RewardDeskController } from './reward-desk.controller';
import { RewardDeskQueries } from './reward-desk.queries';
import { RewardDeskService } from './reward-desk.service';

@Module({
  imports: [RewardsModule],
  controllers: [RewardDeskController],
  providers: [
    RewardDeskService,
    RewardDeskQueries,
    PlanKnowledgeQueries,
    HeldClaimsService,
    HeldClaimsQueries,
  ],
})
export class RewardDeskModule {}
