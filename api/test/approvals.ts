import type { ApprovalKind, Role } from '@poolrise/contracts';
import { ApprovableCommands } from '../src/approvals/approvable-commands';
import { ApprovalDoor } from '../src/approvals/approval-door';
import { ApprovalsQueries } from '../src/approvals/approvals.queries';
import { ApprovalsService } from '../src/approvals/approvals.service';
import { ApprovableBoost } from '../src/boosts/approvable-boost';
import { ApprovableCampaign } from '../src/campaigns/approvable-campaign';
import { ApprovableInvitation } from '../src/collaborations/approvable-invitation';
import type { Db } from '../src/db/db';
import type { Caller } from '../src/http/caller';
import { ApprovableRace } from '../src/races/approvable-race';
import { campaignsOn } from './campaigns';
import { moneyOn } from './money';
import { ordersOn } from './orders';
import { aMember } from './people';
import { racesOn } from './races';

/** Approvals on a database with every command that may wait, wired as the modules wire them. */
export function approvalsOn(db: Db) {
  const commands = new ApprovableCommands();
  const { boosts, notes } = moneyOn(db);
  const { campaigns } = campaignsOn(db);
  const { races } = racesOn(db);
  const { invitations } = ordersOn(db);
  new ApprovableBoost(commands, boosts, notes);
  new ApprovableCampaign(commands, campaigns);
  new ApprovableRace(commands, races);
  new ApprovableInvitation(commands, invitations);
  const door = new ApprovalDoor(db, commands);
  return {
    door,
    approvals: new ApprovalsService(db, commands),
    queries: new ApprovalsQueries(db),
    boosts,
    campaigns,
    races,
    invitations,
  };
}
export type Approvals = ReturnType<typeof approvalsOn>;

/** A member of a workspace, as the services see a caller. */
export async function aCallerIn(
  db: Db,
  workspaceId: string,
  role: Role = 'marketer',
  name = 'Mei',
): Promise<Caller> {
  const { id } = await aMember(db, workspaceId, role, { name });
  return { workspaceId, person: { id, name, role, workspaceKind: 'brand' }, key: null, sessionHash: null };
}

/** Above which amount acts of the workspace wait. */
export const waitAbove = (db: Db, workspaceId: string, cents: number | null): Promise<unknown> =>
  db.inWorkspace(workspaceId, (tx) =>
    tx.query(
      `insert into wallet_settings (workspace_id, approval_above_cents, commit_above_cents, changed_at) values ($1, null, $2, now())
       on conflict (workspace_id) do update set commit_above_cents = excluded.commit_above_cents`,
      [workspaceId, cents],
    ),
  );

/** Sends a command through the door and returns the id of what it waits for. */
export async function askedFor(
  { door }: Approvals,
  caller: Caller,
  kind: ApprovalKind,
  command: object,
): Promise<string> {
  const refused = await door
    .through(caller, kind, command, () => Promise.reject(new Error('carried out without a second person')))
    .catch((error: unknown) => error as { code?: string; about?: { approvalId?: string } });
  const { code, about } = refused as { code?: string; about?: { approvalId?: string } };
  if (code !== 'approval-asked' || !about?.approvalId) throw refused as Error;
  return about.approvalId;
}
