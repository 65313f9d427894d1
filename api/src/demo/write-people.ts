import { keyScopes, type DemoLogin } from '@poolrise/contracts';
import { accounts } from '@poolrise/domain';
import { demoPassword, workspaceOf, type Cast } from '@poolrise/scenario';
import { mintKey } from '../accounts/key-token';
import type { BulkWriter } from './bulk-writer';

const dayMs = 24 * 3_600_000;
/** A demo reader application may read the feed and report; it has no business publishing. */
const readerScopes = keyScopes.filter((scope) => scope !== 'notes:write');

/** Workspaces, their empty accounts and people. One password hash serves all: it is no secret. */
export async function writePeople(
  writer: BulkWriter,
  cast: Cast,
  passwordHash: string,
  at: { startsAt: number; now: number },
): Promise<void> {
  const created = at.startsAt - dayMs;
  await writer.insert('workspace', cast.workspaces, {
    id: ['uuid', ({ id }) => id],
    kind: ['text', ({ kind }) => kind],
    name: ['text', ({ name }) => name],
    agency_id: ['uuid', ({ agency }) => agency && workspaceOf(cast, agency).id],
    category: ['text', ({ category }) => category],
    brands: ['text[]', ({ brands }) => [...(brands ?? [])]],
    created_at: ['instant', () => created],
  });
  const accountsOpened = cast.workspaces.flatMap(({ id }) => accounts.map((name) => ({ id, name })));
  await writer.insert('ledger_account', accountsOpened, {
    workspace_id: ['uuid', ({ id }) => id],
    name: ['text', ({ name }) => name],
  });
  await writer.insert('person', cast.people, {
    id: ['uuid', ({ id }) => id],
    email: ['text', ({ email }) => email],
    name: ['text', ({ name }) => name],
    password_hash: ['text', () => passwordHash],
    created_at: ['instant', () => created],
  });
  const members = cast.people.flatMap(({ id, memberships }) =>
    memberships.map(({ workspace, role }) => ({
      personId: id,
      workspaceId: workspaceOf(cast, workspace).id,
      role,
    })),
  );
  await writer.insert('member', members, {
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    person_id: ['uuid', ({ personId }) => personId],
    role: ['text', ({ role }) => role],
    // Everybody was here yesterday evening, so today's notices are new.
    notices_seen_at: ['instant', () => at.now - dayMs / 2],
    joined_at: ['instant', () => created],
  });
}

/** Gives the readers of the demo a key of their own and returns it; only its hash is kept. */
export async function writeReaderKey(writer: BulkWriter, workspaceId: string): Promise<string> {
  const key = mintKey();
  await writer.send(
    `insert into api_key (id, workspace_id, name, prefix, secret_hash, scopes) values ($1, $2, $3, $4, $5, $6)`,
    [key.id, workspaceId, 'Demo readers', key.prefix, key.hash, readerScopes],
  );
  return key.token;
}

/** What the sign-in page of a demo offers. */
export function demoLoginsOf(cast: Cast): DemoLogin[] {
  return cast.people
    .filter(({ shown }) => shown)
    .map(({ name, email, memberships: [first] }) => {
      if (!first) throw new Error(`${email} is a member of nothing`);
      const workspace = workspaceOf(cast, first.workspace);
      return {
        name,
        email,
        password: demoPassword,
        role: first.role,
        workspaceName: workspace.name,
        workspaceKind: workspace.kind,
      };
    });
}
