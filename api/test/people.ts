import type { KeyScope, Role, WorkspaceKind } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { ApiKey } from '../src/accounts/api-key.entity';
import { mintKey } from '../src/accounts/key-token';
import { Member } from '../src/accounts/member.entity';
import { Passwords } from '../src/accounts/passwords';
import { Person } from '../src/accounts/person.entity';
import { newSessionToken } from '../src/accounts/session-cookie';
import { Session } from '../src/accounts/session.entity';
import { Workspace } from '../src/accounts/workspace.entity';
import type { Db } from '../src/db/db';

export interface Someone {
  id: string;
  email: string;
  workspaceId: string;
}

/** What a signed-in browser sends along with every request to our own site. */
export type BrowserHeaders = Record<'cookie' | 'x-requested-with' | 'x-workspace', string>;

/** A workspace with nobody in it. */
export async function aWorkspace(db: Db, kind: WorkspaceKind = 'brand', name = '林家茶'): Promise<string> {
  return db.asEngine(async (tx) => (await tx.save(tx.create(Workspace, { kind, name }))).id);
}

/** A person who belongs to a workspace; without a password nobody can sign in as them. */
export async function aMember(
  db: Db,
  workspaceId: string,
  role: Role,
  about: { name?: string; email?: string; password?: string } = {},
): Promise<Someone> {
  const email = about.email ?? `${role}-${randomUUID()}@example.com`;
  const passwordHash = about.password ? await new Passwords().hash(about.password) : 'none';
  return db.asEngine(async (tx) => {
    const person = await tx.save(tx.create(Person, { email, name: about.name ?? 'Lin', passwordHash }));
    await tx.insert(Member, { workspaceId, personId: person.id, role });
    return { id: person.id, email, workspaceId };
  });
}

/** A brand and its owner. */
export async function aBrand(
  db: Db,
  about: { name?: string; email?: string; password?: string } = {},
): Promise<Someone> {
  return aMember(db, await aWorkspace(db, 'brand', about.name), 'owner', about);
}

/** The headers of a browser in which this person has signed in. */
export async function browserOf(db: Db, { id, workspaceId }: Someone): Promise<BrowserHeaders> {
  const { token, hash } = newSessionToken();
  await db.asEngine((tx) =>
    tx.insert(Session, { idHash: hash, personId: id, expiresAt: new Date(Date.now() + 3600_000) }),
  );
  return { cookie: `poolrise_session=${token}`, 'x-requested-with': 'poolrise', 'x-workspace': workspaceId };
}

/** An application with a key of these scopes. */
export async function anApplication(
  db: Db,
  workspaceId: string,
  scopes: KeyScope[],
  about: { expiresAt?: Date } = {},
): Promise<{ keyId: string; authorization: string }> {
  const { id, token, prefix, hash } = mintKey();
  await db.asEngine((tx) =>
    tx.insert(ApiKey, { id, workspaceId, name: 'Reader', prefix, secretHash: hash, scopes, ...about }),
  );
  return { keyId: id, authorization: `Bearer ${token}` };
}
