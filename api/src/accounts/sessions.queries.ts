import type { MembershipView, SessionView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { receivedInvitations } from './invitations.queries';
import { idleDays } from './session-cookie';

/** More workspaces than a switcher can show; an agency with more will want a search first. */
const membershipsMax = 500;

/** Id of the person signed in under a session that has neither ended nor been idle for too long. */
export async function personUnder(tx: EntityManager, sessionHash: Buffer | null): Promise<string | null> {
  if (!sessionHash) return null;
  const [row] = await tx.query<{ person_id: string }[]>(
    `select person_id from session
     where id_hash = $1 and expires_at > now() and last_seen_at > now() - $2::int * interval '1 day'`,
    [sessionHash, idleDays],
  );
  return row?.person_id ?? null;
}

/** What the console asks first: is anything set up, who is there, which workspaces are theirs or want them. As the engine. */
export async function sessionView(tx: EntityManager, personId: string | null): Promise<SessionView> {
  const [row] = await tx.query<SessionView[]>(
    `select exists (select from person) as "setUp",
            coalesce((select demo from installation), false) as demo,
            (select json_build_object('id', id, 'name', name, 'email', email) from person where id = $1) as person`,
    [personId],
  );
  if (!row) throw new Error('a select without from has one row');
  return {
    ...row,
    memberships: await membershipsOf(tx, personId),
    invitations: await receivedInvitations(tx, personId),
  };
}

async function membershipsOf(tx: EntityManager, personId: string | null): Promise<MembershipView[]> {
  const rows = await tx.query<(MembershipView & { agencyId: string | null })[]>(
    `select workspace.id as "workspaceId", workspace.name as "workspaceName", workspace.kind as "workspaceKind", member.role,
            agency.id as "agencyId", agency.name as "agencyName"
     from member join workspace on workspace.id = member.workspace_id
     left join workspace agency on agency.id = workspace.agency_id
     where member.person_id = $1
     order by member.joined_at, workspace.id limit $2`,
    [personId, membershipsMax],
  );
  return rows.map(({ agencyId, agencyName, ...row }) =>
    agencyId && agencyName ? { ...row, agencyId, agencyName } : row,
  );
}
