import type { ApprovalKind, Role } from '@poolrise/contracts';
import { ApprovableCommands } from '../src/approvals/approvable-commands';
import { ApprovableLimit } from '../src/approvals/approvable-limit';
import { ApprovalDoor } from '../src/approvals/approval-door';
import { ApprovalsQueries } from '../src/approvals/approvals.queries';
import { ApprovalsService } from '../src/approvals/approvals.service';
import { LimitsService } from '../src/approvals/limits.service';
import { ApprovableBoost } from '../src/boosts/approvable-boost';
import { ApprovableBudgetPlan } from '../src/budgets/approvable-budget-plan';
import { BudgetsService } from '../src/budgets/budgets.service';
import { ApprovableCampaign } from '../src/campaigns/approvable-campaign';
import { ApprovableInvitation } from '../src/collaborations/approvable-invitation';
import { ApprovableMoves } from '../src/collaborations/approvable-moves';
import type { Db } from '../src/db/db';
import type { Caller } from '../src/http/caller';
import { ApprovableRace } from '../src/races/approvable-race';
import { ApprovableRecruitment } from '../src/recruitments/approvable-recruitment';
import { campaignsOn } from './campaigns';
import { deafJobs } from './deaf-jobs';
import { moneyOn } from './money';
import { ordersOn } from './orders';
import { aMember } from './people';
import { racesOn } from './races';
import { recruitmentsOn } from './recruitments';

/** Approvals on a database with every command that may wait, wired as the modules wire them. */
export function approvalsOn(db: Db) {
  const commands = new ApprovableCommands();
  const { boosts, notes } = moneyOn(db);
  const { campaigns } = campaignsOn(db);
  const racing = racesOn(db);
  const recruiting = recruitmentsOn(db);
  const { invitations, orders, clock } = ordersOn(db);
  const budgets = new BudgetsService(db, deafJobs, campaigns);
  new ApprovableBoost(commands, boosts, notes);
  new ApprovableCampaign(commands, campaigns);
  new ApprovableBudgetPlan(commands, budgets);
  new ApprovableRace(commands, racing.races, racing.queries);
  new ApprovableInvitation(commands, invitations);
  new ApprovableMoves(commands, orders, clock);
  new ApprovableRecruitment(commands, recruiting.recruitments, recruiting.selection, recruiting.clock);
  new ApprovableLimit(commands);
  const door = new ApprovalDoor(db, commands);
  return {
    door,
    commands,
    approvals: new ApprovalsService(db, commands),
    queries: new ApprovalsQueries(db),
    limits: new LimitsService(db, door),
    ...{ boosts, campaigns, invitations, orders, budgets, recruiting, racing },
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
  now = new Date(),
): Promise<string> {
  const refused = await door
    .through(caller, kind, command, now)
    .catch((error: unknown) => error as { code?: string; about?: { approvalId?: string } });
  const { code, about } = refused as { code?: string; about?: { approvalId?: string } };
  if (refused instanceof Error && code !== 'approval-asked') throw refused;
  if (!about?.approvalId) throw new Error(`${kind} was carried out without a second person`);
  return about.approvalId;
}
