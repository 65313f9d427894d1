import { Injectable } from '@nestjs/common';
import type {
  ContactRow,
  ContactsQuery,
  ContactView,
  CooperationView,
  CreatorTerms,
  Page,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { creatorRows, tierSchemeOf } from '../creators/creator-rows';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { agencyOf, agencyOrNone, openRooms } from './client-rooms';

const historyMax = 200;

/** What a creator asks of the agency. */
export type OwnRates = NonNullable<CreatorTerms['items'][number]['own']>;
type Terms = Omit<ContactRow, 'creator'> & { creatorId: string };

/** Screens of the resource pool, from the agency's workspace or from a client's room. */
@Injectable()
export class ContactsQueries {
  constructor(private readonly db: Db) {}

  /** @throws Refused agency-only, also for people of a client who are none of the agency's */
  async page(workspaceId: string, personId: string, ask: ContactsQuery): Promise<Page<ContactRow>> {
    const [, changedAt, id] = decodeCursor(ask.cursor, z.literal('contacts'), cursorInstant, z.uuid()) ?? [];
    return this.db.asEngine(async (tx) => {
      const agencyId = await agencyOf(tx, workspaceId, personId);
      const rows = await tx.query<Terms[]>(
        `${termsSql} where contact.workspace_id = $1 and ($3::text is null or contact.state = $3)
           and ($4::text is null or exists (select from creator where creator.id = contact.creator_id
             and (creator.name ilike $4 or creator.red_id like $4)))
           and ($5::timestamptz is null or (contact.changed_at, contact.id) < ($5, $6::uuid))
         order by contact.changed_at desc, contact.id desc limit $7`,
        [agencyId, personId, ask.state ?? null, partOf(ask.q), changedAt ?? null, id ?? null, ask.limit + 1],
      );
      const page = pageFrom(
        rows,
        ask.limit,
        (row) => row,
        (row) => ['contacts', row.changedAt, row.id],
      );
      return { ...page, items: await withCreators(tx, agencyId, page.items) };
    });
  }

  /** The agency's own rates of creators, for its people; nothing where there is no pool that this person may see. */
  ratesOf(
    workspaceId: string,
    personId: string,
    creatorIds: readonly string[],
  ): Promise<Map<string, OwnRates>> {
    return this.db.asEngine(async (tx) => {
      const agencyId = await agencyOrNone(tx, workspaceId, personId);
      if (agencyId === null) return new Map<string, OwnRates>();
      const rows = await tx.query<(OwnRates & { creatorId: string })[]>(
        `select creator_id as "creatorId", image_cents::float8 as "imageCents", video_cents::float8 as "videoCents",
           rebate_basis_points as "rebateBasisPoints", state
         from creator_contact where workspace_id = $1 and creator_id = any($2::uuid[])`,
        [agencyId, creatorIds],
      );
      return new Map(rows.map(({ creatorId, ...rates }) => [creatorId, rates]));
    });
  }

  /** @throws Refused agency-only, not-found */
  one(workspaceId: string, personId: string, contactId: string): Promise<ContactView> {
    return this.db.asEngine(async (tx) =>
      contactView(tx, await agencyOf(tx, workspaceId, personId), personId, contactId),
    );
  }
}

/** One entry with its history as this person may see it. As the engine: the history names rooms. @throws Refused not-found */
export async function contactView(
  tx: EntityManager,
  agencyId: string,
  personId: string,
  contactId: string,
): Promise<ContactView> {
  const terms = await tx.query<Terms[]>(`${termsSql} where contact.workspace_id = $1 and contact.id = $3`, [
    agencyId,
    personId,
    contactId,
  ]);
  const [row] = await withCreators(tx, agencyId, terms);
  if (!row) throw new Refused('not-found', { field: 'path.contactId' });
  const history = await tx.query<CooperationView[]>(
    `with room as (${openRooms})
     select cooperation.id, day::text, coalesce(client_name, room.name) as "clientName", price_cents::float8 as "priceCents", result
     from creator_cooperation cooperation left join room on room.id = cooperation.client_id
     where cooperation.workspace_id = $1 and contact_id = $3 and ${seen} order by day desc, cooperation.id limit $4`,
    [agencyId, personId, contactId, historyMax],
  );
  return { ...row, history };
}

/** Of cooperations for clients, those alone whose room is open to the person. */
const seen = '(cooperation.client_id is null or room.id is not null)';

/** $1 agency, $2 person. */
const termsSql = `
  with room as (${openRooms})
  select contact.id, contact.creator_id as "creatorId", contact.image_cents::float8 as "imageCents",
    contact.video_cents::float8 as "videoCents", contact.rebate_basis_points as "rebateBasisPoints",
    contact.valid_from::text as "validFrom", contact.valid_to::text as "validTo", contact.state,
    case when owner.id is not null then jsonb_build_object('id', owner.id, 'name', owner.name) end as owner, contact.note,
    ${isoInstant('contact.changed_at')} as "changedAt",
    (select count(*)::int from creator_cooperation cooperation left join room on room.id = cooperation.client_id
     where cooperation.contact_id = contact.id and ${seen}) as cooperations
  from creator_contact contact left join person owner on owner.id = contact.owner_id`;

async function withCreators(
  tx: EntityManager,
  agencyId: string,
  rows: readonly Terms[],
): Promise<ContactRow[]> {
  const ids = rows.map(({ creatorId }) => creatorId);
  const creators = new Map(
    (await creatorRows(tx, await tierSchemeOf(tx, agencyId), ids)).map((row) => [row.id, row]),
  );
  return rows.flatMap(({ creatorId, ...row }) => {
    const creator = creators.get(creatorId);
    return creator ? [{ ...row, creator }] : [];
  });
}

const partOf = (text: string | undefined): string | null =>
  text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
