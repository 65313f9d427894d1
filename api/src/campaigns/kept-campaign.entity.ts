import type { BoostAudience, CampaignFlight } from '@poolrise/contracts';
import type {
  CampaignGoal,
  CampaignGuard,
  CampaignKeyword,
  CampaignKpi,
  CampaignState,
  RailCents,
} from '@poolrise/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { cents, instant } from '../db/columns';

/**
 * A campaign as it was planned: the money of a workspace by flights and rails, and what it is measured by.
 *
 * Budget and span follow from flights and rails; they stand here so that lists, the calendar and the watch find what they look
 * for by an index. `version` grows with every change by a person, so that nobody overwrites what they have not read.
 */
@Entity('campaign')
@Unique('one_campaign_per_request', ['workspaceId', 'requestKey'])
@Unique('campaign_in_workspace', ['workspaceId', 'id'])
@Check('campaign_state_known', `state in ('draft', 'planned', 'live', 'paused', 'ended')`)
@Check('campaign_budget_not_negative', 'budget_cents >= 0')
@Check('campaign_lasts', '(starts_at is null) = (ends_at is null) and starts_at < ends_at')
@Index('campaign_by_change', { synchronize: false })
@Index('campaign_by_end', { synchronize: false })
@Index('campaign_due', { synchronize: false })
export class KeptCampaign {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid')
  @ForeignKey('Workspace', { name: 'campaign_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;
  @Column('uuid') requestKey!: string;
  /** Fingerprint of what was asked for under the request key. */
  @Column('text') requestHash!: string;
  @Column('text') name!: string;
  @Column('text') goal!: CampaignGoal;
  @Column('text') state!: CampaignState;
  @Column('jsonb') flights!: CampaignFlight[];
  @Column('jsonb') rails!: RailCents;
  @Column(cents) budgetCents!: number;
  @Column('jsonb') audience!: BoostAudience;
  @Column('jsonb') keywords!: CampaignKeyword[];
  @Column('text', { array: true }) negatives!: string[];
  @Column('jsonb') kpis!: CampaignKpi[];
  @Column('jsonb') guards!: CampaignGuard[];
  @Column({ ...instant, nullable: true }) startsAt!: Date | null;
  @Column({ ...instant, nullable: true }) endsAt!: Date | null;
  /** When the watch has something to look at. Null for drafts, and once nothing of it can change. */
  @Column({ ...instant, nullable: true }) nextLookAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
  /** No foreign key: the campaign outlives the person. */
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column(instant) createdAt!: Date;
  @Column(instant) changedAt!: Date;
}
