import { Injectable } from '@nestjs/common';
import { type MemberView, type Role, rolesToGive, type WorkspaceKind } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { audit } from './audit';
import { Member } from './member.entity';
import { memberView } from './members.queries';
import { Workspace } from './workspace.entity';

/**
 * Who belongs to a workspace, and as what. The access guard reads the member's row with every request, so a change holds
 * from the next one on; an open live stream looks every few seconds (live/live.controller.ts) and ends.
 */
@Injectable()
export class MembersService {
  constructor(private readonly db: Db) {}

  /** Gives a member another role. @throws Refused not-found, role-not-here, last-owner */
  changeRole(workspaceId: string, ownerId: string, personId: string, role: Role): Promise<MemberView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const kind = await lockMembers(tx, workspaceId, ownerId);
      const member = await find(tx, workspaceId, personId);
      if (!rolesToGive(kind, member.role).includes(role))
        throw new Refused('role-not-here', { field: '/role' });
      if (member.role !== role) {
        if (role !== 'owner') await refuseLastOwner(tx, member);
        await tx.update(Member, { workspaceId, personId }, { role });
        const event = { workspaceId, personId: ownerId, subjectId: personId };
        await audit(tx, { ...event, action: 'member.role-changed', detail: { from: member.role, to: role } });
      }
      return memberView(tx, personId);
    });
  }

  /** Takes a person out of the workspace; what they did there stays. @throws Refused not-found, last-owner */
  async remove(workspaceId: string, ownerId: string, personId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await lockMembers(tx, workspaceId, ownerId);
      const member = await find(tx, workspaceId, personId);
      await refuseLastOwner(tx, member);
      await tx.delete(Member, { workspaceId, personId });
      const event = { workspaceId, personId: ownerId, subjectId: personId };
      await audit(tx, { ...event, action: 'member.removed', detail: { role: member.role } });
    });
  }
}

/**
 * The one lock of who belongs. Two owners who demote each other at the same moment queue here, and the second is no owner
 * any more when the turn comes. Without it each would still count the other and the workspace would be left with none.
 */
async function lockMembers(tx: EntityManager, workspaceId: string, ownerId: string): Promise<WorkspaceKind> {
  // "No key": notes and boosts that point at the workspace need not wait.
  const { kind } = await tx.findOneOrFail(Workspace, {
    where: { id: workspaceId },
    lock: { mode: 'for_no_key_update' },
  });
  if (!(await tx.existsBy(Member, { workspaceId, personId: ownerId, role: 'owner' })))
    throw new Refused('role-too-low');
  return kind;
}

async function find(tx: EntityManager, workspaceId: string, personId: string): Promise<Member> {
  const member = await tx.findOneBy(Member, { workspaceId, personId });
  if (!member) throw new Refused('not-found', { field: 'path.personId' });
  return member;
}

async function refuseLastOwner(tx: EntityManager, { workspaceId, role }: Member): Promise<void> {
  if (role === 'owner' && (await tx.countBy(Member, { workspaceId, role: 'owner' })) === 1)
    throw new Refused('last-owner', { field: 'path.personId' });
}
