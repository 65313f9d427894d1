import { Injectable } from '@nestjs/common';
import {
  type CampaignHoldoutPreview,
  type CampaignLiftView,
  type HoldoutPlanView,
  planOf,
  type ProblemCode,
  type RegisterHoldout,
} from '@poolrise/contracts';
import {
  boostTerms,
  type CampaignHoldoutRefusal,
  campaignLiftTerms,
  campaignSpan,
  planHoldout,
  plannedImpressions,
  readersReached,
  refuseCampaignHoldout,
  registrationOf,
  shareDoing,
} from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { problemCatalogue } from '../http/problem-catalogue';
import { Refused } from '../http/refused';
import { Audiences } from '../lift/audiences';
import { holdoutFigures } from '../lift/holdout-figures';
import { LiftQueries } from '../lift/lift.queries';
import { lockTrials, notesUnderTrial } from '../lift/trials';
import { announce } from '../live/announce';
import { findCampaign, lockCampaign } from './campaign-door';
import { askedOf, begunOf, boostBegun, keptHoldout } from './campaign-holdout';
import { eventsLately } from './events-lately';
import type { KeptCampaign } from './kept-campaign.entity';

const hourMs = 3_600_000;
const dayHours = 24;
const { windowHours, alpha, power } = campaignLiftTerms;

/** Readers of the platform who came by within the time of a campaign, and within the time that a reader is followed. */
interface Audience {
  inTime: number;
  inWindow: number;
}

/** A campaign as it was judged: why it may not register, and what the holdout would find out. */
interface Judged {
  refusal: CampaignHoldoutRefusal | null;
  impressions: number;
  plan: HoldoutPlanView | null;
}

/** Holdouts of campaigns: planned, written down before anything begins, and withdrawn until then. */
@Injectable()
export class CampaignHoldoutsService {
  constructor(
    private readonly db: Db,
    private readonly audiences: Audiences,
    private readonly lifts: LiftQueries,
  ) {}

  /** What the holdout would find out, and what stands in its way. Changes nothing. @throws Refused not-found */
  async preview(
    { workspaceId }: Caller,
    campaignId: string,
    ask: RegisterHoldout,
    now = new Date(),
  ): Promise<CampaignHoldoutPreview> {
    const audience = await this.audience(workspaceId, campaignId, now);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const campaign = await findCampaign(tx, workspaceId, campaignId);
      const { refusal, impressions, plan } = await judge(tx, campaign, ask, audience, now);
      const tooSmall = plan && !plan.canTell ? 'campaign-holdout-cannot-tell' : null;
      const code: ProblemCode | null = refusal ?? tooSmall;
      return {
        asOf: now.toISOString(),
        refusal: code && { code, remedy: problemCatalogue[code].remedy },
        impressions,
        windowHours,
        plan,
      };
    });
  }

  /**
   * Writes the holdout down, once and for good. A second press with the same ask gets what the first wrote.
   * @throws Refused not-found, campaign-holdout-registered, campaign-begun, campaign-holdout-unplanned,
   *   campaign-holdout-cannot-tell, holdout-running
   */
  async register(
    { workspaceId, person }: Caller,
    campaignId: string,
    ask: RegisterHoldout,
    now = new Date(),
  ): Promise<CampaignLiftView> {
    const audience = await this.audience(workspaceId, campaignId, now);
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const campaign = await lockCampaign(tx, workspaceId, campaignId);
      await lockTrials(tx, workspaceId);
      const kept = askedOf(await keptHoldout(tx, campaignId, now));
      if (kept && isDeepStrictEqual(kept, ask)) return;
      const { refusal, plan } = await judge(tx, campaign, ask, audience, now);
      const span = campaignSpan(planOf(campaign).flights);
      if (refusal) throw new Refused(refusal);
      if (!span || !plan) throw new Refused('campaign-holdout-unplanned');
      if (!plan.canTell) throw new Refused('campaign-holdout-cannot-tell', { figures: holdoutFigures(plan) });
      const { keywords, negatives, name } = campaign;
      const written = registrationOf(ask, plan, {
        terms: campaignLiftTerms,
        salt: randomUUID(),
        now: now.getTime(),
        endsAt: span.to,
      });
      const personId = person?.id ?? null;
      await tx.query(
        `insert into campaign_holdout (campaign_id, workspace_id, registration, registered_at, registered_by, starts_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          campaignId,
          workspaceId,
          JSON.stringify({ ...written, keywords, negatives }),
          now,
          personId,
          new Date(span.from),
          new Date(span.to),
        ],
      );
      const detail = { name, ...ask };
      const action = 'campaign.holdout-registered';
      await audit(tx, { workspaceId, personId, action, subjectId: campaignId, detail });
      await announce(tx, workspaceId, 'campaigns');
    });
    return this.lifts.campaign(workspaceId, campaignId, now);
  }

  /** @throws Refused not-found, campaign-without-holdout, campaign-holdout-fixed once the campaign has begun */
  withdraw({ workspaceId, person }: Caller, campaignId: string, now = new Date()): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const campaign = await lockCampaign(tx, workspaceId, campaignId);
      const asked = askedOf(await keptHoldout(tx, campaignId, now));
      if (!asked) throw new Refused('campaign-without-holdout');
      if (await begunOf(tx, campaign, now)) throw new Refused('campaign-holdout-fixed');
      await tx.query('delete from campaign_holdout where campaign_id = $1', [campaignId]);
      await audit(tx, {
        workspaceId,
        personId: person?.id ?? null,
        action: 'campaign.holdout-withdrawn',
        subjectId: campaignId,
        detail: { name: campaign.name, ...asked },
      });
      await announce(tx, workspaceId, 'campaigns');
    });
  }

  /** Counted by the engine and on a connection of its own: asked for before a transaction is begun. */
  private async audience(workspaceId: string, campaignId: string, now: Date): Promise<Audience> {
    const { startsAt, endsAt } = await this.db.inWorkspace(workspaceId, (tx) =>
      findCampaign(tx, workspaceId, campaignId),
    );
    const hours = startsAt && endsAt ? (endsAt.getTime() - startsAt.getTime()) / hourMs : 0;
    return {
      inTime: await this.audiences.within(Math.ceil(hours / dayHours), now),
      inWindow: await this.audiences.within(windowHours / dayHours, now),
    };
  }
}

async function judge(
  tx: EntityManager,
  campaign: KeptCampaign,
  ask: RegisterHoldout,
  audience: Audience,
  now: Date,
): Promise<Judged> {
  const { id, keywords, state } = campaign;
  const { flights, rails } = planOf(campaign);
  const span = campaignSpan(flights);
  const impressions = plannedImpressions({ rails }, boostTerms);
  const refusal = refuseCampaignHoldout(
    {
      state,
      flights,
      rails,
      keywords,
      registered: (await keptHoldout(tx, id, now)) !== null,
      boostBegun: await boostBegun(tx, id, now),
      otherTrial: span !== null && (await otherTrial(tx, id, { from: now, to: new Date(span.to) })),
    },
    ask.metric,
    now.getTime(),
  );
  if (!span || (refusal && refusal !== 'holdout-running')) return { refusal, impressions, plan: null };
  const events = await eventsLately(tx, campaign, ask.metric, now);
  const baseRate = shareDoing(events, audience.inWindow);
  const found = planHoldout({
    ...ask,
    alpha,
    power,
    windowHours,
    baseRate,
    readersExpected: readersReached(impressions, ask.share, audience.inTime),
    durationHours: (span.to - span.from) / hourMs,
  });
  return { refusal, impressions, plan: { ...found, baseRate } };
}

/** Whether one of the notes that the campaign pays for has another trial in that time. */
async function otherTrial(
  tx: EntityManager,
  campaignId: string,
  between: { from: Date; to: Date },
): Promise<boolean> {
  const notes = await tx.query<{ id: string }[]>(
    'select distinct note_id as id from boost where campaign_id = $1',
    [campaignId],
  );
  const ids = notes.map(({ id }) => id);
  return (await notesUnderTrial(tx, ids, { ...between, except: campaignId })).size > 0;
}
