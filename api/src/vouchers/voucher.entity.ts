import type { BoostGoal, Category, VoucherKind, VoucherPlacement } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, instant } from '../db/columns';

/**
 * A voucher granted to a workspace.
 *
 * Its state is not stored: it follows from these times and from the boosts that use it, so that it cannot contradict
 * them (see vouchers.queries.ts).
 */
@Entity()
@Unique('one_voucher_per_request', ['workspaceId', 'requestKey'])
@Check('voucher_placements_known', `placements <@ array['feed', 'search']`)
@Check('voucher_share_in_range', 'max_share_basis_points between 1 and 10000')
@Check('voucher_kind_known', `kind in ('fixed', 'ratio', 'traffic')`)
@Check('face_not_negative', 'face_cents >= 0')
@Check('ratio_in_range', 'ratio_basis_points between 0 and 10000')
@Check('voucher_impressions_not_negative', 'impressions >= 0')
@Check('voucher_remaining_in_range', 'remaining_cents between 0 and face_cents')
@Index('voucher_of_workspace', { synchronize: false })
@Index('voucher_to_lapse', { synchronize: false })
@Index('voucher_by_expiry', { synchronize: false })
export class Voucher {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'voucher_workspace_fk' }) workspaceId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: VoucherKind;
  /** What a fixed voucher was granted with; the cap of a ratio voucher; 0 for traffic. */
  @Column({ ...cents, default: 0 }) faceCents!: number;
  /** What of a fixed voucher is neither reserved, spent nor lapsed: its part of the account 'voucher'. */
  @Column({ ...cents, default: 0 }) remainingCents!: number;
  @Column('integer', { default: 0 }) ratioBasisPoints!: number;
  /** Impressions that a traffic voucher adds to a boost. */
  @Column('integer', { default: 0 }) impressions!: number;
  @Column({ ...cents, default: 0 }) minimumBudgetCents!: number;
  @Column('boolean', { default: false }) stackable!: boolean;
  /** Categories of notes it may pay for; none named means all. */
  @Column('text', { array: true, default: () => `'{}'` }) categories!: Category[];
  /** The same of places, goals and notes. */
  @Column('text', { array: true, default: () => `'{}'` }) placements!: VoucherPlacement[];
  @Column('text', { array: true, default: () => `'{}'` }) goals!: BoostGoal[];
  @Column('uuid', { array: true, default: () => `'{}'` }) noteIds!: string[];
  /** Cash ratio: vouchers together pay at most so much of a budget that this one helps to pay. */
  @Column('integer', { default: 10_000 }) maxShareBasisPoints!: number;
  /** Under which it was granted, and the fingerprint of the grant; null for older ones. */
  @Column('uuid', { nullable: true }) requestKey!: string | null;
  @Column('text', { nullable: true }) requestHash!: string | null;
  @Column(instant) validFrom!: Date;
  @Column(instant) expiresAt!: Date;
  /** Set while a boost uses it and once it is used up; null again when a fixed voucher got something back. */
  @Column({ ...instant, nullable: true }) usedAt!: Date | null;
  @Column({ ...instant, nullable: true }) revokedAt!: Date | null;
  /** Set once the expiry has been dealt with; nothing comes back to the voucher after that. */
  @Column({ ...instant, nullable: true }) lapsedAt!: Date | null;
  @Column('text') grantedBy!: string;
  /** When and why it was granted and taken back; null for older ones, and where nobody gave a reason. */
  @Column({ ...instant, nullable: true }) grantedAt!: Date | null;
  @Column('text', { nullable: true }) grantReason!: string | null;
  @Column('text', { nullable: true }) revokeReason!: string | null;
  /** No foreign key: it outlives the membership. */
  @Column('uuid', { nullable: true }) revokedBy!: string | null;
}
