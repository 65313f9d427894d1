import { Injectable } from '@nestjs/common';
import type { AddContact, AddCooperation, ChangeContact, ContactView } from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { constraintOf, Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { openRooms, refuseOthers } from './client-rooms';
import { contactView } from './contacts.queries';

/** The resource pool: what creators ask of the agency, and what was done with them. Written in the agency's own workspace. */
@Injectable()
export class ContactsService {
  constructor(private readonly db: Db) {}

  /** @throws Refused agency-only, contact-exists, not-of-agency, not-found for a creator who is not in the directory */
  async add(agencyId: string, person: CallingPerson, ask: AddContact): Promise<ContactView> {
    refuseOthers(person);
    const contactId = await this.db
      .inWorkspace(agencyId, async (tx) => {
        await refuseStranger(tx, ask.ownerId);
        const [row] = await tx.query<{ id: string }[]>(
          `insert into creator_contact (workspace_id, creator_id, image_cents, video_cents, rebate_basis_points, state, owner_id, note,
             valid_from, valid_to, changed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now()) returning id`,
          [agencyId, ask.creatorId, ...termsOf(ask)],
        );
        const id = row?.id ?? '';
        await changed(tx, agencyId, person.id, id, { state: ask.state });
        return id;
      })
      .catch((error: unknown) => {
        const broken = constraintOf(error);
        if (broken === 'one_contact_per_creator')
          throw new Refused('contact-exists', { field: '/creatorId' });
        if (broken === 'creator_contact_creator_fk') throw new Refused('not-found', { field: '/creatorId' });
        throw error;
      });
    return this.viewed(agencyId, person, contactId);
  }

  /** @throws Refused agency-only, not-found, not-of-agency */
  async change(
    agencyId: string,
    person: CallingPerson,
    contactId: string,
    ask: ChangeContact,
  ): Promise<ContactView> {
    refuseOthers(person);
    await this.db.inWorkspace(agencyId, async (tx) => {
      await refuseStranger(tx, ask.ownerId);
      const [rows] = await tx.query<[object[], number]>(
        `update creator_contact set image_cents = $2, video_cents = $3, rebate_basis_points = $4, state = $5, owner_id = $6,
           note = $7, valid_from = $8, valid_to = $9, changed_at = now() where id = $1 returning 1`,
        [contactId, ...termsOf(ask)],
      );
      if (rows.length === 0) throw new Refused('not-found', { field: 'path.contactId' });
      await changed(tx, agencyId, person.id, contactId, { state: ask.state });
    });
    return this.viewed(agencyId, person, contactId);
  }

  /** @throws Refused agency-only, not-found */
  async remove(agencyId: string, person: CallingPerson, contactId: string): Promise<void> {
    refuseOthers(person);
    await this.db.inWorkspace(agencyId, async (tx) => {
      const [rows] = await tx.query<[{ creator: string }[], number]>(
        'delete from creator_contact where id = $1 returning creator_id as creator',
        [contactId],
      );
      const [gone] = rows;
      if (!gone) throw new Refused('not-found', { field: 'path.contactId' });
      const event = { workspaceId: agencyId, personId: person.id, subjectId: contactId, detail: { ...gone } };
      await audit(tx, { ...event, action: 'contact.removed' });
      await announce(tx, agencyId, 'clients');
    });
  }

  /** @throws Refused agency-only, invalid-input for a day ahead, not-found, also for a client whose room is not open to the person */
  async addCooperation(
    agencyId: string,
    person: CallingPerson,
    contactId: string,
    ask: AddCooperation,
    now = new Date(),
  ): Promise<ContactView> {
    refuseOthers(person);
    refuseAhead(ask.day, dayInShanghai(now));
    if (ask.clientId) await this.refuseClosedRoom(agencyId, person.id, ask.clientId);
    await this.db.inWorkspace(agencyId, async (tx) => {
      await touch(tx, contactId);
      await tx.query(
        `insert into creator_cooperation (workspace_id, contact_id, day, client_id, client_name, price_cents, result, written_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          agencyId,
          contactId,
          ask.day,
          ask.clientId ?? null,
          ask.clientName ?? null,
          ask.priceCents,
          ask.result,
          person.id,
        ],
      );
      await changed(tx, agencyId, person.id, contactId, { cooperation: ask.day });
    });
    return this.viewed(agencyId, person, contactId);
  }

  /** @throws Refused agency-only, not-found, also for one that is hidden from the person */
  async removeCooperation(
    agencyId: string,
    person: CallingPerson,
    contactId: string,
    cooperationId: string,
  ): Promise<void> {
    refuseOthers(person);
    const { history } = await this.viewed(agencyId, person, contactId);
    if (!history.some(({ id }) => id === cooperationId))
      throw new Refused('not-found', { field: 'path.cooperationId' });
    await this.db.inWorkspace(agencyId, async (tx) => {
      await touch(tx, contactId);
      await tx.query('delete from creator_cooperation where id = $1 and contact_id = $2', [
        cooperationId,
        contactId,
      ]);
      await changed(tx, agencyId, person.id, contactId, { struckOut: cooperationId });
    });
  }

  private viewed(agencyId: string, person: CallingPerson, contactId: string): Promise<ContactView> {
    return this.db.asEngine((tx) => contactView(tx, agencyId, person.id, contactId));
  }

  private async refuseClosedRoom(agencyId: string, personId: string, clientId: string): Promise<void> {
    const rows = await this.db.asEngine((tx) =>
      tx.query<object[]>(`${openRooms} and room.id = $3`, [agencyId, personId, clientId]),
    );
    if (rows.length === 0) throw new Refused('not-found', { field: '/clientId' });
  }
}

const termsOf = (ask: ChangeContact) => [
  ask.imageCents,
  ask.videoCents,
  ask.rebateBasisPoints,
  ask.state,
  ask.ownerId,
  ask.note,
  ask.validFrom,
  ask.validTo,
];

/** What was done together lies behind. */
function refuseAhead(day: string, today: string): void {
  if (day > today)
    throw new Refused('invalid-input', {
      field: '/day',
      detail: `${day} lies ahead, and today is ${today}: a cooperation is written down once it was.`,
    });
}

/** Whoever speaks with a creator for the agency is one of its people. Inside the walls only those are seen. */
async function refuseStranger(tx: EntityManager, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const rows = await tx.query<object[]>('select from member where person_id = $1', [ownerId]);
  if (rows.length === 0) throw new Refused('not-of-agency', { field: '/ownerId' });
}

async function touch(tx: EntityManager, contactId: string): Promise<void> {
  const [rows] = await tx.query<[object[], number]>(
    'update creator_contact set changed_at = now() where id = $1 returning 1',
    [contactId],
  );
  if (rows.length === 0) throw new Refused('not-found', { field: 'path.contactId' });
}

async function changed(
  tx: EntityManager,
  workspaceId: string,
  personId: string,
  subjectId: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await audit(tx, { workspaceId, personId, action: 'contact.changed', subjectId, detail });
  await announce(tx, workspaceId, 'clients');
}
