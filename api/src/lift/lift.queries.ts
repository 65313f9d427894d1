import { Injectable } from '@nestjs/common';
import type { BoostLiftView, CampaignLiftView } from '@poolrise/contracts';
import {
  type CampaignLiftRegistration,
  campaignLiftTerms,
  type LiftRegistration,
  liftTerms,
  type ReaderArm,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { hoursOf, type LiftHour, waitingOf } from './lift-hours';
import { liftFigures, writtenDown } from './lift-view';

interface BoostTrial {
  noteId: string;
  noteTitle: string;
  state: BoostLiftView['state'];
  spentCents: number;
  startsAt: Date;
  overAt: Date;
  registration: LiftRegistration | null;
}

interface CampaignTrial {
  name: string;
  state: CampaignLiftView['state'];
  spentCents: number;
  startsAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  overAt: Date;
  registration: CampaignLiftRegistration | null;
  notes: number;
}

const boostSql = `
  select b.note_id as "noteId", n.title as "noteTitle", b.state, b.spent_cents::float8 as "spentCents", b.starts_at as "startsAt",
         b.holdout as registration, least(coalesce(b.ended_at, b.ends_at), b.ends_at) + make_interval(hours => $2) as "overAt"
    from boost b join note n on n.id = b.note_id where b.id = $1`;

/** Spend of what readers could see: of creators, who are paid for notes that everybody is shown, the trial says nothing. */
const campaignSql = `
  select campaign.name, campaign.state, held.registration, held.starts_at as "startsAt", held.ends_at as "endsAt", held.ended_at as "endedAt",
         coalesce(held.ended_at, held.ends_at) + make_interval(hours => $2) as "overAt", tied.notes, tied.spent as "spentCents"
    from campaign left join campaign_holdout held on held.campaign_id = campaign.id
    cross join lateral (
      select count(distinct note_id)::integer as notes, coalesce(sum(spent_cents), 0)::float8 as spent from boost where campaign_id = campaign.id
    ) tied where campaign.id = $1`;

const overHours = ({ windowHours, graceHours }: typeof liftTerms | typeof campaignLiftTerms) =>
  windowHours + graceHours;

/** The screens of what a boost and what a campaign brought. */
@Injectable()
export class LiftQueries {
  constructor(private readonly db: Db) {}

  /** @throws Refused not-found, boost-without-holdout */
  async boost(workspaceId: string, boostId: string, now = new Date()): Promise<BoostLiftView> {
    const field = 'path.boostId';
    const { found, hours, waiting } = await this.trial(workspaceId, boostId, field, async (tx) => {
      const [row] = await tx.query<BoostTrial[]>(boostSql, [boostId, overHours(liftTerms)]);
      return row;
    });
    const { registration, noteId, noteTitle, state, startsAt } = found;
    if (!registration) throw new Refused('boost-without-holdout', { field });
    const trial = { ...found, registration };
    return {
      ...liftFigures(trial, hours, waiting, now),
      boostId,
      noteId,
      noteTitle,
      state,
      registration: writtenDown(trial, startsAt),
    };
  }

  /** @throws Refused not-found, campaign-without-holdout */
  async campaign(workspaceId: string, campaignId: string, now = new Date()): Promise<CampaignLiftView> {
    const field = 'path.campaignId';
    const { found, hours, waiting } = await this.trial(workspaceId, campaignId, field, async (tx) => {
      const [row] = await tx.query<CampaignTrial[]>(campaignSql, [campaignId, overHours(campaignLiftTerms)]);
      return row;
    });
    const { registration, name, state, startsAt, endsAt, endedAt, notes } = found;
    if (!registration) throw new Refused('campaign-without-holdout', { field });
    const trial = { ...found, registration };
    return {
      ...liftFigures(trial, hours, waiting, now),
      campaignId,
      name,
      state,
      registration: { ...writtenDown(trial, startsAt), endsAt: endsAt.toISOString() },
      endedAt: endedAt?.toISOString() ?? null,
      endedEarly: endedAt !== null && endedAt < endsAt,
      notes,
    };
  }

  /** Whose it is is asked within the walls; who is still followed is asked outside of them. */
  private async trial<Row>(
    workspaceId: string,
    trialId: string,
    field: string,
    find: (tx: EntityManager) => Promise<Row | undefined>,
  ): Promise<{ found: Row; hours: LiftHour[]; waiting: Record<ReaderArm, number> }> {
    const inside = await this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await find(tx);
      if (!found) throw new Refused('not-found', { field });
      return { found, hours: await hoursOf(tx, trialId) };
    });
    return { ...inside, waiting: await this.db.asEngine((tx) => waitingOf(tx, trialId)) };
  }
}
