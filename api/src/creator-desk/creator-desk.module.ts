import { Module } from '@nestjs/common';
import { DesksModule } from '../desks/desks.module';
import { FeedModule } from '../feed/feed.module';
import { PoolsModule } from '../pools/pools.module';
import { RecruitmentsModule } from '../recruitments/recruitments.module';
import { CreatorDeskController } from './creator-desk.controller';
import { DataCentreQueries } from './data-centre.queries';
import { DataNotesQueries } from './data-notes.queries';
import { TodayQueries } from './today.queries';

/** Screens of a creator's desk that read across what others write. */
@Module({
  imports: [DesksModule, FeedModule, PoolsModule, RecruitmentsModule],
  controllers: [CreatorDeskController],
  providers: [DataCentreQueries, DataNotesQueries, TodayQueries],
})
export class CreatorDeskModule {}
