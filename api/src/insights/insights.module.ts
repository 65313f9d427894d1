import { Module } from '@nestjs/common';
import { BoostsModule } from '../boosts/boosts.module';
import { InsightsController } from './insights.controller';
import { NoticesQueries } from './notices.queries';
import { OverviewQueries } from './overview.queries';
import { SearchQueries } from './search.queries';

/** Reads everyone's tables and is read by no one. */
@Module({
  imports: [BoostsModule],
  providers: [OverviewQueries, SearchQueries, NoticesQueries],
  controllers: [InsightsController],
})
export class InsightsModule {}
