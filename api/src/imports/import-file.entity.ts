import type { ImportState } from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { count, instant } from '../db/columns';

/** A file that somebody brought in. The row is the promise; a job looks for rows that are due. */
@Entity()
@Check(
  'import_file_state_known',
  `state in ('waiting', 'asks', 'ready', 'committing', 'done', 'undoing', 'undone', 'refused', 'failed', 'expired')`,
)
@Unique('import_file_in_workspace', ['workspaceId', 'id'])
@Index('one_standing_import_per_file', { synchronize: false })
@Index('import_file_by_time', { synchronize: false })
@Index('import_file_due', { synchronize: false })
@Index('import_file_expiring', { synchronize: false })
@ForeignKey('Workspace', ['workspaceId'], ['id'], { name: 'import_file_workspace_fk', onDelete: 'CASCADE' })
export class ImportFile {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('text') name!: string;
  @Column(count) bytes!: number;
  /** what makes two files the same file */
  @Column('bytea') sha256!: Buffer;
  /** No foreign key: what was brought in outlives the person. */
  @Column('uuid') uploadedBy!: string;
  @Column(instant) uploadedAt!: Date;
  @Column('text') state!: ImportState;
  /** kind of file it is read as, which is the source of what it says */
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('jsonb', { nullable: true }) found!: unknown;
  @Column('jsonb', { nullable: true }) mapping!: unknown;
  @Column('uuid', { nullable: true }) mappedBy!: string | null;
  @Column('jsonb', { nullable: true }) counts!: unknown;
  @Column('jsonb', { nullable: true }) checks!: unknown;
  @Column('jsonb', { nullable: true }) refusal!: unknown;
  @Column('integer', { default: 0 }) rowsDone!: number;
  @Column('integer', { nullable: true }) rowsTotal!: number | null;
  /** When the worker that is at it last said so. */
  @Column({ ...instant, nullable: true }) heardAt!: Date | null;
  @Column('smallint', { default: 0 }) attempts!: number;
  /** How much of the step at hand is done, from 0 to 1, and where the worker that is at it began. */
  @Column('real', { default: 0 }) share!: number;
  @Column({ ...instant, nullable: true }) beganAt!: Date | null;
  @Column('real', { default: 0 }) beganShare!: number;
  @Column('integer', { default: 0 }) beganRows!: number;
  /** its place among the files that were taken over: the later has the word */
  @Column({ ...count, nullable: true }) takenOrder!: number | null;
  /** What it says is in force from behind this place of its rows … */
  @Column('integer', { default: 0 }) takenFrom!: number;
  /** … up to this one. */
  @Column('integer', { default: 0 }) takenTo!: number;
  @Column('uuid', { nullable: true }) committedBy!: string | null;
  @Column({ ...instant, nullable: true }) committedAt!: Date | null;
  @Column('uuid', { nullable: true }) undoneBy!: string | null;
  @Column({ ...instant, nullable: true }) undoneAt!: Date | null;
  /** The last day in Shanghai on which it is kept. */
  @Column('date') keptUntil!: string;
  /** the months that were chosen, or that the workspace keeps files; null where somebody chose the day itself */
  @Column('smallint', { nullable: true }) keptMonths!: number | null;
  /** who chose how long; null where it was the rule of the workspace */
  @Column('uuid', { nullable: true }) keptBy!: string | null;
  /** When its day had come and it began to be deleted. */
  @Column({ ...instant, nullable: true }) expiredAt!: Date | null;
}
