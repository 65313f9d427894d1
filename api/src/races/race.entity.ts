import type { BoostAudience, RaceEnd, RaceState } from '@poolrise/contracts';
import type { BoostGoal } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, instant } from '../db/columns';

/**
 * A race between notes for one budget. What was agreed at the start (budget, rounds, audience, stop rule) never changes.
 * Its notes, rounds and boosts stand in race_arm, race_round and race_boost.
 */
@Entity()
@Unique('one_race_per_request', ['workspaceId', 'requestKey'])
@Check('race_budget_positive', 'budget_cents > 0')
@Check('race_state_known', `state in ('running', 'waiting', 'ended')`)
@Check(
  'race_end_known',
  `ended_because in ('clear', 'close-enough', 'rounds-over', 'stopped', 'one-left', 'none-left')`,
)
@Check('race_rounds_in_order', 'round between 0 and rounds')
@Check(
  'race_goes_on_or_ended',
  `(state = 'ended') = (ended_at is not null) and (state = 'ended') = (ended_because is not null)
   and (state = 'ended') = (next_round_at is null) and (state = 'waiting') = (waiting_since is not null)`,
)
@Index('race_of_workspace', { synchronize: false })
@Index('race_due', { synchronize: false })
export class Race {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'race_workspace_fk' }) workspaceId!: string;
  @Column('uuid') requestKey!: string;
  @Column('text') requestHash!: string;
  @Column('text') name!: string;
  @Column('text') goal!: BoostGoal;
  @Column(cents) budgetCents!: number;
  @Column('integer') rounds!: number;
  @Column('integer') roundHours!: number;
  @Column('double precision') stopChance!: number;
  @Column('double precision') stopLoss!: number;
  @Column('jsonb') audience!: BoostAudience;
  @Column('text') state!: RaceState;
  @Column('text', { nullable: true }) endedBecause!: RaceEnd | null;
  /** how many rounds have begun */
  @Column('integer', { default: 0 }) round!: number;
  /** when to look again: the round ends, or money may have come. Null once it is over. */
  @Column({ ...instant, nullable: true }) nextRoundAt!: Date | null;
  @Column({ ...instant, nullable: true }) waitingSince!: Date | null;
  /** what the wallet lacked for the next round when it was last looked at */
  @Column({ ...cents, nullable: true }) missingCents!: number | null;
  /** as judged at the end of the last round; the winner once the race is over */
  @Column('uuid', { nullable: true })
  @ForeignKey('Note', { name: 'race_leader_fk' })
  leaderNoteId!: string | null;
  @Column('double precision', { nullable: true }) leaderChance!: number | null;
  /** the boost with which what was left went to the winner */
  @Column('uuid', { nullable: true })
  @ForeignKey('Boost', { name: 'race_kept_boost_fk' })
  keptBoostId!: string | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column(instant) createdAt!: Date;
  @Column({ ...instant, nullable: true }) endedAt!: Date | null;
}
