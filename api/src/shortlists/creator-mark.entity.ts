import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../db/columns';

/** What a workspace thinks of a creator, whatever list they stand in. Who is blacklisted is left out of its searches. */
@Entity()
@Check('blacklist_reason_given', 'char_length(blacklisted_reason) between 1 and 200')
@Check('creator_mark_note_length', 'char_length(note) <= 500')
@Check('creator_mark_tags_few', 'cardinality(tags) <= 10')
@Index('creator_mark_by_time', { synchronize: false })
@Index('creator_mark_blacklisted', { synchronize: false })
export class CreatorMark {
  @PrimaryColumn('uuid')
  @ForeignKey('Workspace', { name: 'creator_mark_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @PrimaryColumn('uuid') @ForeignKey('Creator', { name: 'creator_mark_creator_fk' }) creatorId!: string;
  @Column('boolean', { default: false }) favourite!: boolean;
  /** null: not on the blacklist */
  @Column('text', { nullable: true }) blacklistedReason!: string | null;
  @Column('text', { default: '' }) note!: string;
  @Column('text', { array: true, default: [] }) tags!: string[];
  @Column('uuid') changedBy!: string;
  @Column(instant) changedAt!: Date;
}
