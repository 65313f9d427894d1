import { Injectable } from '@nestjs/common';
import type { SetApprovalLimit, WalletSettingsView } from '@poolrise/contracts';
import { isLooserLimit } from '@poolrise/domain';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import {
  type Limits,
  limitsIn,
  setApprovalLimit,
  walletSettingsOf,
  walletSettingsView,
} from '../wallet/wallet-settings';
import { holdLimits, type LoosenLimit } from './approvable-limit';
import { ApprovalDoor } from './approval-door';

/** Setting above which amounts a second person agrees. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly db: Db,
    private readonly door: ApprovalDoor,
  ) {}

  /**
   * A lower limit holds at once. A higher one, or none, waits for a second person: otherwise whoever is above it would lift it
   * first. Where one goes down and the other up, only the other waits.
   * @throws Refused approval-asked when something waits, approval-changed when the limits changed meanwhile
   */
  async set(
    caller: Caller,
    { approvalAboveCents, commitAboveCents }: SetApprovalLimit,
    now = new Date(),
  ): Promise<WalletSettingsView> {
    const { workspaceId, person } = caller;
    const asked = { approvalAboveCents, ...(commitAboveCents !== undefined && { commitAboveCents }) };
    const { view, looser } = await this.db.inWorkspace(workspaceId, async (tx) => {
      await holdLimits(tx, workspaceId);
      const { looser, others } = parted(asked, await walletSettingsOf(tx, workspaceId));
      const view = Object.keys(others).length
        ? await setApprovalLimit(tx, workspaceId, person?.id ?? null, others, now)
        : await walletSettingsView(tx, workspaceId);
      return { view, looser };
    });
    if (!looser) return view;
    const command: LoosenLimit = { limits: looser, before: limitsIn(view) };
    return this.door.through(caller, 'loosen-limit', command, now);
  }
}

/** What lets more through than now, and the rest of what was asked for. */
function parted(
  asked: Partial<Limits>,
  before: Limits,
): { looser: Partial<Limits> | null; others: Partial<Limits> } {
  const entries = Object.entries(asked) as [keyof Limits, number | null][];
  const looser = entries.filter(([name, cents]) => isLooserLimit(cents, before[name]));
  const others = entries.filter((entry) => !looser.includes(entry));
  return {
    looser: looser.length ? Object.fromEntries(looser) : null,
    others: Object.fromEntries(others),
  };
}
