import { Module } from '@nestjs/common';
import { EngagementModule } from '../engagement/engagement.module';
import { PoolsModule } from '../pools/pools.module';
import { FeedController } from './feed.controller';
import { FeedIndex } from './feed-index';
import { FeedService } from './feed.service';
import { NoteAudienceQueries } from './note-audience.queries';
import { PlaceLearner } from './place-learner';

@Module({
  imports: [PoolsModule, EngagementModule],
  providers: [FeedIndex, FeedService, NoteAudienceQueries, PlaceLearner],
  controllers: [FeedController],
  exports: [FeedIndex, NoteAudienceQueries],
})
export class FeedModule {}
