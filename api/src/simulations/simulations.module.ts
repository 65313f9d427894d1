import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PoolsModule } from '../pools/pools.module';
import { HistoryQueries } from './history.queries';
import { NotesModule } from '../notes/notes.module';
import { VouchersModule } from '../vouchers/vouchers.module';
import { OneMoreVouchersController } from './one-more-vouchers.controller';
import { OneMoreVouchersService } from './one-more-vouchers.service';
import { PolicyReplaysController } from './policy-replays.controller';
import { PolicyReplaysService } from './policy-replays.service';
import { PresentQueries } from './present.queries';
import { SimulationJobs } from './simulation-jobs';
import { SimulationRun } from './simulation-run.entity';
import { SimulationsController } from './simulations.controller';
import { SimulationsService } from './simulations.service';

@Module({
  imports: [NotesModule, PoolsModule, VouchersModule, TypeOrmModule.forFeature([SimulationRun])],
  providers: [
    HistoryQueries,
    OneMoreVouchersService,
    PolicyReplaysService,
    PresentQueries,
    SimulationJobs,
    SimulationsService,
  ],
  controllers: [OneMoreVouchersController, PolicyReplaysController, SimulationsController],
  exports: [HistoryQueries],
})
export class SimulationsModule {}
