import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerAccount } from './ledger-account.entity';
import { LedgerController } from './ledger.controller';
import { LedgerEntry } from './ledger-entry.entity';
import { LedgerQueries } from './ledger.queries';
import { LedgerService } from './ledger.service';
import { LedgerTransaction } from './ledger-transaction.entity';

@Module({
  imports: [TypeOrmModule.forFeature([LedgerAccount, LedgerTransaction, LedgerEntry])],
  controllers: [LedgerController],
  providers: [LedgerService, LedgerQueries],
  exports: [LedgerService],
})
export class LedgerModule {}
