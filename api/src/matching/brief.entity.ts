import type { BriefWishes } from '@poolrise/contracts';
import type { Category } from '@poolrise/domain';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** What a brand is looking for. `version` grows with every change, so that nobody overwrites what they have not read. */
@Entity()
@Unique('one_brief_per_request', ['workspaceId', 'requestKey'])
@Unique('brief_in_workspace', ['workspaceId', 'id'])
@Index('brief_by_change', { synchronize: false })
export class Brief {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'brief_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @Column('uuid') requestKey!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('text') product!: string;
  @Column('text') category!: Category;
  @Column('jsonb') wishes!: BriefWishes;
  /** No foreign key: the brief outlives the person. */
  @Column('uuid') createdBy!: string;
  @CreateDateColumn(instant) createdAt!: Date;
  @Column(instant) updatedAt!: Date;
}
