import type { EntityManager } from 'typeorm';
import type { LedgerService } from '../ledger/ledger.service';
import { announce } from '../live/announce';
import type { VouchersService } from '../vouchers/vouchers.service';
import { type PlanRow, rewardKey } from './reward-columns';

const dayMs = 86_400_000;

/** What giving left behind. */
export interface GivenRewards {
  voucherIds: string[];
  cashCents: number;
  transactionId: string | null;
}

/**
 * Gives everything a plan promises to a desk whose wallet the caller holds. A session and a badge are shown from the claim;
 * nothing has to be written for them.
 */
export async function giveRewards(
  tx: EntityManager,
  { ledger, vouchers }: { ledger: LedgerService; vouchers: VouchersService },
  to: PlanRow & { enrolmentId: string; workspaceId: string },
  now: Date,
): Promise<GivenRewards> {
  const { workspaceId } = to;
  const name = `${to.name.zh} ${to.name.en}`;
  const given: GivenRewards = { voucherIds: [], cashCents: 0, transactionId: null };
  for (const [place, reward] of to.rewards.entries()) {
    if (reward.kind === 'voucher-impressions' || reward.kind === 'voucher-cents') {
      const terms =
        reward.kind === 'voucher-impressions'
          ? { kind: 'traffic' as const, impressions: reward.impressions }
          : {
              kind: 'fixed' as const,
              faceCents: reward.faceCents,
              minimumBudgetCents: reward.minimumBudgetCents,
            };
      given.voucherIds.push(
        await vouchers.grant(
          tx,
          workspaceId,
          {
            ...terms,
            name,
            validFrom: now,
            expiresAt: new Date(now.getTime() + reward.validDays * dayMs),
            grantedBy: platformName,
            requestKey: rewardKey(to.enrolmentId, place),
          },
          now,
        ),
      );
    }
    if (reward.kind === 'cash') given.cashCents += reward.cents;
  }
  if (given.cashCents > 0) {
    given.transactionId = await ledger.post(
      tx,
      {
        workspaceId,
        kind: 'reward-paid',
        subject: name,
        at: now,
        requestKey: rewardKey(to.enrolmentId, to.rewards.length),
      },
      [
        { account: 'issued', cents: -given.cashCents },
        { account: 'cash', cents: given.cashCents },
      ],
    );
    await announce(tx, workspaceId, 'wallet');
  }
  return given;
}

const platformName = '平台 Platform';
