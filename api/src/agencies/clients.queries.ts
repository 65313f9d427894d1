import { Injectable } from '@nestjs/common';
import type { ClientConflicts, ClientList, ClientMembers, ClientRow } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { openRooms } from './client-rooms';

/** More people than a room's list can show. */
const membersMax = 300;
/** The most telling conflicts; whoever has more needs another way of working, not a longer list. */
const conflictsMax = 100;

/** Screens of an agency about its clients. They look across rooms, and into those alone that are open to the person. */
@Injectable()
export class ClientsQueries {
  constructor(private readonly db: Db) {}

  /** @throws Refused agency-only */
  list(agencyId: string, person: CallingPerson, now = new Date()): Promise<ClientList> {
    if (person.workspaceKind !== 'agency') throw new Refused('agency-only');
    const seesAll = person.role === 'owner';
    return this.db.asEngine(async (tx) => ({
      items: await clientRows(tx, { agencyId, personId: person.id, seesAll, clientId: null }),
      asOf: now.toISOString(),
    }));
  }

  /** The same creator for two clients of one category, the latest first. @throws Refused agency-only */
  conflicts(agencyId: string, person: CallingPerson, days: number): Promise<ClientConflicts> {
    if (person.workspaceKind !== 'agency') throw new Refused('agency-only');
    return this.db.asEngine(async (tx) => ({
      days,
      items: await tx.query<ClientConflicts['items']>(conflictsSql, [
        agencyId,
        person.id,
        days,
        conflictsMax,
      ]),
    }));
  }
}

/** Rooms of an agency with what a person may know of them. As the engine. */
export async function clientRows(
  tx: EntityManager,
  about: { agencyId: string; personId: string; seesAll: boolean; clientId: string | null },
): Promise<ClientRow[]> {
  return tx.query<ClientRow[]>(
    `select room.id, room.name, room.category, room.brands, ${isoInstant('room.created_at')} as "foundedAt", own.role,
       case when own.role is not null and own.role <> 'client_viewer' then jsonb_build_object(
         'members', (select count(*) from member where workspace_id = room.id and role <> 'client_viewer'),
         'viewers', (select count(*) from member where workspace_id = room.id and role = 'client_viewer'),
         'proposals', (select count(*) from proposal where workspace_id = room.id and archived_at is null),
         'unanswered', answers.unanswered, 'toReplace', answers.to_replace,
         'lastAnswerAt', (select ${isoInstant('max(at)')} from proposal
           join proposal_answer answer on answer.proposal_id = proposal.id where proposal.workspace_id = room.id)) end as inside
     from workspace room left join member own on own.workspace_id = room.id and own.person_id = $2,
     lateral (
       select count(*) filter (where verdict is null) as unanswered, count(*) filter (where verdict = 'replace') as to_replace
       from (${verdicts('room.id')}) said) answers
     where room.agency_id = $1 and (own.role is not null or $3::boolean) and ($4::uuid is null or room.id = $4)
     order by room.name, room.id`,
    [about.agencyId, about.personId, about.seesAll, about.clientId],
  );
}

/** Who is in a room, people of the agency first. As the engine. */
export async function clientMembers(
  tx: EntityManager,
  agencyId: string,
  clientId: string,
): Promise<ClientMembers> {
  const items = await tx.query<ClientMembers['items']>(
    `select person.id as "personId", person.name, member.role,
       exists (select from member colleague where colleague.workspace_id = $1 and colleague.person_id = person.id
         and colleague.role <> 'client_viewer') as "ofAgency"
     from member join person on person.id = member.person_id where member.workspace_id = $2
     order by "ofAgency" desc, member.joined_at, person.id limit $3`,
    [agencyId, clientId, membersMax],
  );
  return { items };
}

/** SQL: each place of what a room shares now, with the last verdict. `room` is ours, never input. */
const verdicts = (room: string): string => `
  select (select verdict from proposal_answer answer where answer.proposal_id = item.proposal_id and answer.version = item.version
            and answer.item_id = item.id and verdict is not null order by answer.at desc limit 1) as verdict
  from proposal join proposal_item item on item.proposal_id = proposal.id and item.version = proposal.shared_version
  where proposal.workspace_id = ${room} and proposal.archived_at is null`;

/**
 * $1 agency, $2 person, $3 days, $4 limit. A creator on a list counts, and one in the latest version of a proposal, unless the
 * client has rejected them or wants another; of a proposal that was put away, those alone whom the client approved. Both rooms have to be open to the person: whoever knows one client alone learns nothing of the
 * other, not even that there is one.
 */
const conflictsSql = `
  with room as (${openRooms} and room.category is not null),
  place as (
    select room.id as client_id, room.name as client_name, room.category, item.creator_id, proposal.id as subject_id,
      proposal.name as subject_name, item.snapshot ->> 'name' as creator_name, written.written_at as at,
      case when said.verdict = 'approve' then 'approved' when written.shared_at is not null then 'shared' else 'proposed' end as stage
    from room join proposal on proposal.workspace_id = room.id
    join proposal_version written on written.proposal_id = proposal.id and written.version = proposal.version
    join proposal_item item on item.proposal_id = proposal.id and item.version = proposal.version
    left join lateral (
      select verdict from proposal_answer answer where answer.proposal_id = item.proposal_id and answer.version = item.version
        and answer.item_id = item.id and verdict is not null order by answer.at desc limit 1) said on true
    where written.written_at > now() - $3::int * interval '1 day' and coalesce(said.verdict, 'approve') = 'approve'
      and (proposal.archived_at is null or said.verdict = 'approve')
    union all
    select room.id, room.name, room.category, entry.creator_id, list.id, list.name, creator.name, entry.added_at, 'shortlisted'
    from room join creator_list list on list.workspace_id = room.id
    join creator_list_entry entry on entry.list_id = list.id join creator on creator.id = entry.creator_id
    where entry.added_at > now() - $3::int * interval '1 day')
  select creator_id as "creatorId", max(creator_name) as "creatorName", category,
    jsonb_agg(jsonb_build_object('clientId', client_id, 'clientName', client_name, 'stage', stage, 'subjectId', subject_id,
      'subjectName', subject_name, 'at', ${isoInstant('at')}) order by at desc, subject_id) as places
  from place group by creator_id, category having count(distinct client_id) > 1
  order by max(at) desc, creator_id limit $4`;
