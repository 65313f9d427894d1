import { Injectable } from '@nestjs/common';
import {
  type CampaignAlert,
  campaignAlerts,
  clockMoveOf,
  moveCampaign,
  type OrderState,
  orderEnds,
  type WatchedNote,
  type WatchedOrder,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { closeCampaignHoldout } from '../lift/trials';
import { announce } from '../live/announce';
import { PoliciesService } from '../pools/policies.service';
import { moneyOfFlights, notesSql, pictureOf } from './campaign-picture';
import { KeptCampaign } from './kept-campaign.entity';

/** Campaigns of one round; what is left is due at the next sweep, a few seconds later. */
const batch = 200;
const minuteMs = 60_000;
/** How soon a campaign is looked at again: while it runs, and once it is over and its orders still are under protection [P]. */
const againMs = { running: minuteMs, over: 60 * minuteMs };

/** Looks at campaigns: begins and ends them by the clock, and raises what is worth a word, each thing once. */
@Injectable()
export class CampaignWatch {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
  ) {}

  /**
   * Looks at what is due, one campaign a transaction. Returns how many there were.
   * @throws AggregateError after the others were looked at, when some could not be
   */
  @HandlesJob('campaign-watch')
  async lookAtDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string }[]>(
        'select id from campaign where next_look_at <= $1 order by next_look_at limit $2',
        [now, batch],
      ),
    );
    const failures: unknown[] = [];
    for (const { id } of due) await this.look(id, now).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} campaigns could not be looked at`);
    return due.length;
  }

  private look(campaignId: string, now: Date): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const [held] = await tx.query<{ id: string }[]>(
        'select id from campaign where id = $1 and next_look_at <= $2 for update skip locked',
        [campaignId, now],
      );
      // Another worker may have been here between the look and the lock.
      if (!held) return;
      const campaign = await tx.findOneByOrFail(KeptCampaign, { id: campaignId });
      await this.moveOn(tx, campaign, now);
      const orders = await ordersOf(tx, campaignId);
      const raised = await keep(tx, campaign, await this.alertsOf(tx, campaign, orders, now), now);
      if (raised > 0) await announce(tx, campaign.workspaceId, 'campaigns', 'notices');
      await tx.update(
        KeptCampaign,
        { id: campaignId },
        { state: campaign.state, nextLookAt: nextLook(campaign, orders, now) },
      );
    });
  }

  private async moveOn(tx: EntityManager, campaign: KeptCampaign, now: Date): Promise<void> {
    const { id, workspaceId, name } = campaign;
    const flights = flightsOf(campaign);
    for (;;) {
      const move = clockMoveOf(campaign.state, flights, now.getTime());
      const moved = move && moveCampaign(campaign.state, move, flights);
      if (!moved || 'refusal' in moved) return;
      campaign.state = moved.state;
      if (moved.state === 'ended') await closeCampaignHoldout(tx, id, now);
      const detail = { name, move };
      await audit(tx, { workspaceId, personId: null, action: 'campaign.moved', subjectId: id, detail });
      await announce(tx, workspaceId, 'campaigns');
    }
  }

  private async alertsOf(
    tx: EntityManager,
    campaign: KeptCampaign,
    orders: WatchedOrder[],
    now: Date,
  ): Promise<CampaignAlert[]> {
    const picture = await pictureOf(tx, campaign);
    const { document } = await this.policies.inForce(tx);
    return campaignAlerts(
      {
        id: campaign.id,
        paused: campaign.state === 'paused',
        flights: picture.flights,
        rails: campaign.rails,
        guards: campaign.guards,
        actualCents: picture.actualCents,
        actualOfFlights: moneyOfFlights(picture),
        counts: picture.counts,
        orders,
        notes: await notesOf(tx, campaign),
      },
      now.getTime(),
      document.trafficClock,
    );
  }
}

const flightsOf = ({ flights }: KeptCampaign) =>
  flights.map(({ from, to, ...flight }) => ({ ...flight, from: Date.parse(from), to: Date.parse(to) }));

function nextLook(campaign: KeptCampaign, orders: WatchedOrder[], now: Date): Date | null {
  const { state, startsAt, endsAt } = campaign;
  const within = (ms: number, at: Date | null) =>
    new Date(Math.min(now.getTime() + ms, at && at > now ? at.getTime() : Infinity));
  if (state === 'draft') return null;
  if (state === 'planned') return orders.length ? within(againMs.running, startsAt) : startsAt;
  if (state !== 'ended') return within(againMs.running, endsAt);
  const open = orders.some((order) => !(orderEnds as readonly OrderState[]).includes(order.state));
  return open ? within(againMs.over, null) : null;
}

async function ordersOf(tx: EntityManager, campaignId: string): Promise<WatchedOrder[]> {
  return tx.query<WatchedOrder[]>(
    `select ordered.id, ordered.name, ordered.state, coalesce(ordered.sample_alarms, '[]') as "sampleAlarms", ordered.waits_for = 'brand' is true as "waitsForBrand",
       extract(epoch from ordered.due_at)::float8 * 1000 as "dueAt", extract(epoch from ordered.since)::float8 * 1000 as since,
       array(select number from order_step where order_id = ordered.id and kind = 'silent-approval' order by number) as "silentApprovals"
     from cooperation_order ordered where ordered.campaign_id = $1`,
    [campaignId],
  );
}

/** Notes with the gates that they passed since the campaign began; what a note did before is nothing of it. */
async function notesOf(tx: EntityManager, campaign: KeptCampaign): Promise<WatchedNote[]> {
  return tx.query<WatchedNote[]>(
    `select note.id, note.title, note.disclosure,
       coalesce((select json_agg(json_build_object('level', decision.level::integer, 'name', policy.document -> 'levels' -> decision.level::integer -> 'name',
                                 'at', extract(epoch from decision.decided_at) * 1000)
                                 order by decision.decided_at)
         from pool_decision decision join pool_policy policy on policy.id = decision.policy_id
        where decision.note_id = note.id and decision.outcome = 'pass' and decision.decided_at >= $2), '[]') as "passed"
     from (${notesSql}) tied join note on note.id = tied.note_id`,
    [campaign.id, campaign.startsAt ?? campaign.createdAt],
  );
}

/** Writes down what was not said before, and says how much that was. */
async function keep(
  tx: EntityManager,
  { id, workspaceId }: KeptCampaign,
  alerts: CampaignAlert[],
  now: Date,
): Promise<number> {
  if (!alerts.length) return 0;
  const [kept] = await tx.query<{ raised: number }[]>(
    `with raised as (
       insert into campaign_alert (workspace_id, campaign_id, kind, subject, subject_id, mark, detail, at)
       select $1, $2, kind, subject, "subjectId", mark, detail, coalesce(to_timestamp(happened / 1000), $3)
         from jsonb_to_recordset($4::jsonb) as alert(kind text, subject text, "subjectId" uuid, mark text, detail jsonb, happened float8)
       on conflict on constraint one_alert_per_mark do nothing returning 1)
     select count(*)::integer as raised from raised`,
    [workspaceId, id, now, JSON.stringify(alerts.map(({ at, ...alert }) => ({ ...alert, happened: at })))],
  );
  return kept?.raised ?? 0;
}
