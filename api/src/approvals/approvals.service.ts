import { Injectable } from '@nestjs/common';
import {
  abilityToDecide,
  type ApprovalKind,
  type ApprovalState,
  type ApprovalView,
  can,
  type ExplainApproval,
  type RejectApproval,
  type Role,
  type WorkspaceKind,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db, isTransient } from '../db/db';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { type ApprovableCommand, ApprovableCommands } from './approvable-commands';
import { ApprovalRequest } from './approval-request.entity';
import { approvalView } from './approvals.queries';

/** Requests of one round; what is left is due at the next sweep, a few seconds later. */
const batch = 500;

/** Deciding what waits for a second person. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly db: Db,
    private readonly commands: ApprovableCommands,
  ) {}

  /**
   * Agrees to a request and carries it out in the same transaction. A second time by the same person it returns what the first
   * did. What cannot be carried out any more is refused with the command's own code: nothing of it is done, and it goes on
   * waiting with that said.
   * @throws Refused not-found, role-too-low, approval-own, approval-decided, approval-over, approval-changed, and what the
   *   command refuses
   */
  async approve(workspaceId: string, personId: string, id: string, now = new Date()): Promise<ApprovalView> {
    const { kind, state, command } = await this.db.inWorkspace(workspaceId, (tx) =>
      find(tx, workspaceId, id),
    );
    const approvable = this.commands.of(kind);
    try {
      if (state === 'waiting') await approvable.prepare?.(command, now);
      return await this.db.wearing(approvable.hat, workspaceId, async (tx) => {
        const asked = await held(tx, workspaceId, id);
        await mayDecide(tx, workspaceId, personId, kind);
        if (asked.askedBy === personId) throw new Refused('approval-own', { field: 'path.approvalId' });
        if (openTo(asked, 'approved', personId, now)) {
          const resultId = await carryOut(tx, approvable, asked, now);
          await decide(tx, asked, { state: 'approved', decidedBy: personId, resultId }, personId, now);
        }
        return approvalView(tx, workspaceId, id, personId);
      });
    } catch (error) {
      await this.sayWhy(workspaceId, id, error, now);
      throw error;
    }
  }

  /**
   * Rejects a request; whoever asked takes it back that way. A second time by the same person it changes nothing.
   * @throws Refused not-found, approval-decided, approval-over
   */
  reject(
    workspaceId: string,
    personId: string,
    id: string,
    { reason }: RejectApproval,
    now = new Date(),
  ): Promise<ApprovalView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const asked = await held(tx, workspaceId, id);
      const own = asked.askedBy === personId;
      const state = own ? 'withdrawn' : 'rejected';
      // The row keeps a decider beside who asked; taken back, it has none.
      if (openTo(asked, state, personId, now))
        await decide(tx, asked, { state, decidedBy: own ? null : personId, reason }, personId, now);
      return approvalView(tx, workspaceId, id, personId);
    });
  }

  /** @throws Refused not-found, approval-not-own, approval-decided, approval-over */
  explain(
    workspaceId: string,
    personId: string,
    id: string,
    { words }: ExplainApproval,
    now = new Date(),
  ): Promise<ApprovalView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const asked = await held(tx, workspaceId, id);
      if (asked.askedBy !== personId) throw new Refused('approval-not-own', { field: 'path.approvalId' });
      openTo(asked, 'waiting', personId, now);
      await tx.update(ApprovalRequest, { id }, { words });
      await announce(tx, workspaceId, 'approvals');
      return approvalView(tx, workspaceId, id, personId);
    });
  }

  /** Ends what nobody decided in time. Returns how many. */
  @HandlesJob('approval-expiry')
  expireDue(now = new Date()): Promise<number> {
    return this.db.asEngine(async (tx) => {
      const [ended] = await tx.query<[{ workspaceId: string }[], number]>(
        `update approval_request set state = 'expired', decided_at = expires_at
          where id in (select id from approval_request where state = 'waiting' and expires_at <= $1
                        order by expires_at limit $2 for update skip locked)
          returning workspace_id as "workspaceId"`,
        [now, batch],
      );
      for (const room of new Set(ended.map(({ workspaceId }) => workspaceId)))
        await announce(tx, room, 'approvals', 'notices');
      return ended.length;
    });
  }

  /** In a transaction of its own: the one that failed left nothing. */
  private async sayWhy(workspaceId: string, id: string, error: unknown, now: Date): Promise<void> {
    if (!(error instanceof Refused) || isTransient(error) || ownCodes.has(error.code)) return;
    const refusal = { code: error.code, at: now.toISOString() };
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await tx.update(ApprovalRequest, { id, workspaceId, state: 'waiting' }, { refusal });
      await announce(tx, workspaceId, 'approvals');
    });
  }
}

/** What is said of the request and not of the act. */
const ownCodes = new Set(['not-found', 'role-too-low', 'approval-own', 'approval-decided', 'approval-over']);

/**
 * The role as it is now, held until the end: whoever lost it while the page was open agrees to nothing any more.
 * @throws Refused role-too-low
 */
async function mayDecide(
  tx: EntityManager,
  workspaceId: string,
  personId: string,
  kind: ApprovalKind,
): Promise<void> {
  const [member] = await tx.query<{ role: Role; kind: WorkspaceKind }[]>(
    `select role, workspace.kind from member join workspace on workspace.id = workspace_id
      where workspace_id = $1 and person_id = $2 for share of member`,
    [workspaceId, personId],
  );
  if (!member || !can(member.role, abilityToDecide(kind), member.kind)) throw new Refused('role-too-low');
}

/**
 * Carries out what was asked for and returns what came of it.
 * @throws Refused approval-changed when it would commit something else than was rehearsed, and what the command refuses
 */
async function carryOut(
  tx: EntityManager,
  approvable: ApprovableCommand,
  { workspaceId, askedBy, command, commitsCents }: ApprovalRequest,
  now: Date,
): Promise<string> {
  const asker = { workspaceId, personId: askedBy };
  const commits = await approvable.commits(tx, asker, command, now);
  const cents = commits?.money?.cents ?? commitsCents;
  if (cents !== null && commitsCents !== null && cents !== commitsCents)
    throw new Refused('approval-changed', { figures: { askedCents: commitsCents, nowCents: cents } });
  return approvable.resultId(await approvable.run(tx, asker, command, now));
}

async function find(tx: EntityManager, workspaceId: string, id: string): Promise<ApprovalRequest> {
  const asked = await tx.findOneBy(ApprovalRequest, { id, workspaceId });
  if (!asked) throw new Refused('not-found', { field: 'path.approvalId' });
  return asked;
}

/** The request, held until the transaction ends: ten people who decide at once come one after the other. */
async function held(tx: EntityManager, workspaceId: string, id: string): Promise<ApprovalRequest> {
  const asked = await tx.findOne(ApprovalRequest, {
    where: { id, workspaceId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!asked) throw new Refused('not-found', { field: 'path.approvalId' });
  return asked;
}

/** Whether there is something to decide; false when this person decided so before. */
function openTo(asked: ApprovalRequest, state: ApprovalState, personId: string, now: Date): boolean {
  if (asked.state === 'waiting' && asked.expiresAt > now) return true;
  if (asked.state === state && (asked.decidedBy ?? asked.askedBy) === personId) return false;
  const over = asked.state === 'waiting' || asked.state === 'expired' || asked.state === 'withdrawn';
  throw new Refused(over ? 'approval-over' : 'approval-decided', { field: 'path.approvalId' });
}

async function decide(
  tx: EntityManager,
  { id, workspaceId, kind, commitsCents }: ApprovalRequest,
  outcome: {
    state: 'approved' | 'rejected' | 'withdrawn';
    decidedBy: string | null;
    reason?: string;
    resultId?: string;
  },
  personId: string,
  now: Date,
): Promise<void> {
  await tx.update(ApprovalRequest, { id }, { ...outcome, decidedAt: now, refusal: null });
  const detail = { kind, cents: commitsCents };
  const action = `approval.${outcome.state}` as const;
  await audit(tx, { workspaceId, personId, action, subjectId: id, detail });
  await announce(tx, workspaceId, 'approvals', 'notices');
}
