import type { WorkspaceKind } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';

/**
 * What an agency may ask of rooms that are not its own workspace. All of it works across walls and therefore as the engine,
 * so every function names the agency, and the person where it matters who asks.
 */

/** What is the agency's own is not read or written from another room. @throws Refused agency-only */
export function refuseOthers({ workspaceKind }: CallingPerson): void {
  if (workspaceKind !== 'agency') throw new Refused('agency-only');
}

/** Locks the agency that a caller speaks for. @throws Refused agency-only */
export async function lockAgency(tx: EntityManager, workspaceId: string): Promise<void> {
  const [row] = await tx.query<{ kind: WorkspaceKind }[]>(
    'select kind from workspace where id = $1 for no key update',
    [workspaceId],
  );
  if (row?.kind !== 'agency') throw new Refused('agency-only');
}

/** Locks a client's room of this agency. @throws Refused agency-only, not-found */
export async function lockClient(tx: EntityManager, agencyId: string, clientId: string): Promise<void> {
  await lockAgency(tx, agencyId);
  const rows = await tx.query<object[]>(
    'select from workspace where id = $1 and agency_id = $2 for no key update',
    [clientId, agencyId],
  );
  if (rows.length === 0) throw new Refused('not-found', { field: 'path.clientId' });
}

/**
 * The agency whose resource pool a person may see from where they stand: their agency itself, or, from a client's room, the
 * agency of that room, when they are one of its people and not only of its client's.
 * @throws Refused agency-only
 */
export async function agencyOf(tx: EntityManager, workspaceId: string, personId: string): Promise<string> {
  const agencyId = await agencyOrNone(tx, workspaceId, personId);
  if (agencyId === null) throw new Refused('agency-only');
  return agencyId;
}

/** As `agencyOf`, or null where there is no pool that this person may see. */
export async function agencyOrNone(
  tx: EntityManager,
  workspaceId: string,
  personId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    `select agency.id from workspace here
     join workspace agency on agency.id = coalesce(here.agency_id, here.id) and agency.kind = 'agency'
     join member on member.workspace_id = agency.id and member.person_id = $2 and member.role <> 'client_viewer'
     where here.id = $1`,
    [workspaceId, personId],
  );
  return row?.id ?? null;
}

/** SQL: rooms of agency $1 whose content person $2 may see. */
export const openRooms = `
  select room.id, room.name, room.category from workspace room
  join member on member.workspace_id = room.id and member.person_id = $2 and member.role <> 'client_viewer'
  where room.agency_id = $1`;

/** A room of an agency whose content a person may see. @throws Refused not-found for any other */
export async function openRoom(
  tx: EntityManager,
  agencyId: string,
  personId: string,
  clientId: string,
  field = 'path.clientId',
): Promise<{ id: string; name: string }> {
  const [room] = await tx.query<{ id: string; name: string }[]>(`${openRooms} and room.id = $3`, [
    agencyId,
    personId,
    clientId,
  ]);
  if (!room) throw new Refused('not-found', { field });
  return room;
}
