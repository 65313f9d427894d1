import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module';
import { LedgerModule } from '../ledger/ledger.module';
import { LiftModule } from '../lift/lift.module';
import { NotesModule } from '../notes/notes.module';
import { PoolsModule } from '../pools/pools.module';
import { VouchersModule } from '../vouchers/vouchers.module';
import { Boost } from './boost.entity';
import { BoostHour } from './boost-hour.entity';
import { BoostPreviews } from './boost-preview';
import { BoostSettlement } from './boost-settlement';
import { BoostsController } from './boosts.controller';
import { BoostsQueries } from './boosts.queries';
import { BoostsService } from './boosts.service';
import { HoldoutsService } from './holdouts.service';
import { ApprovableBoost } from './approvable-boost';

@Module({
  imports: [
    ApprovalsModule,
    LedgerModule,
    LiftModule,
    VouchersModule,
    NotesModule,
    PoolsModule,
    TypeOrmModule.forFeature([Boost, BoostHour]),
  ],
  controllers: [BoostsController],
  providers: [ApprovableBoost, BoostsService, BoostsQueries, BoostPreviews, BoostSettlement, HoldoutsService],
  exports: [BoostsService, BoostsQueries],
})
export class BoostsModule {}
