import { Injectable } from '@nestjs/common';
import type { ApprovalKind } from '@poolrise/contracts';
import { approvalRuleOn, dayInShanghai, isAboveLimit } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { walletSettingsOf } from '../wallet/wallet-settings';
import { ApprovableCommands, type ApprovableCommand, type Asker, type Commits } from './approvable-commands';
import { holdLimits } from './approvable-limit';
import { ApprovalRequest } from './approval-request.entity';
import { committedAlone, keepCommitment, knownRequest, type KnownRequest, wasCommitted } from './commitments';

const hourMs = 3_600_000;

/** One command on its way through the door. */
interface Passing {
  asker: Asker;
  approvable: ApprovableCommand;
  command: object;
  known: KnownRequest;
  now: Date;
}

/** The rollback of a rehearsal; carries out what it came to. */
class Rehearsed extends Error {
  constructor(readonly view: object) {
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
   * nobody. The same request asks once, counts once, and once it was approved returns what came of it.
   * @throws Refused approval-asked with nothing done, approval-over when it was rejected or ran out, and whatever the command
   *   refuses
   */
  async through<View extends object>(
    { workspaceId, person }: Caller,
    kind: ApprovalKind,
    command: object,
    now = new Date(),
  ): Promise<View> {
    const approvable = this.commands.of(kind);
    const asker = { workspaceId, personId: person?.id ?? null };
    await approvable.prepare?.(command, now);
    const passing = { asker, approvable, command, known: knownRequest(command), now };
    const outcome = await this.db.wearing(approvable.hat, workspaceId, (tx) => pass(tx, passing));
    // Outside the transaction: what waits has to stay.
    if ('approvalId' in outcome) throw new Refused('approval-asked', outcome);
    return outcome.view as View;
  }
}

async function pass(tx: EntityManager, passing: Passing): Promise<{ view: object } | { approvalId: string }> {
  const { asker, approvable, command, known, now } = passing;
  const { workspaceId } = asker;
  const run = async () => ({ view: await approvable.run(tx, asker, command, now) });
  const commits = await approvable.commits(tx, asker, command, now);
  if (!commits) return run();

  const { commitAboveCents: limitCents } = await walletSettingsOf(tx, workspaceId);
  // One act of a workspace decides at a time, so that ten at once are one sum and the same request does not ask twice.
  if (limitCents !== null || !commits.money) await holdLimits(tx, workspaceId);
  if (await wasCommitted(tx, workspaceId, approvable.kind, known)) return run();
  const earlier = await earlierRequest(tx, workspaceId, approvable.kind, known);
  if (earlier) {
    const approvalId = waitingOrDone(earlier, known.hash);
    return approvalId ? { approvalId } : run();
  }
  const rival = approvable.oneAtATime ? await waitingAbout(tx, workspaceId, approvable.kind, commits) : null;
  if (rival) return { approvalId: rival.id };
  const { money } = commits;
  if (!money) return { approvalId: await ask(tx, passing, commits, 0, null) };
  const aloneCents = limitCents === null ? 0 : await committedAlone(tx, asker, money.ground, now);
  if (isAboveLimit(money, aloneCents, limitCents))
    return { approvalId: await ask(tx, passing, commits, aloneCents, limitCents) };
  const done = await run();
  await keepCommitment(tx, asker, approvable.kind, known, money, now);
  return done;
}

/** Rehearses the command and writes down that it waits. */
async function ask(
  tx: EntityManager,
  { asker, approvable, command, known, now }: Passing,
  { money, title, subjectId, figures }: Commits,
  aloneCents: number,
  limitCents: number | null,
): Promise<string> {
  const { workspaceId, personId } = asker;
  const { kind } = approvable;
  const view = await rehearse(tx, (inner) => approvable.run(inner, asker, command, now));
  const { waitHours } = approvalRuleOn(dayInShanghai(now));
  const { id } = await tx.save(
    tx.create(ApprovalRequest, {
      ...{ workspaceId, kind, command, title, subjectId, aloneCents, limitCents },
      requestKey: known.requestKey,
      requestHash: known.hash,
      figures: { ...figures, ...approvable.figures(view, command) },
      commitsCents: money?.cents ?? null,
      state: 'waiting',
      askedBy: personId,
      askedAt: now,
      expiresAt: new Date(now.getTime() + waitHours * hourMs),
    }),
  );
  const detail = { kind, cents: money?.cents ?? null };
  await audit(tx, { workspaceId, personId, action: 'approval.asked', subjectId: id, detail });
  await announce(tx, workspaceId, 'approvals', 'notices');
  return id;
}

const earlierRequest = (
  tx: EntityManager,
  workspaceId: string,
  kind: ApprovalKind,
  { requestKey, hash }: KnownRequest,
): Promise<ApprovalRequest | null> =>
  requestKey
    ? tx.findOneBy(ApprovalRequest, { workspaceId, kind, requestKey })
    : tx.findOneBy(ApprovalRequest, { workspaceId, kind, requestHash: hash, state: 'waiting' });

const waitingAbout = (
  tx: EntityManager,
  workspaceId: string,
  kind: ApprovalKind,
  { subjectId }: Commits,
): Promise<ApprovalRequest | null> =>
  subjectId
    ? tx.findOneBy(ApprovalRequest, { workspaceId, kind, subjectId, state: 'waiting' })
    : Promise.resolve(null);

/** The id of what still waits; null when it was approved, and the command itself returns what came of it. */
function waitingOrDone({ id, state, requestHash }: ApprovalRequest, hash: string): string | null {
  if (requestHash !== hash) throw new Refused('request-key-reused', { field: '/requestKey' });
  if (state === 'waiting') return id;
  if (state === 'approved') return null;
  throw new Refused('approval-over', { approvalId: id });
}

/** What a command would come to, with nothing of it left. @throws Refused whatever the command refuses */
async function rehearse(tx: EntityManager, run: (inner: EntityManager) => Promise<object>): Promise<object> {
  try {
    return await tx.transaction(async (inner) => {
      throw new Rehearsed(await run(inner));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.view;
    throw error;
  }
}
