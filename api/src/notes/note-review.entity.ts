import type { ReviewVerdict } from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../db/columns';

/** What a person of the platform decided about a note that the machine audit left to people. Written once, never changed. */
@Entity()
@Index('note_review_of_workspace', { synchronize: false })
@Check('review_verdict_known', `verdict in ('passed', 'limited', 'rejected')`)
export class NoteReview {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_answer_per_note' })
  @ForeignKey('Note', { name: 'note_review_note_fk', onDelete: 'CASCADE' })
  noteId!: string;
  /** The workspace of the note, which reads the decision; not the reviewer's. */
  @Column('uuid') workspaceId!: string;
  /** No foreign key: the decision outlives the person. */
  @Column('uuid') reviewerId!: string;
  @Column('text') verdict!: ReviewVerdict;
  @Column('text') reason!: string;
  @Column(instant) decidedAt!: Date;
}
