import type { BoostAudience, BoostState } from '@poolrise/contracts';
import type { BoostGoal, BoostPlacement, CampaignKeyword, LiftRegistration } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, instant } from '../db/columns';

/**
 * Paid exposure bought for one note.
 *
 * The split between vouchers and wallet, the price and the plan are frozen at launch: a later change of terms must not
 * rewrite what was agreed to. Once ended, spent, refunded and lapsed add up to the budget.
 */
@Entity()
@Unique('one_boost_per_request', ['workspaceId', 'requestKey'])
@Check('budget_positive', 'budget_cents > 0')
@Check('boost_placement_known', `placement in ('feed', 'search')`)
@Check(
  'search_goes_by_words',
  `(placement = 'search') = (keywords is not null) and (placement = 'search') = (negatives is not null)`,
)
@Check('boost_state_known', `state in ('scheduled', 'running', 'completed', 'stopped')`)
@Check(
  'budget_is_split',
  'voucher_cents >= 0 and wallet_cents >= 0 and voucher_cents + wallet_cents = budget_cents',
)
@Check(
  'wallet_is_split',
  'compensation_cents >= 0 and rebate_cents >= 0 and credit_cents >= 0 and compensation_cents + rebate_cents + credit_cents <= wallet_cents',
)
@Check(
  'buckets_never_overspent',
  'compensation_spent_cents between 0 and compensation_cents and rebate_spent_cents between 0 and rebate_cents and credit_spent_cents between 0 and credit_cents',
)
@Check('never_more_than_reserved', 'spent_cents + refunded_cents + lapsed_cents <= budget_cents')
@Index('boost_of_workspace', { synchronize: false })
@Index('boost_of_note', { synchronize: false })
@Index('boost_to_settle', { synchronize: false })
@Index('boost_with_holdout', { synchronize: false })
@Index('boost_of_campaign', { synchronize: false })
@ForeignKey('KeptCampaign', ['workspaceId', 'campaignId'], ['workspaceId', 'id'], {
  name: 'boost_campaign_fk',
})
export class Boost {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'boost_workspace_fk' }) workspaceId!: string;
  @Column('uuid') @ForeignKey('Note', { name: 'boost_note_fk' }) noteId!: string;
  /** the campaign that it belongs to; chosen at launch, and changed by the campaign later */
  @Column('uuid', { nullable: true }) campaignId!: string | null;
  @Column('uuid') requestKey!: string;
  /** Fingerprint of what was asked for under the request key. */
  @Column('text') requestHash!: string;
  @Column('text') goal!: BoostGoal;
  @Column(cents) budgetCents!: number;
  @Column(cents) voucherCents!: number;
  @Column(cents) walletCents!: number;
  /** Parts of what the wallet pays; the rest of it is cash. */
  @Column({ ...cents, default: 0 }) compensationCents!: number;
  @Column({ ...cents, default: 0 }) rebateCents!: number;
  @Column({ ...cents, default: 0 }) creditCents!: number;
  @Column('integer') centsPerThousand!: number;
  /** Bought with the budget and put on top by traffic vouchers. */
  @Column('integer') plannedImpressions!: number;
  /** Among what readers are shown, or what they search for; a trigger keeps it and the words as they are. */
  @Column('text', { default: 'feed' }) placement!: BoostPlacement;
  /** Of a boost in search: its impressions name a keyword by its place in this list, from 1. */
  @Column('jsonb', { nullable: true }) keywords!: CampaignKeyword[] | null;
  @Column('text', { array: true, nullable: true }) negatives!: string[] | null;
  @Column('jsonb') audience!: BoostAudience;
  @Column('text') state!: BoostState;
  @Column(instant) startsAt!: Date;
  @Column(instant) endsAt!: Date;
  @Column('uuid', { nullable: true }) launchedBy!: string | null;
  @Column(instant) launchedAt!: Date;
  @Column({ ...instant, nullable: true }) endedAt!: Date | null;
  /** What was written down of its trial at the launch; a trigger keeps it as it is. */
  @Column('jsonb', { nullable: true }) holdout!: LiftRegistration | null;
  /** Counted by ingest; may pass the plan, and may grow a little after the end: both are a bonus and never charged. */
  @Column('integer', { default: 0 }) deliveredImpressions!: number;
  @Column({ ...cents, default: 0 }) spentCents!: number;
  /** The part of what is spent that vouchers paid. */
  @Column({ ...cents, default: 0 }) voucherSpentCents!: number;
  /** The parts of it that these buckets paid; what neither they nor vouchers paid is cash. */
  @Column({ ...cents, default: 0 }) compensationSpentCents!: number;
  @Column({ ...cents, default: 0 }) rebateSpentCents!: number;
  @Column({ ...cents, default: 0 }) creditSpentCents!: number;
  /** Back to the buckets of the wallet and to vouchers. */
  @Column({ ...cents, default: 0 }) refundedCents!: number;
  @Column({ ...cents, default: 0 }) lapsedCents!: number;
  /** When there is something to do at the latest: start, charge, end. Null once nothing is left. */
  @Column({ ...instant, nullable: true }) nextSettleAt!: Date | null;
}
