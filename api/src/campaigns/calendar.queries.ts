import { Injectable } from '@nestjs/common';
import { type CampaignCalendar, calendarFault } from '@poolrise/contracts';
import { festivalsBetween, orderEnds, shanghaiOffsetMs } from '@poolrise/domain';
import { Db } from '../db/db';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';

/** More than these of one kind are not drawn on one calendar [P]. */
const most = 500;
const dayMs = 86_400_000;

// The end of a campaign finds it by its index; what lies before the first day is not read.
const flightsSql = `
  select campaign.id as "campaignId", campaign.name as "campaignName", campaign.state, flight ->> 'name' as name,
    ${isoInstant(`(flight ->> 'from')::timestamptz`)} as "from", ${isoInstant(`(flight ->> 'to')::timestamptz`)} as "to",
    (flight ->> 'budgetCents')::float8 as "budgetCents"
  from campaign cross join lateral jsonb_array_elements(campaign.flights) as flight
  where campaign.workspace_id = app_workspace() and campaign.ends_at > $1 and campaign.starts_at < $2
    and (flight ->> 'to')::timestamptz > $1 and (flight ->> 'from')::timestamptz < $2
  order by (flight ->> 'from')::timestamptz, campaign.id limit ${most + 1}`;

const draftDue = `to_timestamp((ordered.terms ->> 'draftDueAt')::float8 / 1000)`;
/** Until the first draft is in, its day is what counts; afterwards the moment at which silence answers. */
const duesSql = `
  select ordered.id as "orderId", ordered.name, creator.name as "creatorName", due.kind, ${isoInstant('due.at')} as at
  from cooperation_order ordered join creator on creator.id = ordered.creator_id
  cross join lateral (
    select 'draft' as kind, ${draftDue} as at where not ordered.drafted_once
    union all select 'answer', ordered.due_at where ordered.due_at is not null and ordered.waits_for is not null
  ) due
  where ordered.workspace_id = app_workspace() and ordered.state not in ('${orderEnds.join("', '")}')
    and due.at >= $1 and due.at < $2
  order by due.at, ordered.id limit ${most + 1}`;

/** The calendar of a workspace's campaigns. */
@Injectable()
export class CalendarQueries {
  constructor(private readonly db: Db) {}

  /** @throws Refused invalid-input */
  calendar(workspaceId: string, days: { from: string; to: string }): Promise<CampaignCalendar> {
    const fault = calendarFault(days);
    if (fault) throw new Refused('invalid-input', { field: 'query.to', detail: `query.to: ${fault}.` });
    const span = [
      new Date(Date.parse(`${days.from}T00:00:00Z`) - shanghaiOffsetMs),
      new Date(Date.parse(`${days.to}T00:00:00Z`) - shanghaiOffsetMs + dayMs),
    ];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const flights = await tx.query<CampaignCalendar['flights']>(flightsSql, span);
      const dues = await tx.query<CampaignCalendar['dues']>(duesSql, span);
      return {
        asOf: new Date().toISOString(),
        flights: flights.slice(0, most),
        dues: dues.slice(0, most),
        festivals: festivalsBetween(days.from, days.to).map((festival) => ({ ...festival })),
        more: flights.length > most || dues.length > most,
      };
    });
  }
}
