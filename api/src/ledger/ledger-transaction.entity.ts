import type { journalKinds } from '@poolrise/contracts';
import { Column, Entity, ForeignKey, Generated, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, count, instant } from '../db/columns';

export type JournalKind = (typeof journalKinds)[number];

/**
 * One thing that happened to the money of a workspace. Written once; nothing in the journal is ever changed.
 *
 * Within a workspace `sequence` is the order of commits, since everyone who posts holds the wallet.
 */
@Entity()
@Unique('one_transaction_per_request', ['workspaceId', 'requestKey'])
@Index('ledger_transaction_of_workspace', { synchronize: false })
@Index('ledger_transaction_by_time', { synchronize: false })
@Index('ledger_transaction_of_boost', { synchronize: false })
@Index('ledger_transaction_of_voucher', { synchronize: false })
@Index('ledger_transaction_of_order', { synchronize: false })
export class LedgerTransaction {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'ledger_transaction_workspace_fk' }) workspaceId!: string;
  @Column('text') kind!: JournalKind;
  @Column('uuid', { nullable: true }) requestKey!: string | null;
  /** Fingerprint of the input that came under the request key. */
  @Column('text', { nullable: true }) requestHash!: string | null;
  @Column('uuid', { nullable: true }) boostId!: string | null;
  @Column('uuid', { nullable: true }) voucherId!: string | null;
  @Column('uuid', { nullable: true }) orderId!: string | null;
  /** What it was about, as it was called then: a note's title, a voucher's name, a payment reference. */
  @Column('text', { default: '' }) subject!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column(instant) at!: Date;
  @Column({ ...count, generatedIdentity: 'ALWAYS' }) @Generated() sequence!: number;
  /** Balance of 'cash' once this was posted. */
  @Column({ ...cents, default: 0 }) cashAfterCents!: number;
}
