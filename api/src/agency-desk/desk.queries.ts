import { Injectable } from '@nestjs/common';
import type { AgencyCampaignRow, AgencyDeskQuery, Page } from '@poolrise/contracts';
import { orderEnds, slaDefaults } from '@poolrise/domain';
import { z } from 'zod';
import { refuseOthers } from '../agencies/client-rooms';
import { CampaignsQueries } from '../campaigns/campaigns.queries';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { decodeCursor, pageFrom } from '../http/paging';
import { likeText } from '../words/search-terms';
import { ownerOf, tasksCte } from './tasks-sql';

interface Found {
  id: string;
  key: number;
  client: AgencyCampaignRow['client'];
  owner: AgencyCampaignRow['owner'];
  orders: AgencyCampaignRow['orders'];
  boostsRunning: number;
  boosts: number;
  unread: number;
}

/** Campaigns of all clients in one table. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly db: Db,
    private readonly campaigns: CampaignsQueries,
  ) {}

  /** @throws Refused agency-only */
  async page(
    agencyId: string,
    person: CallingPerson,
    ask: AgencyDeskQuery,
    now = new Date(),
  ): Promise<Page<AgencyCampaignRow>> {
    refuseOthers(person);
    const after = decodeCursor(ask.cursor, z.number(), z.uuid(), z.literal(`agency-${ask.sort}`));
    return this.db.asEngine(async (tx) => {
      const found = await tx.query<Found[]>(deskSql, [
        agencyId,
        person.id,
        JSON.stringify(slaDefaults),
        now,
        ask.show,
        ask.sort,
        ask.client ?? null,
        ask.owner ?? null,
        `%${likeText(ask.q ?? '')}%`,
        after?.[0] ?? null,
        after?.[1] ?? null,
        ask.limit + 1,
      ]);
      const rows = await this.campaigns.rows(
        tx,
        found.map(({ orders: _, ...one }) => ({ ...one, orders: 0 })),
        now,
      );
      const page = pageFrom(
        found,
        ask.limit,
        (one) => one,
        ({ key, id }) => [key, id, `agency-${ask.sort}`],
      );
      const items = page.items.flatMap((one): AgencyCampaignRow[] => {
        const row = rows.get(one.id);
        if (!row) return [];
        const { id, name, goal, state, startsAt, endsAt, budgetCents, pace, unreadAlerts, changedAt } = row;
        const { client, owner, orders, boostsRunning } = one;
        return [
          {
            ...{ id, client, name, goal, state, startsAt, endsAt, budgetCents, pace, unreadAlerts },
            ...{ orders, boostsRunning, owner, changedAt },
          },
        ];
      });
      return { ...page, items, asOf: now.toISOString() };
    });
  }
}

const open = `state not in ('${orderEnds.join("', '")}')`;

/**
 * $1 agency, $2 person, $3 hours by default, $4 now, then what is asked for. The order of each list is one number, smallest first.
 * Counts are taken of the rows of the page alone, by the indexes of their campaign.
 */
export const deskSql = `with ${tasksCte},
  late as materialized (select campaign_id as id, count(*)::integer as overdue from task where due <= $4 and campaign_id is not null group by 1),
  place as (select id, name, dense_rank() over (order by name, id)::float8 as rank from room),
  found as (
    select campaign.id, place.id as client_id, place.name as client_name, owner.id as owner_id, owner.name as owner_name,
      coalesce(late.overdue, 0) as overdue,
      case $6 when 'client' then place.rank when 'budget' then -campaign.budget_cents::float8
              when 'ends' then coalesce(extract(epoch from campaign.ends_at)::float8, 1e15)
              else -extract(epoch from campaign.changed_at)::float8 end as key
    from place join campaign on campaign.workspace_id = place.id left join late on late.id = campaign.id
    ${ownerOf({ subject: `'campaign'`, subjectId: 'campaign.id', campaignId: 'campaign.id', clientId: 'campaign.workspace_id' })}
    where ($7::uuid is null or place.id = $7) and campaign.name ilike $9
      and case $5 when 'all' then true when 'open' then campaign.state <> 'ended' when 'late' then campaign.state <> 'ended' and (
            late.id is not null or exists (select from campaign_alert alert where alert.campaign_id = campaign.id
              and alert.kind = 'flight-behind' and alert.read_at is null))
          else campaign.state = $5 end
      and case when $8::text is null then true when $8 = 'nobody' then owner.id is null else owner.id::text = $8 end),
  shown as (
    select * from found where $10::float8 is null or (key, id) > ($10, $11::uuid) order by key, id limit $12)
  select shown.id, shown.key, jsonb_build_object('id', client_id, 'name', client_name) as client,
    case when owner_id is not null then jsonb_build_object('id', owner_id, 'name', owner_name) end as owner,
    (select jsonb_build_object('brand', count(*) filter (where waits_for = 'brand'),
        'creator', count(*) filter (where waits_for = 'creator'), 'platform', count(*) filter (where waits_for = 'platform'),
        'overdue', shown.overdue)
       from cooperation_order where campaign_id = shown.id and ${open}) as orders,
    (select count(*)::integer from boost where campaign_id = shown.id and state = 'running') as "boostsRunning",
    (select count(*)::integer from boost where campaign_id = shown.id) as boosts,
    (select count(*)::integer from campaign_alert where campaign_id = shown.id and read_at is null) as unread
  from shown order by shown.key, shown.id`;
