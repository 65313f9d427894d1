import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '../ledger/ledger.module';
import { BoostVoucher } from './boost-voucher.entity';
import { Voucher } from './voucher.entity';
import { VoucherDeskController } from './voucher-desk.controller';
import { VoucherDeskQueries } from './voucher-desk.queries';
import { VoucherDeskService } from './voucher-desk.service';
import { VouchersController } from './vouchers.controller';
import { VouchersQueries } from './vouchers.queries';
import { VouchersService } from './vouchers.service';

@Module({
  imports: [LedgerModule, TypeOrmModule.forFeature([Voucher, BoostVoucher])],
  controllers: [VouchersController, VoucherDeskController],
  providers: [VouchersService, VouchersQueries, VoucherDeskService, VoucherDeskQueries],
  exports: [VouchersService, VouchersQueries],
})
export class VouchersModule {}
