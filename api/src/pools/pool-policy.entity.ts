import type { PoolPolicy as PolicyDocument } from '@poolrise/domain';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A rule set of the pools with its source and certainty mark. Never edited: another rule is another version. */
@Entity()
@Unique('one_policy_per_version', ['name', 'version'])
@Index('one_policy_in_force', { synchronize: false })
export class PoolPolicy {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('integer') version!: number;
  @Column('text') source!: PolicyDocument['source'];
  @Column('text') mark!: PolicyDocument['mark'];
  @Column('jsonb') document!: PolicyDocument;
  /** The one by which new runs are judged; a run keeps the policy it was opened under. */
  @Column('boolean', { default: false }) inForce!: boolean;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
