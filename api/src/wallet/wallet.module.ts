import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '../ledger/ledger.module';
import { StatementFiles } from './statement-files';
import { TopUp } from './top-up.entity';
import { TopUpsService } from './top-ups.service';
import { WalletController } from './wallet.controller';
import { WalletSettings } from './wallet-settings.entity';

/** What people do with the wallet; the journal itself is the ledger's. */
@Module({
  imports: [LedgerModule, TypeOrmModule.forFeature([TopUp, WalletSettings])],
  controllers: [WalletController],
  providers: [TopUpsService, StatementFiles],
})
export class WalletModule {}
