import { Module } from '@nestjs/common';
import { BoostsModule } from '../boosts/boosts.module';
import { LedgerModule } from '../ledger/ledger.module';
import { VoucherPortfolioController } from './portfolio.controller';
import { VoucherPortfolioQueries } from './portfolio.queries';
import { VouchersModule } from './vouchers.module';

/** Plans boosts for vouchers. A module of its own, since boosts themselves stand on vouchers. */
@Module({
  imports: [BoostsModule, LedgerModule, VouchersModule],
  controllers: [VoucherPortfolioController],
  providers: [VoucherPortfolioQueries],
})
export class VoucherPortfolioModule {}
