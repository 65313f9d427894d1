import { Module } from '@nestjs/common';
import { NotesModule } from '../notes/notes.module';
import { TopicsModule } from '../topics/topics.module';
import { GuidanceController } from './guidance.controller';
import { GuidancePeers } from './guidance-peers';
import { GuidanceQueries } from './guidance.queries';
import { KeptPeers } from './kept-peers';
import { OddsAtPublishing } from './odds-at-publishing';

/** What peers tell of a note before it is published, and how that turned out. */
@Module({
  imports: [NotesModule, TopicsModule],
  providers: [GuidancePeers, GuidanceQueries, KeptPeers, OddsAtPublishing],
  controllers: [GuidanceController],
})
export class GuidanceModule {}
