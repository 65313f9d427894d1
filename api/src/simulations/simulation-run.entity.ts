import type {
  OneMoreResult,
  PolicyReplayResult,
  ReplayChange,
  ReplayResult,
  SimulationState,
} from '@poolrise/contracts';
import type { OneVoucherBoost, PolicyRuleSet, SpillMechanism, VoucherScope } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

export type SimulationKind = 'replay' | 'policy-preview' | 'one-more-voucher';

/** What a policy preview was asked: these rules against a version, on the days before it was asked. */
export interface PolicyQuestion {
  rules: PolicyRuleSet;
  /** Fingerprint of the rules. */
  hash: string;
  days: number;
  inForceId: string;
}

/** What one more voucher was asked: the boost that it was worth then, and where else it might be used. */
export interface VoucherQuestion {
  boost: OneVoucherBoost;
  scope: VoucherScope;
  startsAt: string;
  startsInHours: number;
  durationHours: number;
  worlds: number;
  seed: number;
  assumed: SpillMechanism[];
}

/** A simulation that somebody asked for. The row is the promise; a job only looks for rows that are due. */
@Entity()
@Unique('one_simulation_per_request', ['workspaceId', 'requestKey'])
@Check('simulation_state_known', `state in ('waiting', 'running', 'done', 'failed', 'cancelled')`)
@Check('simulation_kind_known', `kind in ('replay', 'policy-preview', 'one-more-voucher')`)
@Check('simulation_of_note', `(kind = 'policy-preview') = (note_id is null)`)
@Check('simulation_of_voucher', `(kind = 'one-more-voucher') = (voucher_id is not null)`)
@Index('simulation_run_due', { synchronize: false })
@Index('simulation_run_of_note', { synchronize: false })
@Index('simulation_run_of_policy', { synchronize: false })
@Index('simulation_run_of_voucher', { synchronize: false })
export class SimulationRun {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('text', { default: 'replay' }) kind!: SimulationKind;
  /** The note that is asked about; a policy preview is about the whole feed. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Note', { name: 'simulation_run_note_fk', onDelete: 'CASCADE' })
  noteId!: string | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('Voucher', { name: 'simulation_run_voucher_fk', onDelete: 'CASCADE' })
  voucherId!: string | null;
  /** No foreign key: the result outlives the person. */
  @Column('uuid') requestedBy!: string;
  @Column('uuid') requestKey!: string;
  @Column('jsonb') change!: ReplayChange | PolicyQuestion | VoucherQuestion;
  @Column(instant) requestedAt!: Date;
  @Column('text') state!: SimulationState;
  /** Part that is done, 0 to 1. */
  @Column('double precision', { default: 0 }) progress!: number;
  /** When the worker that runs it last said so. */
  @Column({ ...instant, nullable: true }) heardAt!: Date | null;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('boolean', { default: false }) cancelAsked!: boolean;
  @Column({ ...instant, nullable: true }) finishedAt!: Date | null;
  @Column('jsonb', { nullable: true }) result!: ReplayResult | PolicyReplayResult | OneMoreResult | null;
}
