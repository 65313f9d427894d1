import type { Account } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { cents } from '../db/columns';
import { LedgerAccount } from './ledger-account.entity';
import { LedgerTransaction } from './ledger-transaction.entity';

/** One leg of a transaction: cents into the account, or out of it when negative. The legs of a transaction sum to zero. */
@Entity()
@ForeignKey(() => LedgerAccount, ['workspaceId', 'account'], ['workspaceId', 'name'], {
  name: 'ledger_entry_account_fk',
})
@Check('entry_not_zero', 'cents <> 0')
@Index('ledger_entry_of_account', { synchronize: false })
export class LedgerEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_entry_per_account' })
  @ForeignKey(() => LedgerTransaction, { name: 'ledger_entry_transaction_fk' })
  transactionId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'one_entry_per_account' }) account!: Account;
  @Column('uuid') workspaceId!: string;
  @Column(cents) cents!: number;
}
