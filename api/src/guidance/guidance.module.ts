import { Module } from '@nestjs/common';
import { NotesModule } from '../notes/notes.module';
import { SearchDemand } from '../topics/search-demand';
import { GuidanceController } from './guidance.controller';
import { GuidancePeers } from './guidance-peers';
import { GuidanceQueries } from './guidance.queries';
import { KeptPeers } from './kept-peers';
import { OddsAtPublishing } from './odds-at-publishing';

/** What peers tell of a note before it is published, and how that turned out. */
@Module({
  imports: [NotesModule],
  providers: [GuidancePeers, GuidanceQueries, KeptPeers, OddsAtPublishing, SearchDemand],
  controllers: [GuidanceController],
})
export class GuidanceModule {}
