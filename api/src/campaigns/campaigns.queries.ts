import { Injectable } from '@nestjs/common';
import {
  type CampaignAlertView,
  type CampaignItem,
  type CampaignItemsQuery,
  type CampaignRow,
  type CampaignSearchWords,
  type CampaignsQuery,
  type CampaignView,
  type Page,
  type PageQuery,
} from '@poolrise/contracts';
import { orderEnds } from '@poolrise/domain';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { PoliciesService } from '../pools/policies.service';
import { SearchWordsQueries } from '../search-words/search-words.queries';
import { likeText } from '../words/search-terms';
import { findCampaign } from './campaign-door';
import { askedOf, begunOf, keptHoldout } from './campaign-holdout';
import { moneyOfSeveral } from './campaign-money';
import { pictureOf } from './campaign-picture';
import { campaignRow, campaignView } from './campaign-views';
import { KeptCampaign } from './kept-campaign.entity';

/** A campaign with what was counted of it. */
export interface FoundCampaign {
  id: string;
  boosts: number;
  orders: number;
  unread: number;
}

const countsSql = `
  (select count(*)::integer from boost where campaign_id = campaign.id) as boosts,
  (select count(*)::integer from cooperation_order where campaign_id = campaign.id) as orders,
  (select count(*)::integer from campaign_alert where campaign_id = campaign.id and read_at is null) as unread`;
const listSql = `
  select campaign.id, ${isoInstant('campaign.changed_at')} as key, ${countsSql}
    from campaign
   where ($1::timestamptz is null or (campaign.changed_at, campaign.id) < ($1, $2::uuid))
     and case $3 when 'all' then true when 'open' then campaign.state <> 'ended' else campaign.state = $3 end
     and campaign.name ilike $4
   order by campaign.changed_at desc, campaign.id desc limit $5`;

/**
 * Boosts and orders, of the campaign $1 by the index of theirs, or of none by that of the workspace. One or the other is written
 * out, since no index serves a condition that can be both.
 */
const itemsSql = (whose: (column: string) => string) => `
  with item as (
    (select 'boost' as kind, boost.id, note.title as name, creator.name as creator_name, boost.state,
            boost.ended_at is not null as ended, boost.note_id, boost.budget_cents, boost.launched_at as at
       from boost join note on note.id = boost.note_id join creator on creator.id = note.creator_id
      where ${whose('boost.campaign_id')} and boost.workspace_id = app_workspace()
        and ($2::timestamptz is null or (boost.launched_at, boost.id) < ($2, $3::uuid)) and (note.title || ' ' || creator.name) ilike $4
      order by boost.launched_at desc, boost.id desc limit $5)
    union all
    (select 'order', ordered.id, ordered.name, creator.name, ordered.state, ordered.state in ('${orderEnds.join("', '")}'),
            ordered.note_id, ordered.quote_cents + ordered.brand_fee_cents + ordered.effect_fee_cents, ordered.created_at
       from cooperation_order ordered join creator on creator.id = ordered.creator_id
      where ${whose('ordered.campaign_id')} and ordered.workspace_id = app_workspace()
        and ($2::timestamptz is null or (ordered.created_at, ordered.id) < ($2, $3::uuid))
        and (ordered.name || ' ' || creator.name) ilike $4
      order by ordered.created_at desc, ordered.id desc limit $5)
  )
  select item.*, ${isoInstant('item.at')} as key,
    case item.kind
      when 'boost' then (select spent_cents from boost where id = item.id)
      else (select coalesce(sum(entry.cents), 0) from ledger_transaction transaction
              join ledger_entry entry on entry.transaction_id = transaction.id and entry.account in ('reserved', 'spent')
             where transaction.order_id = item.id and transaction.workspace_id = app_workspace())
    end::float8 as actual_cents
  from item order by item.at desc, item.id desc limit $5`;
export const tiedSql = itemsSql((column) => `${column} = $1`);
const freeSql = itemsSql((column) => `$1::uuid is not null and ${column} is null`);

interface ItemRecord {
  kind: CampaignItem['kind'];
  id: string;
  name: string;
  creator_name: string;
  state: string;
  ended: boolean;
  note_id: string | null;
  budget_cents: string;
  actual_cents: number;
  key: string;
}

/** Screens of campaigns. */
@Injectable()
export class CampaignsQueries {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
    private readonly searchWords: SearchWordsQueries,
  ) {}

  /** Campaigns of a workspace, the latest change first. */
  list(workspaceId: string, ask: CampaignsQuery, now = new Date()): Promise<Page<CampaignRow>> {
    const after = decodeCursor(ask.cursor, cursorInstant, z.uuid(), z.literal('campaigns'));
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await tx.query<(FoundCampaign & { key: string })[]>(listSql, [
        after?.[0] ?? null,
        after?.[1] ?? null,
        ask.show,
        `%${likeText(ask.q ?? '')}%`,
        ask.limit + 1,
      ]);
      const views = await this.rows(tx, found, now);
      const rows = found.flatMap(({ id, key }) => {
        const row = views.get(id);
        return row ? [{ key, row }] : [];
      });
      return pageFrom(
        rows,
        ask.limit,
        ({ row }) => row,
        ({ key, row }) => [key, row.id, 'campaigns'],
      );
    });
  }

  /** Rows of campaigns that were found, whichever rooms they are of: in as many queries for one as for many. */
  async rows(
    tx: EntityManager,
    found: readonly FoundCampaign[],
    now: Date,
  ): Promise<Map<string, CampaignRow>> {
    const ids = found.map(({ id }) => id);
    const kept = new Map((await tx.findBy(KeptCampaign, { id: In(ids) })).map((one) => [one.id, one]));
    const money = await moneyOfSeveral(tx, ids);
    const at = await this.lookAt(tx, now);
    return new Map(
      found.flatMap(({ id, boosts, orders, unread }) => {
        const campaign = kept.get(id);
        const figures = { actualCents: money.get(id) ?? 0, boosts, orders, unreadAlerts: unread };
        return campaign ? [[id, campaignRow(campaign, figures, at)]] : [];
      }),
    );
  }

  /** @throws Refused not-found */
  campaign(workspaceId: string, campaignId: string, now = new Date()): Promise<CampaignView> {
    return this.db.inWorkspace(workspaceId, async (tx) =>
      this.view(tx, await findCampaign(tx, workspaceId, campaignId), now),
    );
  }

  /** Where the brand stands by the words of a campaign. @throws Refused not-found */
  words(workspaceId: string, campaignId: string, now = new Date()): Promise<CampaignSearchWords> {
    return this.db.inWorkspace(workspaceId, async (tx) =>
      this.searchWords.campaign(tx, await findCampaign(tx, workspaceId, campaignId), now),
    );
  }

  /** The same inside a transaction that has just changed it. */
  async view(tx: EntityManager, kept: KeptCampaign, now: Date): Promise<CampaignView> {
    const [about] = await tx.query<{ name: string | null; unread: number }[]>(
      `select (select name from person where id = $2) as name,
              (select count(*)::integer from campaign_alert where campaign_id = $1 and read_at is null) as unread`,
      [kept.id, kept.createdBy],
    );
    const picture = await pictureOf(tx, kept);
    const said = {
      createdBy: about?.name ?? '',
      unreadAlerts: about?.unread ?? 0,
      holdout: askedOf(await keptHoldout(tx, kept.id, now)),
      begun: await begunOf(tx, kept, now),
    };
    return campaignView(kept, picture, said, await this.lookAt(tx, now));
  }

  /** Boosts and orders of a campaign, or those of no campaign, the newest first. @throws Refused not-found */
  items(workspaceId: string, campaignId: string, ask: CampaignItemsQuery): Promise<Page<CampaignItem>> {
    const after = decodeCursor(ask.cursor, cursorInstant, z.uuid(), z.literal('campaign-items'));
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await findCampaign(tx, workspaceId, campaignId);
      const rows = await tx.query<ItemRecord[]>(ask.show === 'tied' ? tiedSql : freeSql, [
        campaignId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        `%${likeText(ask.q ?? '')}%`,
        ask.limit + 1,
      ]);
      return pageFrom(rows, ask.limit, itemView, ({ key, id }) => [key, id, 'campaign-items']);
    });
  }

  /** What was noticed of a campaign, the latest first. @throws Refused not-found */
  alerts(
    workspaceId: string,
    campaignId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<CampaignAlertView>> {
    const after = decodeCursor(cursor, cursorInstant, z.uuid(), z.literal('campaign-alerts'));
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await findCampaign(tx, workspaceId, campaignId);
      const rows = await tx.query<CampaignAlertView[]>(
        `select id, ${isoInstant('at')} as at, kind, subject, subject_id as "subjectId", detail, ${isoInstant('read_at')} as "readAt"
           from campaign_alert where campaign_id = $1 and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
          order by campaign_alert.at desc, id desc limit $4`,
        [campaignId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      );
      return pageFrom(
        rows,
        limit,
        (row) => row,
        ({ at, id }) => [at, id, 'campaign-alerts'],
      );
    });
  }

  private async lookAt(tx: EntityManager, now: Date): Promise<{ now: number; clock: readonly number[] }> {
    const { document } = await this.policies.inForce(tx);
    return { now: now.getTime(), clock: document.trafficClock };
  }
}

const itemView = (row: ItemRecord): CampaignItem => ({
  kind: row.kind,
  id: row.id,
  name: row.name,
  creatorName: row.creator_name,
  state: row.state,
  ended: row.ended,
  noteId: row.note_id,
  budgetCents: Number(row.budget_cents),
  actualCents: row.actual_cents,
  at: row.key,
});
