import { openRooms } from '../agencies/client-rooms';

/** Who looks after a subject, or after the campaign it belongs to; only somebody who may still work in the room. */
export const ownerOf = (at: { subject: string; subjectId: string; campaignId: string; clientId: string }) => `
  left join lateral (
    select person.id, person.name from agency_assignment given
      join member on member.workspace_id = ${at.clientId} and member.person_id = given.person_id and member.role <> 'client_viewer'
      join person on person.id = given.person_id
     where given.workspace_id = $1 and (given.subject = ${at.subject} and given.subject_id = ${at.subjectId}
        or given.subject = 'campaign' and given.subject_id = ${at.campaignId})
     order by given.subject = 'campaign' limit 1) owner on true`;

/**
 * SQL of what waits for the agency in the rooms that are open: $1 agency, $2 person, $3 hours by default as JSON. Each source by
 * its own index: orders and top-ups by the one of those that wait, recruitments by that of the brand.
 */
export const tasksCte = `
  room as materialized (${openRooms}),
  waiting as (
    select case when o.state in ('brand-review', 'outline-review') then 'review' when o.state = 'sample-due' then 'sample'
                when o.state = 'published' then 'removal-request' else 'counter-offer' end as kind,
           'order' as subject, o.id as subject_id, room.id as client_id, room.name as client_name, o.campaign_id, o.name, o.creator_id,
           1 as count, o.due_at as platform_due,
           case when o.state = 'published' then to_timestamp((o.request ->> 'askedAt')::float8 / 1000) else o.since end as since
      from room join cooperation_order o on o.workspace_id = room.id and o.waits_for = 'brand'
    union all
    select 'applications', 'recruitment', r.id, room.id, room.name, null, r.name, null, count(*)::integer, r.select_until, min(a.applied_at)
      from room join recruitment r on r.workspace_id = room.id and r.state <> 'closed'
      join recruitment_application a on a.recruitment_id = r.id and a.state in ('applied', 'shortlisted')
     group by r.id, room.id, room.name
    union all
    select 'top-up', 'top-up', u.id, room.id, room.name, null, u.reference, null, 1, null, u.asked_at
      from room join top_up u on u.workspace_id = room.id and u.state = 'waiting'),
  task as materialized (
    select waiting.*, owner.id as owner_id, owner.name as owner_name,
           least(waiting.platform_due, waiting.since + hours.hours * interval '1 hour') as due
      from waiting ${ownerOf({
        subject: 'waiting.subject',
        subjectId: 'waiting.subject_id',
        campaignId: 'waiting.campaign_id',
        clientId: 'waiting.client_id',
      })}
      cross join lateral (
        select coalesce((select hours from agency_hours set where set.workspace_id = $1 and set.kind = waiting.kind
                           and set.from_day <= (waiting.since at time zone 'Asia/Shanghai')::date
                         order by set.from_day desc limit 1), ($3::jsonb ->> waiting.kind)::integer) as hours) hours)`;
