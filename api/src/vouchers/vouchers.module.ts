import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '../ledger/ledger.module';
import { BoostVoucher } from './boost-voucher.entity';
import { Voucher } from './voucher.entity';
import { VouchersController } from './vouchers.controller';
import { VouchersQueries } from './vouchers.queries';
import { VouchersService } from './vouchers.service';

@Module({
  imports: [LedgerModule, TypeOrmModule.forFeature([Voucher, BoostVoucher])],
  controllers: [VouchersController],
  providers: [VouchersService, VouchersQueries],
  exports: [VouchersService, VouchersQueries],
})
export class VouchersModule {}
