import type { PoolEvidence, PoolVerdict } from '@poolrise/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** A verdict with everything it was given on: the same evidence under the same policy gives it again. Append only. */
@Entity()
@Unique('one_verdict_per_outcome', ['noteId', 'level', 'outcome'])
@Index('pool_decision_of_workspace', { synchronize: false })
@Index('pool_decision_by_time', { synchronize: false })
export class PoolDecision {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Note', { name: 'pool_decision_note_fk' }) noteId!: string;
  @Column('uuid') workspaceId!: string;
  @Column('smallint') level!: number;
  @Column('smallint') toLevel!: number;
  @Column('text') outcome!: PoolVerdict['outcome'];
  @Column('text') reason!: string;
  @Column(instant) decidedAt!: Date;
  @Column('uuid') @ForeignKey('PoolPolicy', { name: 'pool_decision_policy_fk' }) policyId!: string;
  @Column('jsonb') evidence!: PoolEvidence;
  @Column('jsonb') verdict!: PoolVerdict;
}
