import { Module } from '@nestjs/common';
import { CreatorSearchController } from './creator-search.controller';
import { CreatorSearchService } from './creator-search.service';
import { CreatorSets } from './creator-sets';
import { IndexFollower } from './index-follower';

/** Of the API alone: a worker that imported it would hold an index that nobody asks. */
@Module({
  providers: [IndexFollower, CreatorSets, CreatorSearchService],
  controllers: [CreatorSearchController],
})
export class CreatorSearchModule {}
