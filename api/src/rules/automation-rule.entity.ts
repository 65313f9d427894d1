import type { RuleAction, RuleCondition, RuleState } from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/**
 * A rule that looks after running boosts, hour by hour: on trial it only writes down what it would have done.
 *
 * Conditions that were changed are on trial again, so that what acts is what somebody looked at.
 */
@Entity()
@Unique('one_rule_per_request', ['workspaceId', 'requestKey'])
@Unique('automation_rule_in_workspace', ['workspaceId', 'id'])
@Check('automation_action_known', `action in ('stop-boost', 'notify')`)
@Check('automation_rule_state_known', `state in ('dry-run', 'live', 'off')`)
@Check('automation_rule_looks', `(state = 'off') = (next_look_at is null)`)
@Check('automation_rule_live_since', `state <> 'live' or live_at is not null`)
@Index('automation_rule_of_workspace', { synchronize: false })
@Index('automation_rule_due', { synchronize: false })
@ForeignKey('KeptCampaign', ['workspaceId', 'campaignId'], ['workspaceId', 'id'], {
  name: 'automation_rule_campaign_fk',
  onDelete: 'CASCADE',
})
export class AutomationRule {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'automation_rule_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @Column('uuid') requestKey!: string;
  @Column('text') requestHash!: string;
  @Column('text') name!: string;
  /** Null looks after every boost of the workspace. */
  @Column('uuid', { nullable: true }) campaignId!: string | null;
  @Column('jsonb') condition!: RuleCondition;
  @Column('text') action!: RuleAction;
  @Column('text') state!: RuleState;
  @Column('integer', { default: 1 }) version!: number;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column(instant) createdAt!: Date;
  @Column(instant) changedAt!: Date;
  @Column('uuid', { nullable: true }) liveBy!: string | null;
  @Column({ ...instant, nullable: true }) liveAt!: Date | null;
  /** Soon after each full hour; null while it is off. */
  @Column({ ...instant, nullable: true }) nextLookAt!: Date | null;
}
