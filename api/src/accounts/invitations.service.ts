import { Injectable } from '@nestjs/common';
import {
  type InvitationView,
  type InviteMember,
  type MembershipView,
  rolesToGive,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { constraintOf, Db } from '../db/db';
import { Refused } from '../http/refused';
import { audit } from './audit';
import { Invitation } from './invitation.entity';
import { Member } from './member.entity';
import { Passwords } from './passwords';
import { Person } from './person.entity';
import { personUnder } from './sessions.queries';
import { Workspace } from './workspace.entity';

/**
 * How people come into a workspace: asked by an owner, they join when they accept, or, having no account yet, when they
 * first sign in (newcomers.ts). Until then an owner cannot tell the two apart, and learns nothing about the person.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
  ) {}

  /** Asks a person to join. @throws Refused email-taken (a member, or asked already), role-not-here */
  async invite(workspaceId: string, ownerId: string, ask: InviteMember): Promise<InvitationView> {
    // Hashed for everybody: the time it takes must not tell who has an account.
    const passwordHash = await this.passwords.hash(ask.password);
    return this.db
      .inWorkspace(workspaceId, async (tx) => {
        const { kind } = await tx.findOneByOrFail(Workspace, { id: workspaceId });
        if (!rolesToGive(kind).includes(ask.role)) throw new Refused('role-not-here', { field: '/role' });
        if (await isMember(tx, ask.email)) throw new Refused('email-taken', { field: '/email' });

        const invitedAt = new Date();
        const { email, name, role } = ask;
        const written = { workspaceId, email, name, role, passwordHash, invitedBy: ownerId, invitedAt };
        const { identifiers } = await tx.insert(Invitation, written);
        const id = identifiers[0]?.['id'] as string;
        await audit(tx, {
          workspaceId,
          personId: ownerId,
          action: 'member.invited',
          subjectId: id,
          detail: { email, role },
        });
        return { id, name, email, role, invitedAt: invitedAt.toISOString() };
      })
      .catch((error: unknown) => {
        if (constraintOf(error) === 'one_invitation_per_email')
          throw new Refused('email-taken', { field: '/email' });
        throw error;
      });
  }

  /** Takes an invitation back. @throws Refused not-found, also when it was answered in the meantime */
  async withdraw(workspaceId: string, ownerId: string, invitationId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const { affected } = await tx.delete(Invitation, { id: invitationId });
      if (!affected) throw new Refused('not-found', { field: 'path.invitationId' });
      const event = { workspaceId, personId: ownerId, subjectId: invitationId };
      await audit(tx, { ...event, action: 'invitation.withdrawn' });
    });
  }

  /** Joins the workspace. Whoever is a member already stays what they are. @throws Refused not-found */
  accept(sessionHash: Buffer | null, invitationId: string): Promise<MembershipView> {
    return this.db.asEngine(async (tx) => {
      const { personId, workspaceId, role } = await take(tx, sessionHash, invitationId);
      await join(tx, { workspaceId, personId, role });
      const workspace = await tx.findOneByOrFail(Workspace, { id: workspaceId });
      const member = await tx.findOneByOrFail(Member, { workspaceId, personId });
      return { workspaceId, workspaceName: workspace.name, workspaceKind: workspace.kind, role: member.role };
    });
  }

  /** Turns an invitation down; the workspace may ask again. @throws Refused not-found */
  async decline(sessionHash: Buffer | null, invitationId: string): Promise<void> {
    await this.db.asEngine(async (tx) => {
      const { personId, workspaceId } = await take(tx, sessionHash, invitationId);
      const event = { workspaceId, personId, subjectId: invitationId };
      await audit(tx, { ...event, action: 'invitation.declined' });
    });
  }
}

/** Makes a person a member, with the line in the trail. */
export async function join(tx: EntityManager, as: Pick<Member, 'workspaceId' | 'personId' | 'role'>) {
  await tx.createQueryBuilder().insert().into(Member).values(as).orIgnore().execute();
  const { workspaceId, personId, role } = as;
  await audit(tx, { workspaceId, personId, action: 'member.joined', subjectId: personId, detail: { role } });
}

/** Asked inside the walls, where only those who share the workspace are seen. */
async function isMember(tx: EntityManager, email: string): Promise<boolean> {
  return (await tx.query<object[]>('select from person where email = $1', [email])).length > 0;
}

/** Takes the invitation of whoever is signed in: of two answers at the same moment one finds it. */
async function take(tx: EntityManager, sessionHash: Buffer | null, invitationId: string) {
  const personId = await personUnder(tx, sessionHash);
  if (!personId) throw new Refused('not-signed-in');
  const { email } = await tx.findOneByOrFail(Person, { id: personId });
  const [rows] = await tx.query<[Pick<Invitation, 'workspaceId' | 'role'>[], number]>(
    'delete from invitation where id = $1 and email = $2 returning workspace_id as "workspaceId", role',
    [invitationId, email],
  );
  const [invitation] = rows;
  if (!invitation) throw new Refused('not-found', { field: 'path.invitationId' });
  return { personId, ...invitation };
}
