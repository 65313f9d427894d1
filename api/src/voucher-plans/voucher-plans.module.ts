import { Module } from '@nestjs/common';
import { BoostsModule } from '../boosts/boosts.module';
import { LedgerModule } from '../ledger/ledger.module';
import { VoucherPlansController } from './voucher-plans.controller';
import { VoucherPlansQueries } from './voucher-plans.queries';
import { VouchersModule } from '../vouchers/vouchers.module';

/** Plans boosts for vouchers. A slice of its own, since boosts themselves stand on vouchers. */
@Module({
  imports: [BoostsModule, LedgerModule, VouchersModule],
  controllers: [VoucherPlansController],
  providers: [VoucherPlansQueries],
})
export class VoucherPlansModule {}
