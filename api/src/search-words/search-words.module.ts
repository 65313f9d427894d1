import { Module } from '@nestjs/common';
import { SearchRetention } from './search-retention';
import { SearchWordsController } from './search-words.controller';
import { SearchWordsQueries } from './search-words.queries';

/** What readers search for, and where notes stand with it. */
@Module({
  controllers: [SearchWordsController],
  providers: [SearchRetention, SearchWordsQueries],
  exports: [SearchWordsQueries],
})
export class SearchWordsModule {}
