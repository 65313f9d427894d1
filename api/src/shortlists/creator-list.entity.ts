import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** Creators that a workspace keeps together under a name. The row is the lock of everything that happens to its entries. */
@Entity()
@Unique('one_list_per_name', ['workspaceId', 'name'])
@Unique('list_in_workspace', ['workspaceId', 'id'])
@Index('creator_list_by_time', { synchronize: false })
export class CreatorList {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'creator_list_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @Column('text') name!: string;
  @Column('text', { default: '' }) purpose!: string;
  /** No foreign key: the list outlives the membership. */
  @Column('uuid') createdBy!: string;
  @CreateDateColumn(instant) createdAt!: Date;
}
