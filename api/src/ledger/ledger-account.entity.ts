import type { Account } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { cents } from '../db/columns';

const known = `name in ('cash', 'voucher', 'rebate', 'compensation', 'credit', 'reserved', 'spent', 'topup', 'issued', 'limit', 'expired', 'earned', 'fees')`;
const outside = `balance_cents >= 0 or name in ('topup', 'issued', 'limit', 'earned')`;

/**
 * One account of a workspace and what stands on it.
 *
 * The balance is moved by a trigger on the entries and by nothing else: no role of the application may write it. The
 * row of 'cash' is the lock behind which everything that moves money of the workspace queues.
 */
@Entity()
@Check('ledger_account_known', known)
@Check('balance_never_negative', outside)
export class LedgerAccount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_account_per_name' })
  @ForeignKey('Workspace', { name: 'ledger_account_workspace_fk' })
  workspaceId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'one_account_per_name' }) name!: Account;
  @Column({ ...cents, default: 0 }) balanceCents!: number;
}
