import type { ReplayChange, ReplayResult, SimulationState } from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** A simulation that somebody asked for. The row is the promise; a job only looks for rows that are due. */
@Entity()
@Unique('one_simulation_per_request', ['workspaceId', 'requestKey'])
@Check('simulation_state_known', `state in ('waiting', 'running', 'done', 'failed', 'cancelled')`)
@Index('simulation_run_due', { synchronize: false })
@Index('simulation_run_of_note', { synchronize: false })
export class SimulationRun {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid')
  @ForeignKey('Note', { name: 'simulation_run_note_fk', onDelete: 'CASCADE' })
  noteId!: string;
  /** No foreign key: the result outlives the person. */
  @Column('uuid') requestedBy!: string;
  @Column('uuid') requestKey!: string;
  @Column('jsonb') change!: ReplayChange;
  @Column(instant) requestedAt!: Date;
  @Column('text') state!: SimulationState;
  /** Part that is done, 0 to 1. */
  @Column('double precision', { default: 0 }) progress!: number;
  /** When the worker that runs it last said so. */
  @Column({ ...instant, nullable: true }) heardAt!: Date | null;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('boolean', { default: false }) cancelAsked!: boolean;
  @Column({ ...instant, nullable: true }) finishedAt!: Date | null;
  @Column('jsonb', { nullable: true }) result!: ReplayResult | null;
}
