import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PoolsModule } from '../pools/pools.module';
import { HistoryQueries } from './history.queries';
import { PolicyReplaysController } from './policy-replays.controller';
import { PolicyReplaysService } from './policy-replays.service';
import { SimulationJobs } from './simulation-jobs';
import { SimulationRun } from './simulation-run.entity';
import { SimulationsController } from './simulations.controller';
import { SimulationsService } from './simulations.service';

@Module({
  imports: [PoolsModule, TypeOrmModule.forFeature([SimulationRun])],
  providers: [HistoryQueries, PolicyReplaysService, SimulationJobs, SimulationsService],
  controllers: [PolicyReplaysController, SimulationsController],
  exports: [HistoryQueries],
})
export class SimulationsModule {}
