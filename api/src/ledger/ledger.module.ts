import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerAccount } from './ledger-account.entity';
import { LedgerController } from './ledger.controller';
import { LedgerEntry } from './ledger-entry.entity';
import { LedgerQueries } from './ledger.queries';
import { LedgerService } from './ledger.service';
import { LedgerTransaction } from './ledger-transaction.entity';
import { StatementFiles } from './statement-files';
import { TopUp } from './top-up.entity';
import { TopUpsService } from './top-ups.service';
import { WalletSettings } from './wallet-settings.entity';

@Module({
  imports: [TypeOrmModule.forFeature([LedgerAccount, LedgerTransaction, LedgerEntry, TopUp, WalletSettings])],
  controllers: [LedgerController],
  providers: [LedgerService, LedgerQueries, TopUpsService, StatementFiles],
  exports: [LedgerService, TopUpsService],
})
export class LedgerModule {}
