import { Injectable } from '@nestjs/common';
import type { KeyScope, Role, WorkspaceKind } from '@poolrise/contracts';
import { timingSafeEqual } from 'node:crypto';
import type { Caller } from '../http/caller';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { readKey } from './key-token';
import { idleDays } from './session-cookie';

/** A verified key is believed this long, so a revoked one is refused within a second, by every process. */
const believedMs = 1_000;
/** Bounds the memory that strangers with many keys can fill. */
const believedMax = 5_000;

interface Believed {
  caller: Promise<Caller>;
  until: number;
}

/** Finds out who is asking. The hot addresses ask here as well, without the guard. */
@Injectable()
export class AccessService {
  private readonly believed = new Map<string, Believed>();

  constructor(private readonly db: Db) {}

  /**
   * The application behind an Authorization header "Bearer pr_live_…". From memory for a second, then a map look-up.
   *
   * @param scope what the key must allow
   * @throws Refused not-signed-in without a header, key-invalid, key-scope-missing
   */
  async keyFor(authorization: string | undefined, scope?: KeyScope): Promise<Caller> {
    if (!authorization) throw new Refused('not-signed-in', { field: 'header.authorization' });
    const now = performance.now();
    let entry = this.believed.get(authorization);
    if (!entry || entry.until <= now) entry = this.believe(authorization, now);
    const caller = await entry.caller;
    if (scope && !caller.key?.scopes.includes(scope))
      throw new Refused('key-scope-missing', { detail: `This address needs a key with the scope ${scope}.` });
    return caller;
  }

  /**
   * The signed-in person behind a session, in the workspace asked for or in the only one there is. Never from memory:
   * a sign-out, or a role taken away, holds from the next request on.
   *
   * @throws Refused not-signed-in, workspace-required, workspace-foreign
   */
  async personFor(sessionHash: Buffer | null, workspaceId: string | undefined): Promise<Caller> {
    const rows = sessionHash ? await this.membershipsOf(sessionHash, workspaceId) : [];
    const [first, second] = rows;
    if (!first) throw new Refused('not-signed-in');
    if (!first.workspace_id || !first.role || !first.kind)
      throw new Refused('workspace-foreign', { field: 'header.x-workspace' });
    if (second) throw new Refused('workspace-required', { field: 'header.x-workspace' });
    const person = { id: first.person_id, name: first.name, role: first.role, workspaceKind: first.kind };
    return { workspaceId: first.workspace_id, person, key: null, sessionHash };
  }

  /** Somebody signed in, speaking for no workspace. @throws Refused not-signed-in */
  async signedIn(sessionHash: Buffer | null): Promise<Caller> {
    const rows = sessionHash ? await this.membershipsOf(sessionHash, undefined) : [];
    if (rows.length === 0) throw new Refused('not-signed-in');
    return { workspaceId: '', person: null, key: null, sessionHash };
  }

  /** Whether an open stream may stay open: the session is alive and the person still a member. */
  async stillThere(caller: Caller): Promise<boolean> {
    if (!caller.sessionHash) return false;
    const [row] = await this.membershipsOf(caller.sessionHash, caller.workspaceId);
    return row?.role === caller.person?.role;
  }

  private believe(authorization: string, now: number): Believed {
    // Counted from before the look-up: an answer that travelled long is not believed longer.
    const entry = { caller: this.lookUp(authorization), until: now + believedMs };
    for (const [header, { until }] of this.believed) {
      if (until > now && this.believed.size < believedMax) break;
      this.believed.delete(header);
    }
    // Added at the end, so the map is in order of age and the loop above stops at the first that is still good.
    this.believed.delete(authorization);
    this.believed.set(authorization, entry);
    entry.caller.catch(
      () => this.believed.get(authorization) === entry && this.believed.delete(authorization),
    );
    return entry;
  }

  private async lookUp(authorization: string): Promise<Caller> {
    const key = authorization.startsWith('Bearer ') ? readKey(authorization.slice('Bearer '.length)) : null;
    if (!key) throw new Refused('key-invalid', { field: 'header.authorization' });
    return this.db.asEngine(async (tx) => {
      const [row] = await tx.query<
        { workspace_id: string; secret_hash: Buffer; scopes: KeyScope[]; stale: boolean }[]
      >(
        `select workspace_id, secret_hash, scopes,
                coalesce(last_used_at < now() - interval '1 minute', true) as stale
         from api_key where id = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
        [key.id],
      );
      if (!row || !timingSafeEqual(row.secret_hash, key.hash))
        throw new Refused('key-invalid', { field: 'header.authorization' });
      if (row.stale) await tx.query('update api_key set last_used_at = now() where id = $1', [key.id]);
      return {
        workspaceId: row.workspace_id,
        person: null,
        key: { id: key.id, scopes: row.scopes },
        sessionHash: null,
      };
    });
  }

  /** At most two: one more than is needed tells that there is a choice. No row: nobody is signed in. */
  private membershipsOf(sessionHash: Buffer, workspaceId: string | undefined): Promise<Membership[]> {
    return this.db.asEngine(async (tx) => {
      const rows = await tx.query<Membership[]>(
        `select session.person_id, person.name, member.workspace_id, member.role, workspace.kind,
                session.last_seen_at < now() - interval '1 minute' as stale
         from session
         join person on person.id = session.person_id
         left join member on member.person_id = person.id and ($2::uuid is null or member.workspace_id = $2)
         left join workspace on workspace.id = member.workspace_id
         where session.id_hash = $1 and session.expires_at > now()
           and session.last_seen_at > now() - $3::int * interval '1 day'
         limit 2`,
        [sessionHash, workspaceId ?? null, idleDays],
      );
      if (rows[0]?.stale)
        await tx.query('update session set last_seen_at = now() where id_hash = $1', [sessionHash]);
      return rows;
    });
  }
}

interface Membership {
  person_id: string;
  name: string;
  workspace_id: string | null;
  role: Role | null;
  kind: WorkspaceKind | null;
  stale: boolean;
}
