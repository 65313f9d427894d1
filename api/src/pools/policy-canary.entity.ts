import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** A version that is tried on a share of the new notes, beside the one in force; one at a time. */
@Entity()
@Unique('one_canary_per_request', ['requestKey'])
@Index('one_canary_at_a_time', { synchronize: false })
@Check('canary_share_bounded', 'share between 0.01 and 0.5')
@Check('canary_outcome_known', `outcome in ('promoted', 'ended')`)
@Check('canary_ends_with_outcome', '(ended_at is null) = (outcome is null)')
export class PolicyCanary {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('PoolPolicy', { name: 'canary_policy_fk' }) policyId!: string;
  /** The version in force when it began, which all other notes get. */
  @Column('uuid') @ForeignKey('PoolPolicy', { name: 'canary_control_fk' }) controlId!: string;
  @Column('float8') share!: number;
  @Column('uuid') personId!: string;
  @Column('text') why!: string;
  @Column('uuid') requestKey!: string;
  @Column(instant) startedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: 'promoted' | 'ended' | null;
}
