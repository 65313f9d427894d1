import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instant } from '../db/columns';

/** Who changed what in a workspace. Rows are added and never changed: the application roles have no right to. */
@Entity()
@Index('audit_event_of_workspace', { synchronize: false })
export class AuditEvent {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'audit_event_workspace_fk' }) workspaceId!: string;
  /** No foreign key: the trail outlives the person. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') action!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('jsonb', { default: {} }) detail!: Record<string, unknown>;
  @CreateDateColumn(instant) at!: Date;
}
