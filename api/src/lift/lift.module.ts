import { Module } from '@nestjs/common';
import { Audiences } from './audiences';
import { LiftCountsService } from './lift-counts.service';
import { LiftQueries } from './lift.queries';

/** What a boost or a campaign is measured by: readers from whom it is kept, and what they do all the same. */
@Module({
  providers: [Audiences, LiftCountsService, LiftQueries],
  exports: [Audiences, LiftQueries],
})
export class LiftModule {}
