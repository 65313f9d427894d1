import { Injectable } from '@nestjs/common';
import type { ApprovalKind } from '@poolrise/contracts';
import { approvalRuleOn, dayInShanghai, needsSecondPerson } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { walletSettingsOf } from '../wallet/wallet-settings';
import {
  ApprovableCommands,
  type ApprovableCommand,
  type Asker,
  type Commitment,
} from './approvable-commands';
import { ApprovalRequest } from './approval-request.entity';

const hourMs = 3_600_000;

/** The rollback of a rehearsal; carries out what it came to. */
class Rehearsed extends Error {
  constructor(readonly view: { id: string }) {
    super('rehearsed');
  }
}

/** Through which every act that commits money goes: on at once, or to a second person when it commits too much. */
@Injectable()
export class ApprovalDoor {
  constructor(
    private readonly db: Db,
    private readonly commands: ApprovableCommands,
  ) {}

  /**
   * Carries out a command of a person, or asks a second one. What could not be carried out now is refused as ever and asks
   * nobody. The same request asks once, and once it was approved returns what came of it.
   * @throws Refused approval-asked with nothing done, approval-over when it was rejected or ran out, and whatever `act` refuses
   */
  async through<View>(
    caller: Caller,
    kind: ApprovalKind,
    command: object,
    act: () => Promise<View>,
    now = new Date(),
  ): Promise<View> {
    const asker = { workspaceId: caller.workspaceId, personId: caller.person?.id ?? null };
    const approvalId = await this.askIfAbove(asker, this.commands.of(kind), command, now);
    if (approvalId) throw new Refused('approval-asked', { approvalId });
    return act();
  }

  private async askIfAbove(
    asker: Asker,
    approvable: ApprovableCommand,
    command: object,
    now: Date,
  ): Promise<string | null> {
    const { workspaceId } = asker;
    // Most acts are below the limit, and most workspaces have none: they cost one look.
    const above = await this.db.inWorkspace(workspaceId, (tx) => this.above(tx, asker, approvable, command));
    if (!above) return null;
    return this.db.wearing(approvable.hat, workspaceId, async (tx) => {
      // One wallet decides at a time, so that the same request does not ask twice.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 46))', [workspaceId]);
      const { requestKey, hash } = known(command);
      const earlier = await this.earlier(tx, workspaceId, approvable.kind, requestKey, hash);
      if (earlier) return waitingOrDone(earlier, hash);
      const view = await rehearse(tx, (inner) => approvable.run(inner, asker, command, now));
      const { waitHours } = approvalRuleOn(dayInShanghai(now));
      const { id } = await tx.save(
        tx.create(ApprovalRequest, {
          workspaceId,
          kind: approvable.kind,
          requestKey,
          requestHash: hash,
          command,
          title: above.title,
          subjectId: above.subjectId,
          figures: { ...above.figures, ...approvable.figures(view, command) },
          commitsCents: above.cents,
          limitCents: above.limitCents,
          state: 'waiting',
          askedBy: asker.personId,
          askedAt: now,
          expiresAt: new Date(now.getTime() + waitHours * hourMs),
        }),
      );
      const detail = { kind: approvable.kind, cents: above.cents };
      await audit(tx, {
        workspaceId,
        personId: asker.personId,
        action: 'approval.asked',
        subjectId: id,
        detail,
      });
      await announce(tx, workspaceId, 'approvals', 'notices');
      return id;
    });
  }

  private async above(
    tx: EntityManager,
    { workspaceId }: Asker,
    approvable: ApprovableCommand,
    command: object,
  ): Promise<(Commitment & { limitCents: number }) | null> {
    const { commitAboveCents } = await walletSettingsOf(tx, workspaceId);
    if (commitAboveCents === null) return null;
    const commitment = await approvable.commits(tx, workspaceId, command);
    return commitment && needsSecondPerson(commitment.cents, commitAboveCents)
      ? { ...commitment, limitCents: commitAboveCents }
      : null;
  }

  private earlier(
    tx: EntityManager,
    workspaceId: string,
    kind: ApprovalKind,
    requestKey: string | null,
    requestHash: string,
  ): Promise<ApprovalRequest | null> {
    return requestKey
      ? tx.findOneBy(ApprovalRequest, { workspaceId, kind, requestKey })
      : tx.findOneBy(ApprovalRequest, { workspaceId, kind, requestHash, state: 'waiting' });
  }
}

/** How a command is known again. */
function known(command: object): { requestKey: string | null; hash: string } {
  const { requestKey = null, ...input } = command as { requestKey?: string };
  return { requestKey, hash: requestFingerprint(input) };
}

/** The id of what still waits; null when it was approved, and the command itself returns what came of it. */
function waitingOrDone({ id, state, requestHash }: ApprovalRequest, hash: string): string | null {
  if (requestHash !== hash) throw new Refused('request-key-reused', { field: '/requestKey' });
  if (state === 'waiting') return id;
  if (state === 'approved') return null;
  throw new Refused('approval-over', { approvalId: id });
}

/** What a command would come to, with nothing of it left. @throws Refused whatever the command refuses */
async function rehearse(
  tx: EntityManager,
  run: (inner: EntityManager) => Promise<{ id: string }>,
): Promise<{ id: string }> {
  try {
    return await tx.transaction(async (inner) => {
      throw new Rehearsed(await run(inner));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.view;
    throw error;
  }
}
