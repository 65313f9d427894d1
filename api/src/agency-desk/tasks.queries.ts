import { Injectable } from '@nestjs/common';
import type { AgencyTask, AgencyTasksQuery, AgencyWorkload, Page } from '@poolrise/contracts';
import { agencyTaskKinds, dayInShanghai, slaDefaults, soonMs, urgencyOf } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { openRooms, refuseOthers } from '../agencies/client-rooms';
import { tasksCte } from './tasks-sql';

/** Days over which it is counted how the agency kept its word. */
const keptDays = [30, 90];
const defaults = JSON.stringify(slaDefaults);

interface Found {
  kind: AgencyTask['kind'];
  subject: AgencyTask['subject'];
  subject_id: string;
  client_id: string;
  client_name: string;
  campaign_id: string | null;
  campaign_name: string | null;
  name: string;
  creator_name: string | null;
  count: number;
  since: string;
  platform_due: string | null;
  due: string;
  owner_id: string | null;
  owner_name: string | null;
}

/** What waits for the agency across its clients' rooms, and who has how much of it. */
@Injectable()
export class TasksQueries {
  constructor(private readonly db: Db) {}

  /** The most urgent first. @throws Refused agency-only */
  async tasks(
    agencyId: string,
    person: CallingPerson,
    ask: AgencyTasksQuery,
    now = new Date(),
  ): Promise<Page<AgencyTask>> {
    refuseOthers(person);
    const after = decodeCursor(ask.cursor, cursorInstant, z.uuid(), z.literal('agency-tasks'));
    const until = { all: null, overdue: now, soon: new Date(now.getTime() + soonMs) }[ask.show];
    const rows = await this.db.asEngine((tx) =>
      tx.query<Found[]>(tasksSql, [
        agencyId,
        person.id,
        defaults,
        after?.[0] ?? null,
        after?.[1] ?? null,
        until,
        ask.client ?? null,
        ask.owner ?? null,
        ask.limit + 1,
      ]),
    );
    const page = pageFrom(
      rows,
      ask.limit,
      (row) => taskOf(row, now),
      ({ due, subject_id }) => [due, subject_id, 'agency-tasks'],
    );
    return { ...page, asOf: now.toISOString() };
  }

  /** @throws Refused agency-only */
  async workload(agencyId: string, person: CallingPerson, now = new Date()): Promise<AgencyWorkload> {
    refuseOthers(person);
    return this.db.asEngine(async (tx) => {
      const people = await tx.query<AgencyWorkload['people']>(peopleSql, [
        agencyId,
        person.id,
        defaults,
        now,
        new Date(now.getTime() + soonMs),
      ]);
      const sum = (of: 'open' | 'soon' | 'overdue') => people.reduce((all, one) => all + one[of], 0);
      return {
        people,
        total: { open: sum('open'), soon: sum('soon'), overdue: sum('overdue') },
        kept: await keptOf(tx, agencyId, person.id, now),
        hours: await hoursOn(tx, agencyId, dayInShanghai(now)),
        clients: await tx.query<AgencyWorkload['clients']>(clientsSql, [agencyId, person.id]),
        asOf: now.toISOString(),
      };
    });
  }
}

const tasksSql = `with ${tasksCte}
  select task.kind, subject, subject_id, client_id, client_name, campaign_id, campaign.name as campaign_name, task.name,
    creator.name as creator_name, count, ${isoInstant('since')} as since, ${isoInstant('platform_due')} as platform_due,
    ${isoInstant('due')} as due, owner_id, owner_name
  from task left join campaign on campaign.id = task.campaign_id left join creator on creator.id = task.creator_id
  where ($4::timestamptz is null or (task.due, subject_id) > ($4, $5::uuid)) and ($6::timestamptz is null or task.due <= $6)
    and ($7::uuid is null or client_id = $7)
    and case when $8::text is null then true when $8 = 'nobody' then owner_id is null else owner_id::text = $8 end
  order by task.due, subject_id limit $9`;

/** $4 now, $5 until when something is due soon. Whoever may work in a room that is open, with and without something to do. */
const peopleSql = `with ${tasksCte},
  load as (
    select owner_id, count(*)::integer as open, (count(*) filter (where due > $4 and due <= $5))::integer as soon,
           (count(*) filter (where due <= $4))::integer as overdue
      from task group by owner_id),
  campaigns as (
    select given.person_id, count(*)::integer as campaigns
      from agency_assignment given join room on room.id = given.client_id
      join member on member.workspace_id = room.id and member.person_id = given.person_id and member.role <> 'client_viewer'
      join campaign on campaign.id = given.subject_id and campaign.state <> 'ended'
     where given.workspace_id = $1 and given.subject = 'campaign' group by 1),
  desk as (
    select distinct person.id, person.name from room join member on member.workspace_id = room.id and member.role <> 'client_viewer'
      join person on person.id = member.person_id
    union all select null, null)
  select case when desk.id is not null then jsonb_build_object('id', desk.id, 'name', desk.name) end as person,
    coalesce(campaigns.campaigns, 0) as campaigns, coalesce(load.open, 0) as open, coalesce(load.soon, 0) as soon,
    coalesce(load.overdue, 0) as overdue
  from desk left join load on load.owner_id is not distinct from desk.id left join campaigns on campaigns.person_id = desk.id
  order by overdue desc, open desc, desk.name nulls last`;

const clientsSql = `
  with room as (${openRooms})
  select room.id, room.name,
    (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name) order by person.name, person.id), '[]')
       from member join person on person.id = member.person_id
      where member.workspace_id = room.id and member.role <> 'client_viewer') as people
  from room order by room.name, room.id`;

/**
 * Drafts and outlines whose wait ended within some days: answered by the brand's side within the hours that the agency had set by
 * then, or not. $1 agency, $2 person, $3 hours by default, $4 from when, $5 until.
 */
const keptSql = `
  with room as (${openRooms}),
  step as (
    select step.order_id, step.at, step.state, lead(step.at) over in_order as ended_at, lead(step.actor) over in_order as ended_by
      from room join cooperation_order o on o.workspace_id = room.id and o.changed_at >= $4
      join order_step step on step.order_id = o.id
    window in_order as (partition by step.order_id order by step.number)),
  wait as (
    select ended_at, ended_by = 'brand' and ended_at <= step.at + hours.hours * interval '1 hour' as in_time
      from step cross join lateral (
        select coalesce((select hours from agency_hours set where set.workspace_id = $1 and set.kind = 'review'
                           and set.from_day <= (step.at at time zone 'Asia/Shanghai')::date
                         order by set.from_day desc limit 1), ($3::jsonb ->> 'review')::integer) as hours) hours
     where step.state in ('brand-review', 'outline-review') and ended_at >= $4 and ended_at <= $5)
  select count(*)::integer as of, (count(*) filter (where in_time))::integer as "inTime" from wait`;

async function keptOf(
  tx: EntityManager,
  agencyId: string,
  personId: string,
  now: Date,
): Promise<AgencyWorkload['kept']> {
  const kept: AgencyWorkload['kept'] = [];
  for (const days of keptDays) {
    const from = new Date(now.getTime() - days * 86_400_000);
    const [row] = await tx.query<{ of: number; inTime: number }[]>(keptSql, [
      agencyId,
      personId,
      defaults,
      from,
      now,
    ]);
    const { of, inTime } = row ?? { of: 0, inTime: 0 };
    kept.push({ days, of, inTime, share: of > 0 ? inTime / of : null });
  }
  return kept;
}

/** Hours in force on a day, those that were never set among them. */
async function hoursOn(tx: EntityManager, agencyId: string, day: string): Promise<AgencyWorkload['hours']> {
  const rows = await tx.query<AgencyWorkload['hours']>(
    `select distinct on (kind) kind, hours, from_day::text as "fromDay" from agency_hours
      where workspace_id = $1 and from_day <= $2 order by kind, from_day desc`,
    [agencyId, day],
  );
  return agencyTaskKinds.map(
    (kind) => rows.find((row) => row.kind === kind) ?? { kind, hours: slaDefaults[kind], fromDay: null },
  );
}

const taskOf = (row: Found, now: Date): AgencyTask => ({
  kind: row.kind,
  subject: row.subject,
  subjectId: row.subject_id,
  client: { id: row.client_id, name: row.client_name },
  campaign: row.campaign_id === null ? null : { id: row.campaign_id, name: row.campaign_name ?? '' },
  name: row.name,
  creatorName: row.creator_name,
  count: row.count,
  since: row.since,
  dueAt: row.due,
  platformDueAt: row.platform_due,
  urgency: urgencyOf(Date.parse(row.due), now.getTime()),
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
});
