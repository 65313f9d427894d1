import { Injectable } from '@nestjs/common';
import type { ApprovalFigure, WalletSettingsView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { type Limits, limitsIn, setApprovalLimit, walletSettingsOf } from '../wallet/wallet-settings';
import { ApprovableCommands } from './approvable-commands';

/** Limits that let more through, and those that stood when they were asked for. */
export interface LoosenLimit {
  limits: Partial<Limits>;
  before: Limits;
}

type Figures = Partial<Record<ApprovalFigure, number | null>>;

/** Raising a limit or switching it off, as a second person agrees to it whatever the amount. */
@Injectable()
export class ApprovableLimit {
  constructor(commands: ApprovableCommands) {
    commands.bring<LoosenLimit, WalletSettingsView & { id: string }>({
      kind: 'loosen-limit',
      hat: 'workspace',
      commits: async (tx, { workspaceId }, { limits, before }) => {
        await unchanged(tx, workspaceId, before);
        const [room] = await tx.query<{ name: string }[]>('select name from workspace where id = $1', [
          workspaceId,
        ]);
        return {
          money: null,
          title: room?.name ?? '',
          subjectId: null,
          figures: figuresOf(limits, before),
        };
      },
      run: async (tx, { workspaceId, personId }, { limits, before }, now) => {
        await holdLimits(tx, workspaceId);
        await unchanged(tx, workspaceId, before);
        return { id: workspaceId, ...(await setApprovalLimit(tx, workspaceId, personId, limits, now)) };
      },
      figures: () => ({}),
      resultId: ({ id }) => id,
    });
  }
}

/** One change of the limits at a time, beside everything that is measured by them. */
export const holdLimits = (tx: EntityManager, workspaceId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 46))', [workspaceId]);

/** Agreed to is what was read: a limit that somebody lowered meanwhile stays lowered. @throws Refused approval-changed */
async function unchanged(tx: EntityManager, workspaceId: string, before: Limits): Promise<void> {
  const now = limitsIn(await walletSettingsOf(tx, workspaceId));
  if (
    now.approvalAboveCents !== before.approvalAboveCents ||
    now.commitAboveCents !== before.commitAboveCents
  )
    throw new Refused('approval-changed');
}

function figuresOf({ approvalAboveCents, commitAboveCents }: Partial<Limits>, before: Limits): Figures {
  return {
    ...(commitAboveCents !== undefined && {
      commitAboveBeforeCents: before.commitAboveCents,
      commitAboveCents,
    }),
    ...(approvalAboveCents !== undefined && {
      approvalAboveBeforeCents: before.approvalAboveCents,
      approvalAboveCents,
    }),
  };
}
