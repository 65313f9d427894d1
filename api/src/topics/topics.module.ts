import { Module } from '@nestjs/common';
import { SearchDemand } from './search-demand';
import { TopicClock } from './topic-clock';
import { TopicDeskService } from './topic-desk.service';
import { TopicsController } from './topics.controller';
import { TopicsQueries } from './topics.queries';

/** What readers ask for this week and few answer, and the one reading of what readers search for. */
@Module({
  controllers: [TopicsController],
  providers: [SearchDemand, TopicClock, TopicDeskService, TopicsQueries],
  exports: [SearchDemand],
})
export class TopicsModule {}
