import type { ApprovalKind } from '@poolrise/contracts';
import type { CommitmentGround } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, instant } from '../db/columns';

/**
 * What somebody committed alone, without a second person. It is written in the transaction that commits it and never changed:
 * money that came back later was committed all the same.
 */
@Entity()
@Unique('one_commitment_per_request', ['workspaceId', 'kind', 'request'])
@Check('commitment_ground_known', `ground in ('boosts', 'creators', 'plans')`)
@Check('commitment_not_negative', 'cents >= 0')
@Index('commitment_of_person', { synchronize: false })
export class Commitment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'commitment_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  /** the person; where there is none, the workspace */
  @Column('uuid') committedBy!: string;
  @Column('text') kind!: ApprovalKind;
  @Column('text') ground!: CommitmentGround;
  /** the request key, or the fingerprint where a command has none */
  @Column('text') request!: string;
  @Column('text') requestHash!: string;
  /** what it added to what was committed before */
  @Column(cents) cents!: number;
  @Column(instant) at!: Date;
}
