import { Module } from '@nestjs/common';
import { CreatorSearchController } from './creator-search.controller';
import { CreatorSearchService } from './creator-search.service';
import { IndexFollower } from './index-follower';

/** Of the API alone: a worker that imported it would hold an index that nobody asks. */
@Module({
  providers: [IndexFollower, CreatorSearchService],
  controllers: [CreatorSearchController],
  exports: [CreatorSearchService],
})
export class CreatorSearchModule {}
