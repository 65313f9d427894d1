import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module';
import { BoostsModule } from '../boosts/boosts.module';
import { LiftModule } from '../lift/lift.module';
import { PoolsModule } from '../pools/pools.module';
import { CalendarQueries } from './calendar.queries';
import { CampaignHoldoutsService } from './campaign-holdouts.service';
import { CampaignItemsService } from './campaign-items.service';
import { CampaignWatch } from './campaign-watch';
import { SearchWordsModule } from '../search-words/search-words.module';
import { KeptCampaign } from './kept-campaign.entity';
import { CampaignsController } from './campaigns.controller';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';
import { ApprovableCampaign } from './approvable-campaign';

/** Campaigns: what a workspace plans to spend, and what it did. */
@Module({
  imports: [
    ApprovalsModule,
    BoostsModule,
    LiftModule,
    PoolsModule,
    SearchWordsModule,
    TypeOrmModule.forFeature([KeptCampaign]),
  ],
  controllers: [CampaignsController],
  providers: [
    ApprovableCampaign,
    CampaignsService,
    CampaignsQueries,
    CampaignHoldoutsService,
    CampaignItemsService,
    CampaignWatch,
    CalendarQueries,
  ],
  exports: [CampaignsQueries, CampaignsService],
})
export class CampaignsModule {}
