import type { ActivationKind } from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** A version was put in force in the place of another. Append only: going back is one more line. */
@Entity()
@Unique('one_activation_per_request', ['requestKey'])
@Index('policy_activation_by_time', { synchronize: false })
@Check('activation_kind_known', `kind in ('activated', 'rolled-back', 'promoted')`)
export class PolicyActivation {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('PoolPolicy', { name: 'activation_from_fk' }) fromId!: string;
  @Column('uuid') @ForeignKey('PoolPolicy', { name: 'activation_to_fk' }) toId!: string;
  @Column('text') kind!: ActivationKind;
  /** No foreign key: the line outlives the person. */
  @Column('uuid') personId!: string;
  @Column('text') why!: string;
  @Column('uuid') requestKey!: string;
  @Column(instant) activatedAt!: Date;
}
