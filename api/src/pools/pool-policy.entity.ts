import type { PoolPolicy as PolicyDocument } from '@poolrise/domain';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A rule set of the pools with its source and certainty mark. Never edited: another rule is another version. */
@Entity()
@Unique('one_policy_per_version', ['name', 'version'])
@Unique('one_policy_per_request', ['requestKey'])
@Index('one_policy_in_force', { synchronize: false })
@Index('pool_policy_by_time', { synchronize: false })
export class PoolPolicy {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('integer') version!: number;
  @Column('text') source!: PolicyDocument['source'];
  @Column('text') mark!: PolicyDocument['mark'];
  @Column('jsonb') document!: PolicyDocument;
  /** The one by which new runs are judged; a run keeps the policy it was opened under. */
  @Column('boolean', { default: false }) inForce!: boolean;
  /** Nobody wrote the presets: they come with the installation. No foreign key: a version outlives its author. */
  @Column('uuid', { nullable: true }) authorId!: string | null;
  @Column('text', { nullable: true }) why!: string | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('PoolPolicy', { name: 'pool_policy_based_on_fk' })
  basedOnId!: string | null;
  @Column('uuid', { nullable: true }) requestKey!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
