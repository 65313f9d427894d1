import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** A search of the directory that somebody keeps, with who fitted when they last looked. */
@Entity()
@Unique('one_saved_search_per_name', ['workspaceId', 'personId', 'name'])
@Index('saved_search_by_time', { synchronize: false })
export class SavedCreatorSearch {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'saved_search_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @Column('uuid')
  @ForeignKey('Person', { name: 'saved_search_person_fk', onDelete: 'CASCADE' })
  personId!: string;
  @Column('text') name!: string;
  /** as it stands in the address */
  @Column('text') query!: string;
  @Column('boolean', { default: false }) shared!: boolean;
  /** null: nobody has looked yet, or more fitted than are remembered */
  @Column('uuid', { array: true, nullable: true }) seenIds!: string[] | null;
  @Column({ ...instant, default: () => 'now()' }) lastSeenAt!: Date;
  @CreateDateColumn(instant) createdAt!: Date;
}
