import type {
  Category,
  Language,
  OrderRules,
  OrderTerms,
  RecruitmentEnd,
  RecruitmentRequirements,
  RecruitmentState,
} from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, instant } from '../db/columns';

/** What the orders of a recruitment are agreed on; the draft is due so many days after the selection. */
export type RecruitmentTerms = Omit<OrderTerms, 'noteType' | 'draftDueAt' | 'centsPerThousandReads'> & {
  draftDays: number;
};

/**
 * A brief to which creators apply. Terms and rules are frozen when it is published: whoever applies knows what an order would
 * pay. Nothing is held before somebody is selected.
 *
 * `dueAt` follows from the rest by the domain; it stands here so that the clock finds it by an index.
 */
@Entity('recruitment')
@Unique('one_recruitment_per_request', ['workspaceId', 'requestKey'])
@Check('recruitment_note_type_known', `note_type in ('image', 'video')`)
@Check('recruitment_quote_positive', 'quote_least_cents > 0')
@Check('recruitment_quotes_in_order', 'quote_least_cents <= quote_most_cents')
@Check('recruitment_state_known', `state in ('open', 'selecting', 'closed')`)
@Check('recruitment_end_known', `closed_because in ('filled', 'by-time', 'by-hand')`)
@Check('never_more_than_wanted', 'selected between 0 and wanted')
@Check('recruitment_closed_with_reason', `(state = 'closed') = (closed_because is not null)`)
@Check('recruitment_due_while_open', `(state = 'closed') = (due_at is null)`)
@Index('recruitment_of_brand', { synchronize: false })
@Index('recruitment_on_board', { synchronize: false })
@Index('recruitment_due', { synchronize: false })
export class KeptRecruitment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** the brand that recruits */
  @Column('uuid') @ForeignKey('Workspace', { name: 'recruitment_workspace_fk' }) workspaceId!: string;
  @Column('uuid') requestKey!: string;
  @Column('text') requestHash!: string;
  @Column('text') name!: string;
  /** as the brand was called when it published */
  @Column('text') brandName!: string;
  @Column('text') brief!: string;
  @Column('text') category!: Category;
  @Column('text') language!: Language;
  @Column('text') noteType!: OrderTerms['noteType'];
  @Column('jsonb') terms!: RecruitmentTerms;
  @Column('jsonb') rules!: OrderRules;
  @Column('jsonb') requirements!: RecruitmentRequirements;
  @Column(cents) quoteLeastCents!: number;
  @Column(cents) quoteMostCents!: number;
  @Column('integer') wanted!: number;
  @Column('integer', { default: 0 }) selected!: number;
  @Column('text') state!: RecruitmentState;
  @Column('text', { nullable: true }) closedBecause!: RecruitmentEnd | null;
  @Column(instant) applyUntil!: Date;
  @Column(instant) selectUntil!: Date;
  @Column({ ...instant, nullable: true }) dueAt!: Date | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column(instant) createdAt!: Date;
  @Column(instant) changedAt!: Date;
}
