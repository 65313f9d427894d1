import { Module } from '@nestjs/common';
import { BoostsModule } from '../boosts/boosts.module';
import { PoolsModule } from '../pools/pools.module';
import { InsightsController } from './insights.controller';
import { NoticesQueries } from './notices.queries';
import { OverviewQueries } from './overview.queries';
import { ReconciliationQueries } from './reconciliation.queries';
import { SearchQueries } from './search.queries';
import { CalibrationQueries } from './trust/calibration.queries';
import { ConservationQueries } from './trust/conservation.queries';
import { FairnessQueries } from './trust/fairness.queries';
import { TrustController } from './trust/trust.controller';

/** Reads everyone's tables and is read by no one. */
@Module({
  imports: [BoostsModule, PoolsModule],
  providers: [
    OverviewQueries,
    ReconciliationQueries,
    SearchQueries,
    NoticesQueries,
    CalibrationQueries,
    FairnessQueries,
    ConservationQueries,
  ],
  controllers: [InsightsController, TrustController],
})
export class InsightsModule {}
