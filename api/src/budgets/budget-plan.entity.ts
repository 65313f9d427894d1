import type { AskBudgetPlan, BudgetPlanView, PortfolioState } from '@poolrise/contracts';
import type { BudgetAsk, BudgetRefusal, BudgetReport, RailCents } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** All that a plan depends on, and what a screen says of it. */
export interface BudgetInputs {
  ask: BudgetAsk;
  options: {
    id: string;
    name: string;
    creatorId: string | null;
    noteId: string | null;
    tierKey: string | null;
  }[];
  budgetCents: number;
  goneOut: RailCents;
  counted: BudgetPlanView['counted'];
  /** fingerprints of what the plan rests on: where one changes, the plan is stale */
  basis: { campaign: string; candidates: string; vouchers: string };
}

/** A plan of a campaign's budget that somebody asked for. The row is the promise; a job only looks for rows that are due. */
@Entity()
@Unique('one_budget_plan_per_inputs', ['campaignId', 'inputsKey'])
@Check('budget_plan_state_known', `state in ('waiting', 'running', 'done', 'failed')`)
@Index('budget_plan_due', { synchronize: false })
@Index('budget_plan_of_campaign', { synchronize: false })
@ForeignKey('KeptCampaign', ['workspaceId', 'campaignId'], ['workspaceId', 'id'], {
  name: 'budget_plan_campaign_fk',
  onDelete: 'CASCADE',
})
export class BudgetPlan {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') campaignId!: string;
  /** A hash of what is asked, of what it rests on and of the day: the same question is worked out once a day. */
  @Column('text') inputsKey!: string;
  @Column('jsonb') asked!: AskBudgetPlan;
  @Column('jsonb') inputs!: BudgetInputs;
  /** No foreign key: the result outlives the person. */
  @Column('uuid') requestedBy!: string;
  @Column(instant) requestedAt!: Date;
  @Column('text') state!: PortfolioState;
  /** When the worker that works on it last said so. */
  @Column({ ...instant, nullable: true }) heardAt!: Date | null;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('jsonb', { nullable: true }) report!: BudgetReport | BudgetRefusal | null;
  @Column({ ...instant, nullable: true }) finishedAt!: Date | null;
  /** When its rails were last given to the campaign. */
  @Column({ ...instant, nullable: true }) appliedAt!: Date | null;
}
