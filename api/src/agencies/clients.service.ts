import { Injectable } from '@nestjs/common';
import {
  type ClientMembers,
  type ClientRow,
  clientsMax,
  type FoundClient,
  type LetIntoClient,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { WorkspacesService } from '../accounts/workspaces.service';
import { constraintOf, Db } from '../db/db';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { lockAgency, lockClient } from './client-rooms';
import { clientMembers, clientRows } from './clients.queries';

/** An agency's clients and who of the agency is let into their rooms. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly db: Db,
    private readonly workspaces: WorkspacesService,
  ) {}

  /** Founds a room; the founder owns it, and nobody else is in. @throws Refused agency-only, client-exists, too-many-workspaces */
  found(agencyId: string, personId: string, ask: FoundClient): Promise<ClientRow> {
    return this.db
      .asEngine(async (tx) => {
        await lockAgency(tx, agencyId);
        const [rooms] = await tx.query<{ count: number }[]>(
          'select count(*)::int from workspace where agency_id = $1',
          [agencyId],
        );
        if ((rooms?.count ?? 0) >= clientsMax) throw new Refused('too-many-workspaces');
        const { id } = await this.workspaces.open(tx, personId, { ...ask, kind: 'client', agencyId });
        const event = {
          personId,
          action: 'client.founded',
          subjectId: id,
          detail: { name: ask.name },
        } as const;
        await audit(tx, { ...event, workspaceId: id });
        await audit(tx, { ...event, workspaceId: agencyId });
        await announce(tx, agencyId, 'clients');
        const [row] = await clientRows(tx, { agencyId, personId, seesAll: false, clientId: id });
        if (!row) throw new Error('a room was founded and is not there');
        return row;
      })
      .catch((error: unknown) => {
        if (constraintOf(error) === 'one_client_per_name')
          throw new Refused('client-exists', { field: '/name' });
        throw error;
      });
  }

  /** @throws Refused agency-only, not-found */
  members(agencyId: string, clientId: string): Promise<ClientMembers> {
    return this.db.asEngine(async (tx) => {
      await lockClient(tx, agencyId, clientId);
      return clientMembers(tx, agencyId, clientId);
    });
  }

  /**
   * Lets somebody of the agency in, or gives them another role there.
   * @throws Refused agency-only, not-found, not-of-agency, last-owner
   */
  letIn(agencyId: string, personId: string, clientId: string, ask: LetIntoClient): Promise<ClientMembers> {
    return this.db.asEngine(async (tx) => {
      await lockClient(tx, agencyId, clientId);
      const ofAgency = await tx.query<object[]>(
        `select from member where workspace_id = $1 and person_id = $2 and role <> 'client_viewer'`,
        [agencyId, ask.personId],
      );
      if (ofAgency.length === 0) throw new Refused('not-of-agency', { field: '/personId' });
      const before = await roleIn(tx, clientId, ask.personId);
      if (before !== ask.role) {
        if (before === 'owner') await refuseLastOwner(tx, clientId);
        await tx.query(
          `insert into member (workspace_id, person_id, role) values ($1, $2, $3)
           on conflict on constraint one_membership_per_person do update set role = excluded.role`,
          [clientId, ask.personId, ask.role],
        );
        await audit(tx, {
          workspaceId: clientId,
          personId,
          action: before ? 'member.role-changed' : 'member.joined',
          subjectId: ask.personId,
          detail: before ? { from: before, to: ask.role } : { role: ask.role },
        });
        await announce(tx, agencyId, 'clients');
      }
      return clientMembers(tx, agencyId, clientId);
    });
  }

  /** Takes somebody out of a room. @throws Refused agency-only, not-found, last-owner */
  async takeOut(agencyId: string, ownerId: string, clientId: string, personId: string): Promise<void> {
    await this.db.asEngine(async (tx) => {
      await lockClient(tx, agencyId, clientId);
      const role = await roleIn(tx, clientId, personId);
      if (!role) throw new Refused('not-found', { field: 'path.personId' });
      if (role === 'owner') await refuseLastOwner(tx, clientId);
      await tx.query('delete from member where workspace_id = $1 and person_id = $2', [clientId, personId]);
      const event = { workspaceId: clientId, personId: ownerId, subjectId: personId, detail: { role } };
      await audit(tx, { ...event, action: 'member.removed' });
      await announce(tx, agencyId, 'clients');
    });
  }
}

async function roleIn(tx: EntityManager, clientId: string, personId: string): Promise<string | null> {
  const [row] = await tx.query<{ role: string }[]>(
    'select role from member where workspace_id = $1 and person_id = $2',
    [clientId, personId],
  );
  return row?.role ?? null;
}

async function refuseLastOwner(tx: EntityManager, clientId: string): Promise<void> {
  const [row] = await tx.query<{ owners: number }[]>(
    `select count(*)::int as owners from member where workspace_id = $1 and role = 'owner'`,
    [clientId],
  );
  if ((row?.owners ?? 0) <= 1) throw new Refused('last-owner');
}
