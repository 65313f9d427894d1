import { Injectable } from '@nestjs/common';
import type { ChangeItems, ItemChanges } from '@poolrise/contracts';
import { type BulkVerdict, judgeBulk, orderEnds } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { BoostsService } from '../boosts/boosts.service';
import { lookSoon } from '../campaign-ties/join-campaign';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { lockTrials, notesUnderTrial } from '../lift/trials';
import { announce } from '../live/announce';
import { findCampaign, lockCampaign } from './campaign-door';
import { begunOf, keptHoldout } from './campaign-holdout';
import type { KeptCampaign } from './kept-campaign.entity';

type Item = ItemChanges['items'][number];
interface Known {
  kind: Item['kind'];
  id: string;
  name: string;
  campaignId: string | null;
  ended: boolean;
  /** of a boost */
  noteId: string | null;
}

/** Orders are those that this workspace gave: what it was asked to write belongs to the campaign of somebody else. */
const knownSql = (lock: string) => `
  select * from (
    select 'boost' as kind, boost.id, note.title as name, boost.campaign_id as "campaignId", boost.ended_at is not null as ended, boost.note_id as "noteId"
      from boost join note on note.id = boost.note_id where boost.workspace_id = $1 and boost.id = any($2) ${lock && 'for update of boost'}
  ) boosts
  union all
  select * from (
    select 'order', ordered.id, ordered.name, ordered.campaign_id, ordered.state in ('${orderEnds.join("', '")}'), null::uuid
      from cooperation_order ordered where ordered.workspace_id = $1 and ordered.id = any($3) ${lock && 'for update'}
  ) orders`;

/** The same to many boosts and orders at once: first what it would do, then what it did. */
@Injectable()
export class CampaignItemsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly boosts: BoostsService,
  ) {}

  /** What would be changed, and what would be refused and why. Changes nothing. @throws Refused not-found */
  preview(
    { workspaceId }: Caller,
    campaignId: string,
    ask: ChangeItems,
    now = new Date(),
  ): Promise<ItemChanges> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const campaign = await findCampaign(tx, workspaceId, campaignId);
      return answerOf(ask, await judge(tx, campaign, ask, now));
    });
  }

  /** Does it, and says what was done to each. Done twice it changes nothing more. @throws Refused not-found */
  async change(caller: Caller, campaignId: string, ask: ChangeItems, now = new Date()): Promise<ItemChanges> {
    const items = await (ask.action === 'stop-boosts'
      ? this.stop(caller, campaignId, ask, now)
      : this.tie(caller, campaignId, ask, now));
    this.jobs.nudge('campaign-watch');
    return answerOf(ask, items);
  }

  private tie(caller: Caller, campaignId: string, ask: ChangeItems, now: Date): Promise<Item[]> {
    const { workspaceId } = caller;
    // Orders have two sides and are written under the engine's hat alone; every row is asked whose it is.
    return this.db.asEngine(async (tx) => {
      const campaign = await lockCampaign(tx, workspaceId, campaignId);
      await lockTrials(tx, workspaceId);
      const items = await judge(tx, campaign, ask, now, 'for update');
      const to = ask.action === 'tie' ? campaignId : null;
      for (const [table, kind] of [
        ['boost', 'boost'],
        ['cooperation_order', 'order'],
      ] as const)
        await tx.query(`update ${table} set campaign_id = $3 where workspace_id = $1 and id = any($2)`, [
          workspaceId,
          changedOf(items, kind),
          to,
        ]);
      await this.record(tx, caller, campaign, ask, items, now);
      return items;
    });
  }

  /** Each boost in a transaction of its own, since each moves money of its own. */
  private async stop(caller: Caller, campaignId: string, ask: ChangeItems, now: Date): Promise<Item[]> {
    const { workspaceId, person } = caller;
    const { items, campaign } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await findCampaign(tx, workspaceId, campaignId);
      return { campaign: found, items: await judge(tx, found, ask, now) };
    });
    for (const item of items.filter(({ verdict }) => verdict === 'change'))
      await this.boosts.stop(workspaceId, person?.id ?? null, item.id, now).catch((error: unknown) => {
        // It came to its own end between the look and the stop.
        if (!(error instanceof Refused) || error.code !== 'boost-already-ended') throw error;
        item.verdict = 'boost-ended';
      });
    await this.db.inWorkspace(workspaceId, (tx) => this.record(tx, caller, campaign, ask, items, now));
    return items;
  }

  private async record(
    tx: EntityManager,
    { workspaceId, person }: Caller,
    campaign: KeptCampaign,
    { action }: ChangeItems,
    items: Item[],
    now: Date,
  ): Promise<void> {
    const boosts = changedOf(items, 'boost');
    const orders = changedOf(items, 'order');
    if (!boosts.length && !orders.length) return;
    await lookSoon(tx, campaign.id, now);
    await audit(tx, {
      workspaceId,
      personId: person?.id ?? null,
      action: 'campaign.items-changed',
      subjectId: campaign.id,
      detail: { name: campaign.name, action, boosts, orders },
    });
    await announce(tx, workspaceId, 'campaigns');
  }
}

const changedOf = (items: Item[], kind: Item['kind']): string[] =>
  items.filter((item) => item.kind === kind && item.verdict === 'change').map(({ id }) => id);

async function judge(
  tx: EntityManager,
  campaign: KeptCampaign,
  { action, boostIds, orderIds }: ChangeItems,
  now: Date,
  lock = '',
): Promise<Item[]> {
  const rows = await tx.query<Known[]>(knownSql(lock), [campaign.workspaceId, boostIds, orderIds]);
  const known = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  const asked = [
    ...boostIds.map((id) => ({ kind: 'boost', id }) as const),
    ...orderIds.map((id) => ({ kind: 'order', id }) as const),
  ];
  const { holdout, tried } = await trialsAround(tx, campaign, rows, now);
  return asked.map(({ kind, id }) => {
    const item = known.get(`${kind} ${id}`);
    const verdict: BulkVerdict | 'not-found' = item
      ? judgeBulk(
          action,
          { ...item, underTrial: item.noteId !== null && tried.has(item.noteId) },
          { ...campaign, holdout },
        )
      : 'not-found';
    return { kind, id, name: item?.name ?? '', verdict };
  });
}

/** The holdout of a campaign, and of some boosts those whose note is part of another trial while it is open. */
async function trialsAround(tx: EntityManager, campaign: KeptCampaign, rows: readonly Known[], now: Date) {
  const kept = await keptHoldout(tx, campaign.id, now);
  if (!kept?.open) return { holdout: { open: false, begun: false }, tried: new Set<string>() };
  const notes = rows.flatMap(({ noteId }) => noteId ?? []);
  return {
    holdout: { open: true, begun: await begunOf(tx, campaign, now) },
    tried: await notesUnderTrial(tx, notes, { from: now, to: kept.endsAt, except: campaign.id }),
  };
}

const answerOf = ({ action }: ChangeItems, items: Item[]): ItemChanges => ({
  action,
  asOf: new Date().toISOString(),
  items,
  changes: items.filter(({ verdict }) => verdict === 'change').length,
});
