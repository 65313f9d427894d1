import { Global, Module } from '@nestjs/common';
import { CreatorSearchController } from './creator-search.controller';
import { CreatorSearchService } from './creator-search.service';
import { FittingCreators } from './fitting-creators';
import { IndexFollower } from './index-follower';

/**
 * Of the API alone: a worker that imported it would hold an index that nobody asks. Global, so that slices which both have ask
 * the index where there is one.
 */
@Global()
@Module({
  providers: [IndexFollower, CreatorSearchService, FittingCreators],
  controllers: [CreatorSearchController],
  exports: [CreatorSearchService, FittingCreators],
})
export class CreatorSearchModule {}
