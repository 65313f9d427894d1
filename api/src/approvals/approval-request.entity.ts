import type { ApprovalFigure, ApprovalKind, ApprovalState, ProblemCode } from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryGeneratedColumn } from 'typeorm';
import { cents, count, instant } from '../db/columns';

/**
 * An act that commits more money than one person alone may commit in this workspace.
 *
 * The command is frozen as it was asked for, with its request key, and carried out in the transaction that approves it. Until
 * then nothing of it has happened: the figures are those of a rehearsal that was rolled back.
 */
@Entity()
@Check('approval_state_known', `state in ('waiting', 'approved', 'rejected', 'withdrawn', 'expired')`)
@Check('approval_commits', 'commits_cents + alone_cents > limit_cents')
@Check('approval_alone_not_negative', 'alone_cents >= 0')
@Check(
  'approval_of_money',
  `(kind = 'loosen-limit') = (commits_cents is null) and (commits_cents is null) = (limit_cents is null)`,
)
@Check('approval_decided_once', `(state = 'waiting') = (decided_at is null)`)
@Check('approval_has_result', `(state = 'approved') = (result_id is not null)`)
@Check('approval_by_a_second_person', 'decided_by <> asked_by')
@Index('approval_of_workspace', { synchronize: false })
@Index('one_approval_per_request', { synchronize: false })
@Index('one_waiting_approval', { synchronize: false })
@Index('approval_due', { synchronize: false })
export class ApprovalRequest {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'approval_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @Column('text') kind!: ApprovalKind;
  /** That of the command; a command without one is known by its fingerprint while it waits. */
  @Column('uuid', { nullable: true }) requestKey!: string | null;
  @Column('text') requestHash!: string;
  @Column('jsonb') command!: object;
  @Column('text') title!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('jsonb') figures!: Partial<Record<ApprovalFigure, number | null>>;
  /** Null where the limit itself is loosened. */
  @Column({ ...cents, nullable: true }) commitsCents!: number | null;
  /** What whoever asked had committed alone before, on the same ground and within the hours of the rule. */
  @Column({ ...cents, default: 0 }) aloneCents!: number;
  @Column({ ...cents, nullable: true }) limitCents!: number | null;
  @Column('text') state!: ApprovalState;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column(instant) askedAt!: Date;
  @Column('text', { default: '' }) words!: string;
  @Column(instant) expiresAt!: Date;
  /** Who agreed or rejected; nobody when it was taken back or ran out. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column({ ...instant, nullable: true }) decidedAt!: Date | null;
  @Column('text', { default: '' }) reason!: string;
  @Column('uuid', { nullable: true }) resultId!: string | null;
  /** Why the latest try to carry it out was refused. */
  @Column('jsonb', { nullable: true }) refusal!: { code: ProblemCode; at: string } | null;
  @Column({ ...count, generatedIdentity: 'ALWAYS' }) @Generated() sequence!: number;
}
