import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module';
import { BoostsModule } from '../boosts/boosts.module';
import { LedgerModule } from '../ledger/ledger.module';
import { NotesModule } from '../notes/notes.module';
import { RaceRounds } from './race-rounds';
import { Race } from './race.entity';
import { RacesController } from './races.controller';
import { RacesQueries } from './races.queries';
import { RacesService } from './races.service';
import { ApprovableRace } from './approvable-race';

/** Races between notes. */
@Module({
  imports: [ApprovalsModule, BoostsModule, LedgerModule, NotesModule, TypeOrmModule.forFeature([Race])],
  controllers: [RacesController],
  providers: [ApprovableRace, RacesService, RaceRounds, RacesQueries],
})
export class RacesModule {}
