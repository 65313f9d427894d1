import type { topUpStates } from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, count, instant } from '../db/columns';

/**
 * Money that has arrived, as somebody recorded it.
 *
 * Above the workspace's limit it waits until a second person lets it through; the limit of that moment decides, whatever
 * it becomes later. It moves money once, with its transaction in the journal, and never when it was refused.
 */
// Named: the contract has a TopUp as well, and in one bundle this class is called otherwise.
@Entity('top_up')
@Unique('one_top_up_per_request', ['workspaceId', 'requestKey'])
@Unique('one_top_up_per_transaction', ['transactionId'])
@Check('top_up_positive', 'cents > 0')
@Check('top_up_state_known', `state in ('waiting', 'recorded', 'refused')`)
@Check('recorded_top_up_is_in_journal', `(state = 'recorded') = (transaction_id is not null)`)
@Check('never_decided_by_who_asked', 'decided_by <> asked_by')
@Index('top_up_by_time', { synchronize: false })
@Index('top_up_that_waits', { synchronize: false })
export class TopUp {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'top_up_workspace_fk' }) workspaceId!: string;
  @Column('uuid') requestKey!: string;
  /** Fingerprint of the input that came under the request key. */
  @Column('text') requestHash!: string;
  @Column(cents) cents!: number;
  @Column('text') reference!: string;
  @Column('text') state!: (typeof topUpStates)[number];
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column(instant) askedAt!: Date;
  /** Who let it through or refused it; nobody for one that needed no second person. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column({ ...instant, nullable: true }) decidedAt!: Date | null;
  /** Why it was refused. */
  @Column('text', { default: '' }) reason!: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('LedgerTransaction', { name: 'top_up_transaction_fk' })
  transactionId!: string | null;
  @Column({ ...count, generatedIdentity: 'ALWAYS' }) @Generated() sequence!: number;
}
