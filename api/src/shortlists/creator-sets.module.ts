import { Global, Module } from '@nestjs/common';
import { CreatorSets } from '../creators/search/creator-sets';
import { CreatorSetsQueries } from './creator-sets.queries';

/** What lists and blacklists make of a search, for the search to ask: the directory does not know who keeps them. */
@Global()
@Module({
  providers: [CreatorSetsQueries, { provide: CreatorSets, useExisting: CreatorSetsQueries }],
  exports: [CreatorSetsQueries, CreatorSets],
})
export class CreatorSetsModule {}
