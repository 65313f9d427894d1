import { Injectable } from '@nestjs/common';
import {
  type CampaignView,
  type ChangeCampaign,
  type CreateCampaign,
  type MoveCampaign,
  planOf,
  type ReadAlerts,
} from '@poolrise/contracts';
import {
  type CampaignMoveRefusal,
  campaignSpan,
  legalCampaignMoves,
  moveCampaign,
  sumOfRails,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { lookSoon } from '../campaign-ties/join-campaign';
import { Db } from '../db/db';
import type { Actor, Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { closeCampaignHoldout } from '../lift/trials';
import { announce } from '../live/announce';
import { findCampaign, lockCampaign } from './campaign-door';
import { boostBegun, keptHoldout } from './campaign-holdout';
import { KeptCampaign } from './kept-campaign.entity';
import { CampaignsQueries } from './campaigns.queries';

/** A workspace with more has stopped deleting drafts [P]. */
const campaignsMost = 1_000;

/** Writing and moving campaigns. Money moves with boosts and orders, never here. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly queries: CampaignsQueries,
  ) {}

  /**
   * Writes a campaign down as a draft, or returns the one already written under the same request key.
   * @throws Refused request-key-reused, too-many-campaigns
   */
  create(caller: Caller, ask: CreateCampaign, now = new Date()): Promise<CampaignView> {
    const { requestKey, ...fields } = ask;
    const { workspaceId } = caller;
    const personId = caller.person?.id ?? null;
    const requestHash = requestFingerprint(fields);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // The workspace is the one lock, so that two presses of the button are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 39))', [workspaceId]);
      const earlier = await tx.findOneBy(KeptCampaign, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      if (earlier) return this.queries.view(tx, earlier, now);
      if ((await tx.countBy(KeptCampaign, { workspaceId })) >= campaignsMost)
        throw new Refused('too-many-campaigns', { figures: { most: campaignsMost } });
      const kept = await tx.save(
        tx.create(KeptCampaign, {
          ...columnsOf(fields),
          workspaceId,
          requestKey,
          requestHash,
          state: 'draft',
          version: 1,
          createdBy: personId,
          createdAt: now,
          changedAt: now,
        }),
      );
      const detail = { name: kept.name, budgetCents: kept.budgetCents };
      await audit(tx, { workspaceId, personId, action: 'campaign.written', subjectId: kept.id, detail });
      await announce(tx, workspaceId, 'campaigns');
      return this.queries.view(tx, kept, now);
    });
  }

  /** @throws Refused not-found, campaign-moved-on, campaign-ended, campaign-holdout-fixed */
  change(
    actor: Actor,
    campaignId: string,
    { version, ...fields }: ChangeCampaign,
    now = new Date(),
    within?: EntityManager,
  ): Promise<CampaignView> {
    return this.changing({ ...actor, within }, campaignId, version, now, async (tx, kept) => {
      if (kept.state === 'ended') throw new Refused('campaign-ended');
      const columns = columnsOf(fields);
      await keepsItsTime(tx, campaignId, columns, now);
      // What was planned to begin still has something to begin with.
      if (kept.state !== 'draft' && !fields.flights.length)
        throw new Refused('invalid-input', {
          field: '/flights',
          detail: '/flights: is empty, and the campaign is planned: keep a flight, or make it a draft again.',
        });
      await tx.update(KeptCampaign, { id: kept.id }, columns as object);
      const detail = { name: fields.name, budgetCents: columns.budgetCents, beforeCents: kept.budgetCents };
      return { action: 'campaign.changed', detail } as const;
    });
  }

  /** @throws Refused not-found, campaign-moved-on, campaign-move-refused */
  move(
    actor: Actor,
    campaignId: string,
    { move, version }: MoveCampaign,
    now = new Date(),
    within?: EntityManager,
  ): Promise<CampaignView> {
    return this.changing({ ...actor, within }, campaignId, version, now, async (tx, kept) => {
      const moved = moveCampaign(kept.state, move, planOf(kept).flights);
      if ('refusal' in moved) throw moveRefused(moved, '/move');
      await tx.update(KeptCampaign, { id: kept.id }, { state: moved.state });
      if (moved.state === 'ended') await closeCampaignHoldout(tx, kept.id, now);
      return { action: 'campaign.moved', detail: { name: kept.name, move } } as const;
    });
  }

  /**
   * Deletes a draft; its boosts and orders are free again.
   * @throws Refused not-found, campaign-move-refused, campaign-holdout-fixed when readers have been told apart by it
   */
  async drop(caller: Caller, campaignId: string, now = new Date()): Promise<void> {
    const { workspaceId } = caller;
    // Orders have two sides and are written under the engine's hat alone.
    await this.db.asEngine(async (tx) => {
      const { id, state, name } = await lockCampaign(tx, workspaceId, campaignId);
      if (state !== 'draft')
        throw moveRefused({ refusal: 'move-refused', legal: legalCampaignMoves(state) }, 'path.campaignId');
      if ((await keptHoldout(tx, id, now)) && (await boostBegun(tx, id, now)))
        throw new Refused('campaign-holdout-fixed', { field: 'path.campaignId' });
      await tx.query('update boost set campaign_id = null where campaign_id = $1', [id]);
      await tx.query('update cooperation_order set campaign_id = null where campaign_id = $1', [id]);
      await tx.delete(KeptCampaign, { id });
      const personId = caller.person?.id ?? null;
      await audit(tx, {
        workspaceId,
        personId,
        action: 'campaign.deleted',
        subjectId: id,
        detail: { name },
      });
      await announce(tx, workspaceId, 'campaigns');
    });
  }

  /** Marks alerts as read; those already read stay as they were. @throws Refused not-found */
  async readAlerts(caller: Caller, campaignId: string, { alertIds }: ReadAlerts): Promise<void> {
    const { workspaceId } = caller;
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await findCampaign(tx, workspaceId, campaignId);
      await tx.query(
        `update campaign_alert set read_at = now(), read_by = $2
          where campaign_id = $1 and read_at is null and ($3::uuid[] is null or id = any($3))`,
        [campaignId, caller.person?.id ?? null, alertIds ?? null],
      );
      await announce(tx, workspaceId, 'campaigns', 'notices');
    });
  }

  /** One change by a person who has read the campaign as it stands. */
  private async changing(
    { workspaceId, person, within }: Actor & { within: EntityManager | undefined },
    campaignId: string,
    version: number,
    now: Date,
    work: (
      tx: EntityManager,
      kept: KeptCampaign,
    ) => Promise<{ action: 'campaign.changed' | 'campaign.moved'; detail: Record<string, unknown> }>,
  ): Promise<CampaignView> {
    const change = async (tx: EntityManager): Promise<CampaignView> => {
      const kept = await lockCampaign(tx, workspaceId, campaignId);
      if (kept.version !== version)
        throw new Refused('campaign-moved-on', { field: '/version', figures: { version: kept.version } });
      const done = await work(tx, kept);
      await tx.update(KeptCampaign, { id: campaignId }, { version: version + 1, changedAt: now });
      await lookSoon(tx, campaignId, now);
      const personId = person?.id ?? null;
      await audit(tx, { workspaceId, personId, subjectId: campaignId, ...done });
      await announce(tx, workspaceId, 'campaigns');
      return this.queries.view(tx, await findCampaign(tx, workspaceId, campaignId), now);
    };
    const view = await (within ? change(within) : this.db.inWorkspace(workspaceId, change));
    this.jobs.nudge('campaign-watch');
    return view;
  }
}

/** What was registered to be decided at a certain time is neither cut short nor drawn out. */
async function keepsItsTime(
  tx: EntityManager,
  campaignId: string,
  { startsAt, endsAt }: Pick<ReturnType<typeof columnsOf>, 'startsAt' | 'endsAt'>,
  now: Date,
): Promise<void> {
  const kept = await keptHoldout(tx, campaignId, now);
  const same =
    kept?.startsAt.getTime() === startsAt?.getTime() && kept?.endsAt.getTime() === endsAt?.getTime();
  if (kept && !same) throw new Refused('campaign-holdout-fixed', { field: '/flights' });
}

function columnsOf(fields: Omit<CreateCampaign, 'requestKey'>) {
  const flights = [...fields.flights]
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
    .map((flight) => ({
      ...flight,
      from: new Date(flight.from).toISOString(),
      to: new Date(flight.to).toISOString(),
    }));
  const span = campaignSpan(planOf(fields).flights);
  return {
    ...fields,
    flights,
    budgetCents: sumOfRails(fields.rails),
    startsAt: span && new Date(span.from),
    endsAt: span && new Date(span.to),
  };
}

const moveRefused = ({ refusal, legal }: CampaignMoveRefusal, field: string): Refused =>
  new Refused('campaign-move-refused', {
    field,
    detail:
      refusal === 'nothing-planned'
        ? 'The campaign has no flight yet: add one with its budget, then plan it.'
        : `Now one can: ${legal.join(', ') || 'nothing more, it has ended'}.`,
  });
