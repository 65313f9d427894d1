import type { AiLabel, AuditState, Category, Language, NoteType } from '@poolrise/domain';
import type { ClimbState, NoteProduct } from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/**
 * A note of a creator, marketed by the workspace it belongs to.
 *
 * `state` and `level` say where it stands now; the pools write them in the transaction of a verdict, so that lists need
 * not look at runs to be right.
 */
@Entity()
@Unique('one_note_per_request', ['workspaceId', 'requestKey'])
@Index('note_by_time', { synchronize: false })
@Index('note_of_workspace', { synchronize: false })
@Index('note_in_motion', { synchronize: false })
@Index('note_audit_due', { synchronize: false })
@Index('note_of_creator', { synchronize: false })
@Index('note_in_review', { synchronize: false })
@Index('note_by_level', { synchronize: false })
@Index('note_found_fault_with', { synchronize: false })
@Check('note_type_known', `type in ('image', 'video', 'text')`)
@Check('note_language_known', `language in ('zh', 'en')`)
@Check('note_audit_known', `audit_state in ('pending', 'passed', 'limited', 'rejected', 'human_review')`)
@Check('note_state_known', `state in ('pending', 'climbing', 'stopped', 'limited', 'rejected')`)
@Check('note_ai_label_known', `ai_label in ('none', 'assisted', 'generated')`)
@Check('keyword_has_weight', 'cardinality(keywords) = cardinality(keyword_weights)')
export class Note {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'note_workspace_fk' }) workspaceId!: string;
  @Column('uuid') @ForeignKey('Creator', { name: 'note_creator_fk' }) creatorId!: string;
  @Column('uuid') requestKey!: string;
  @Column('text') type!: NoteType;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('text', { array: true }) topics!: string[];
  @Column('text') category!: Category;
  @Column('text', { nullable: true }) peerGroup!: string | null;
  @Column('text') language!: Language;
  @Column('text') disclosure!: string;
  /** what its writer says of a machine's part in it */
  @Column('text', { default: 'none' }) aiLabel!: AiLabel;
  /** links to buy, with the share of a purchase that was agreed for each */
  @Column('jsonb', { default: [] }) products!: NoteProduct[];
  @Column('smallint') coverHue!: number;
  @Column('text', { array: true }) keywords!: string[];
  @Column('real', { array: true }) keywordWeights!: number[];
  @Column('text') auditState!: AuditState;
  /** When the machine audit is due to answer; null once it has. */
  @Column({ ...instant, nullable: true }) auditDueAt!: Date | null;
  /** When the audit, or a person, last answered; null before that, and for notes that are older than this column. */
  @Column({ ...instant, nullable: true }) auditedAt!: Date | null;
  /** How often its audit broke; each time it waits longer, so that one bad note does not stop the others. */
  @Column('smallint', { default: 0 }) auditFailures!: number;
  @Column('text') state!: ClimbState;
  @Column('smallint', { default: 0 }) level!: number;
  @Column(instant) publishedAt!: Date;
}
