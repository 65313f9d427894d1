import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../db/columns';

/** A creator in a list, once, with what was written about them for this list. */
@Entity()
@ForeignKey('CreatorList', ['workspaceId', 'listId'], ['workspaceId', 'id'], {
  name: 'list_entry_list_fk',
  onDelete: 'CASCADE',
})
@Check('list_entry_note_length', 'char_length(note) <= 500')
@Check('list_entry_tags_few', 'cardinality(tags) <= 10')
@Index('list_entry_by_time', { synchronize: false })
@Index('list_entry_of_creator', ['workspaceId', 'creatorId'])
export class CreatorListEntry {
  @PrimaryColumn('uuid') listId!: string;
  @PrimaryColumn('uuid') @ForeignKey('Creator', { name: 'list_entry_creator_fk' }) creatorId!: string;
  @Column('uuid') workspaceId!: string;
  @Column('text', { default: '' }) note!: string;
  @Column('text', { array: true, default: [] }) tags!: string[];
  @Column('uuid') addedBy!: string;
  @CreateDateColumn(instant) addedAt!: Date;
}
