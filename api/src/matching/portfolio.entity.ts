import type {
  PlanView,
  PortfolioState,
  PortfolioView,
  PortfolioWishes,
  ReachTarget,
  RefusalView,
} from '@poolrise/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** Somebody who was considered, as she stood when the portfolio was asked for. */
export interface KeptCandidate {
  id: string;
  /** the quote with the platform's fee */
  priceCents: number;
  tierKey: string;
  category: string;
  /** chance that a follower reads a note of hers */
  readShare: number;
}

/** A portfolio that somebody asked for. The row is the promise; a job only looks for rows that are due. */
@Entity()
@Unique('one_portfolio_per_request', ['workspaceId', 'requestKey'])
@Unique('portfolio_in_workspace', ['workspaceId', 'id'])
@Check('portfolio_state_known', `state in ('waiting', 'running', 'done', 'failed')`)
@Index('portfolio_due', { synchronize: false })
@Index('portfolio_of_brief', { synchronize: false })
@ForeignKey('Brief', ['workspaceId', 'briefId'], ['workspaceId', 'id'], {
  name: 'portfolio_brief_fk',
  onDelete: 'CASCADE',
})
export class Portfolio {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') briefId!: string;
  @Column('uuid') requestKey!: string;
  @Column('jsonb') wishes!: PortfolioWishes;
  @Column('jsonb') target!: ReachTarget;
  @Column('jsonb') candidates!: KeptCandidate[];
  /** No foreign key: the result outlives the person. */
  @Column('uuid') requestedBy!: string;
  @Column(instant) requestedAt!: Date;
  @Column('text') state!: PortfolioState;
  /** When the worker that plans it last said so. */
  @Column({ ...instant, nullable: true }) heardAt!: Date | null;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('integer', { default: 0 }) withoutAudience!: number;
  @Column('jsonb', { nullable: true }) plan!: PlanView | null;
  @Column('jsonb', { nullable: true }) refusal!: RefusalView | null;
  @Column('jsonb', { nullable: true }) frontier!: PortfolioView['frontier'];
  @Column({ ...instant, nullable: true }) finishedAt!: Date | null;
}
