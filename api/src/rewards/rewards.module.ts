import { Module } from '@nestjs/common';
import { EngagementModule } from '../engagement/engagement.module';
import { LedgerModule } from '../ledger/ledger.module';
import { VouchersModule } from '../vouchers/vouchers.module';
import { RewardClaimsService } from './reward-claims.service';
import { RewardMarks } from './reward-marks';
import { RewardProgressService } from './reward-progress.service';
import { RewardsController } from './rewards.controller';
import { RewardsQueries } from './rewards.queries';
import { RewardsService } from './rewards.service';

/** Reward plans as creators' desks see them. */
@Module({
  imports: [EngagementModule, LedgerModule, VouchersModule],
  controllers: [RewardsController],
  providers: [RewardsService, RewardClaimsService, RewardsQueries, RewardProgressService, RewardMarks],
  exports: [RewardClaimsService],
})
export class RewardsModule {}
