import type { AskStressTest, PortfolioState } from '@poolrise/contracts';
import type { StressAsk, StressPick, StressReport, StressReserve } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** All that a result depends on but the sketches, which are read when it is worked out. */
export type StressInputs = Omit<StressAsk, 'picks' | 'reserves'> & {
  picks: Omit<StressPick, 'sketch'>[];
  reserves: Omit<StressReserve, 'sketch'>[];
  /** creators among them whose spread of reads is their own */
  ownSpreads: number;
};

/** A stress test that somebody asked for. The row is the promise; a job only looks for rows that are due. */
@Entity()
@Unique('one_stress_test_per_inputs', ['portfolioId', 'inputsKey'])
@Check('stress_test_state_known', `state in ('waiting', 'running', 'done', 'failed')`)
@Index('stress_test_due', { synchronize: false })
@Index('stress_test_of_portfolio', { synchronize: false })
@ForeignKey('Portfolio', ['workspaceId', 'portfolioId'], ['workspaceId', 'id'], {
  name: 'stress_test_portfolio_fk',
  onDelete: 'CASCADE',
})
export class StressTest {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') portfolioId!: string;
  /** A hash of the inputs: the same question is worked out once. */
  @Column('text') inputsKey!: string;
  @Column('jsonb') asked!: AskStressTest;
  @Column('jsonb') inputs!: StressInputs;
  /** No foreign key: the result outlives the person. */
  @Column('uuid') requestedBy!: string;
  /** When somebody last asked for it. */
  @Column(instant) requestedAt!: Date;
  @Column('text') state!: PortfolioState;
  /** When a worker began with it. */
  @Column({ ...instant, nullable: true }) heardAt!: Date | null;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('jsonb', { nullable: true }) report!: StressReport | null;
  @Column({ ...instant, nullable: true }) finishedAt!: Date | null;
}
