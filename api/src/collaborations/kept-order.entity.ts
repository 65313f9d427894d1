import {
  type Category,
  type CooperationOrder,
  type Language,
  noSample,
  type OrderActor,
  type OrderMode,
  type OrderOffer,
  type OrderPayment,
  type OrderRules,
  type OrderSample,
  type OrderState,
  type OrderTerms,
  type ProtectionRequest,
  type SampleAlarm,
} from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, instant } from '../db/columns';

/** What an order paid in the end, and when; ISO 8601. */
export type KeptPayment = Omit<OrderPayment, 'legs'> & { at: string };

/**
 * A cooperation order as it is kept. What it is agreed on, its rules and its fees are frozen on it.
 *
 * `waitsFor` and `dueAt` follow from the rest by the domain; they stand here so that lists and the clock find what they
 * look for by an index.
 */
@Entity('cooperation_order')
@Unique('one_order_per_request', ['workspaceId', 'requestKey'])
@Check('order_mode_known', `mode in ('custom', 'recruitment', 'co-creation')`)
@Check('order_quote_positive', 'quote_cents > 0')
@Check('order_hold_not_negative', 'held_cents >= 0')
@Check(
  'order_fees_not_negative',
  'brand_fee_cents >= 0 and effect_fee_cents >= 0 and creator_fee_cents between 0 and quote_cents',
)
@Check(
  'ended_order_holds_nothing',
  `held_cents = 0 or state not in ('settled', 'declined', 'withdrawn', 'expired', 'cancelled', 'resolved')`,
)
@Check('extension_hold_not_negative', `(extension ->> 'heldCents')::bigint >= 0`)
@Index('order_of_brand', { synchronize: false })
@Index('order_of_desk', { synchronize: false })
@Index('order_due', { synchronize: false })
@Index('order_for_platform', { synchronize: false })
@Index('order_of_campaign', { synchronize: false })
@ForeignKey('KeptCampaign', ['workspaceId', 'campaignId'], ['workspaceId', 'id'], {
  name: 'cooperation_order_campaign_fk',
})
@Index('order_rights_of_brand', { synchronize: false })
@Index('order_rights_of_desk', { synchronize: false })
@Index('order_of_note', { synchronize: false })
@Index('order_that_waits_for_brand', { synchronize: false })
@Index('order_sample_of_brand', { synchronize: false })
@Index('order_sample_of_desk', { synchronize: false })
export class KeptOrder {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** the brand that ordered */
  @Column('uuid') @ForeignKey('Workspace', { name: 'cooperation_order_workspace_fk' }) workspaceId!: string;
  /** the creator's desk */
  @Column('uuid') @ForeignKey('Workspace', { name: 'cooperation_order_desk_fk' }) deskId!: string;
  @Column('uuid') @ForeignKey('Creator', { name: 'cooperation_order_creator_fk' }) creatorId!: string;
  /** the brand's campaign that it belongs to; chosen with the invitation, and changed by the campaign later */
  @Column('uuid', { nullable: true }) campaignId!: string | null;
  @Column('uuid') requestKey!: string;
  @Column('text') requestHash!: string;
  @Column('text') mode!: OrderMode;
  @Column('text') name!: string;
  /** as the brand was called when it ordered */
  @Column('text') brandName!: string;
  @Column('text') brief!: string;
  @Column('text') category!: Category;
  @Column('text') language!: Language;
  @Column('text') state!: OrderState;
  @Column(instant) since!: Date;
  @Column('jsonb') terms!: OrderTerms;
  @Column('jsonb') rules!: OrderRules;
  @Column('jsonb') offer!: OrderOffer;
  @Column(cents) quoteCents!: number;
  @Column(cents) brandFeeCents!: number;
  @Column(cents) effectFeeCents!: number;
  @Column(cents) creatorFeeCents!: number;
  @Column(cents) heldCents!: number;
  @Column('integer', { default: 0 }) rejections!: number;
  @Column('boolean', { default: false }) draftedOnce!: boolean;
  @Column({ ...instant, nullable: true }) publishedAt!: Date | null;
  /** until when the brand may use the note as agreed; follows from the terms, as `dueAt` does */
  @Column({ ...instant, nullable: true }) rightsUntil!: Date | null;
  @Column('jsonb', { nullable: true }) request!: ProtectionRequest | null;
  @Column('boolean', { default: false }) mayRemove!: boolean;
  @Column('jsonb', { nullable: true }) disputed!: CooperationOrder['disputed'];
  /** a wish for longer rights that waits for an answer, and those that were paid */
  @Column('jsonb', { nullable: true }) extension!: CooperationOrder['extension'];
  @Column('jsonb', { default: [] }) extensions!: CooperationOrder['extensions'];
  @Column('jsonb', { default: noSample }) sample!: OrderSample;
  /** what is said of the sample, and when; null where nothing is to be said */
  @Column('jsonb', { nullable: true }) sampleAlarms!: SampleAlarm[] | null;
  @Column('text', { nullable: true }) waitsFor!: OrderActor | null;
  @Column({ ...instant, nullable: true }) dueAt!: Date | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('Note', { name: 'cooperation_order_note_fk' })
  noteId!: string | null;
  @Column('jsonb', { nullable: true }) payment!: KeptPayment | null;
  /** raised by one with every step */
  @Column('integer') version!: number;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column(instant) createdAt!: Date;
  @Column(instant) changedAt!: Date;
}
