import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BoostsModule } from '../boosts/boosts.module';
import { PoolsModule } from '../pools/pools.module';
import { CalendarQueries } from './calendar.queries';
import { CampaignItemsService } from './campaign-items.service';
import { CampaignWatch } from './campaign-watch';
import { KeptCampaign } from './kept-campaign.entity';
import { CampaignsController } from './campaigns.controller';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';

/** Campaigns: what a workspace plans to spend, and what it did. */
@Module({
  imports: [BoostsModule, PoolsModule, TypeOrmModule.forFeature([KeptCampaign])],
  controllers: [CampaignsController],
  providers: [CampaignsService, CampaignsQueries, CampaignItemsService, CampaignWatch, CalendarQueries],
  exports: [CampaignsService],
})
export class CampaignsModule {}
