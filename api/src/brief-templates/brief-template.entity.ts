import type { BriefTemplate as Content } from '@poolrise/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** A brief that a workspace keeps to use again, as its latest version has it. Orders keep their own copy. */
@Entity()
@Unique('one_template_per_name', ['workspaceId', 'name'])
@Unique('one_template_per_request', ['workspaceId', 'requestKey'])
@Unique('template_in_workspace', ['workspaceId', 'id'])
@Index('brief_template_by_time', { synchronize: false })
export class BriefTemplate {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'brief_template_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @Column('text') name!: string;
  @Column('integer') version!: number;
  @Column('jsonb') content!: Content;
  @Column('uuid') requestKey!: string;
  @Column('text') requestHash!: string;
  /** No foreign key: the template outlives the membership. Null where a program wrote it. */
  @Column('uuid', { nullable: true }) changedBy!: string | null;
  @Column(instant) createdAt!: Date;
  @Column(instant) changedAt!: Date;
}
