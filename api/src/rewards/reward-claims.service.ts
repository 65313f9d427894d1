import { Injectable } from '@nestjs/common';
import type { ClaimReward, RewardPlanView } from '@poolrise/contracts';
import { type ClaimMove, countedUntil, claimableUntil, moveClaim, rewardStateOf } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { LedgerService } from '../ledger/ledger.service';
import { announce } from '../live/announce';
import { VouchersService } from '../vouchers/vouchers.service';
import { giveRewards } from './give-rewards';
import { claimJson, type ClaimRow, planColumns, type PlanRow } from './reward-columns';
import { RewardsQueries } from './rewards.queries';

interface Standing extends PlanRow {
  enrolmentId: string;
  workspaceId: string;
  creatorId: string | null;
  achieved: boolean;
  holdReasons: string[];
  claim: ClaimRow | null;
}

const standingSql = (which: string) => `
  select ${planColumns('p')}, e.id as "enrolmentId", e.workspace_id as "workspaceId", e.creator_id as "creatorId",
         e.achieved_at is not null as achieved, e.hold_reasons as "holdReasons",
         case when c.id is not null then ${claimJson('c', '$1::timestamptz')} end as claim
    from reward_enrolment e join reward_plan p on p.id = e.plan_id left join reward_claim c on c.enrolment_id = e.id
   where ${which}`;

/**
 * Claims, and what the platform decides about those that are held.
 *
 * One order of locks: the desk's wallet, its enrolment, and the plan last of all, in the statement before the commit. The
 * plan is the one row that everybody wants, so nobody keeps it longer than a commit takes (decision 0017).
 */
@Injectable()
export class RewardClaimsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
    private readonly vouchers: VouchersService,
    private readonly queries: RewardsQueries,
  ) {}

  /**
   * Claims the reward of a plan; the same key gives the same answer.
   * @throws Refused not-found, reward-not-achieved, reward-already-claimed, reward-quota-gone, reward-plan-closed, reward-over
   */
  async claim(caller: Caller, planId: string, ask: ClaimReward, now = new Date()): Promise<RewardPlanView> {
    await this.settle(caller, planId, ask, now);
    return this.queries.one(caller.workspaceId, planId, now);
  }

  /** The claim without its answer. Says whether it was made only now. */
  async settle(
    caller: Caller,
    planId: string,
    { requestKey }: ClaimReward,
    now = new Date(),
  ): Promise<boolean> {
    const { workspaceId } = caller;
    // Most of ten thousand who come for a thousand places are told so here, without a lock.
    const seen = await this.db.asEngine((tx) => this.standing(tx, planId, workspaceId, now));
    if (answered(seen, requestKey)) return false;
    refuseUnless(seen, now);

    return this.db.asEngine(async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);
      await tx.query('select from reward_enrolment where id = $1 for update', [seen.enrolmentId]);
      const held = await this.standing(tx, planId, workspaceId, now);
      if (answered(held, requestKey)) return false;
      refuseUnless(held, now);

      const state = held.holdReasons.length > 0 ? 'held' : 'issued';
      const gifts = { ledger: this.ledger, vouchers: this.vouchers };
      const given =
        state === 'issued'
          ? await giveRewards(tx, gifts, held, now)
          : { voucherIds: [], cashCents: 0, transactionId: null };
      const [written] = await tx.query<{ id: string }[]>(
        `insert into reward_claim (enrolment_id, plan_id, workspace_id, creator_id, request_key, state, hold_reasons, voucher_ids,
                cash_cents, transaction_id, claimed_by, claimed_at, issued_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
        [
          held.enrolmentId,
          planId,
          workspaceId,
          held.creatorId,
          requestKey,
          state,
          held.holdReasons,
          given.voucherIds,
          given.cashCents,
          given.transactionId,
          caller.person?.id ?? null,
          now,
          state === 'issued' ? now : null,
        ],
      );
      await audit(tx, {
        workspaceId,
        personId: caller.person?.id ?? null,
        action: 'reward.claimed',
        subjectId: written?.id ?? '',
        detail: { planId, state },
      });
      await announce(tx, workspaceId, 'rewards', 'notices');
      await takePlace(tx, planId);
      return true;
    });
  }

  /** Issues what was held; again, it stays issued. @throws Refused platform-only, not-found, reward-not-held */
  release(caller: Caller, claimId: string, reason: string, now = new Date()): Promise<void> {
    return this.decide(caller, claimId, 'release', now, async (tx, held) => {
      const gifts = { ledger: this.ledger, vouchers: this.vouchers };
      const given = await giveRewards(tx, gifts, held, now);
      await tx.query(
        `update reward_claim set state = 'issued', issued_at = $2, voucher_ids = $3, cash_cents = $4, transaction_id = $5,
                decided_by = $6, decided_at = $2, reason = $7 where id = $1`,
        [
          claimId,
          now,
          given.voucherIds,
          given.cashCents,
          given.transactionId,
          caller.person?.id ?? null,
          reason,
        ],
      );
    });
  }

  /** Turns a held claim down and gives its place back. @throws Refused platform-only, not-found, reward-not-held */
  refuse(caller: Caller, claimId: string, reason: string, now = new Date()): Promise<void> {
    return this.decide(caller, claimId, 'refuse', now, async (tx, held) => {
      await tx.query(
        `update reward_claim set state = 'refused', decided_by = $2, decided_at = $3, reason = $4 where id = $1`,
        [claimId, caller.person?.id ?? null, now, reason],
      );
      await tx.query('update reward_plan set issued = issued - 1 where id = $1', [held.planId]);
    });
  }

  /**
   * Takes an issued reward back: vouchers lose what is left on them. Cash that was paid stays, and so does the place of the
   * quota: it was used. @throws Refused platform-only, not-found, reward-over
   */
  revoke(caller: Caller, claimId: string, reason: string, now = new Date()): Promise<void> {
    return this.decide(caller, claimId, 'revoke', now, async (tx, held) => {
      for (const id of [...(held.claim?.voucherIds ?? [])].sort())
        await this.vouchers.revoke(tx, held.workspaceId, id, now);
      await tx.query(
        `update reward_claim set state = 'revoked', decided_by = $2, decided_at = $3, reason = $4 where id = $1`,
        [claimId, caller.person?.id ?? null, now, reason],
      );
    });
  }

  private decide(
    caller: Caller,
    claimId: string,
    move: Extract<ClaimMove, 'release' | 'refuse' | 'revoke'>,
    now: Date,
    work: (tx: EntityManager, held: Standing) => Promise<void>,
  ): Promise<void> {
    return asPlatform(this.db, caller.workspaceId, async (tx) => {
      const [found] = await tx.query<{ workspaceId: string }[]>(
        'select workspace_id as "workspaceId" from reward_claim where id = $1',
        [claimId],
      );
      if (!found) throw new Refused('not-found', { field: 'path.rewardClaimId' });
      await this.ledger.lockWallet(tx, found.workspaceId);
      await tx.query('select from reward_claim where id = $1 for update', [claimId]);
      const [held] = await tx.query<Standing[]>(standingSql('c.id = $2'), [now, claimId]);
      if (!held) throw new Refused('not-found', { field: 'path.rewardClaimId' });
      if (held.claim?.state === doneBy[move]) return;
      const moved = moveClaim(stateOf(held, now), move);
      if (moved === 'not-held') throw new Refused('reward-not-held');
      if (typeof moved === 'string') throw new Refused('reward-over');
      await work(tx, held);
      const detail = { planId: held.planId, move };
      const personId = caller.person?.id ?? null;
      await audit(tx, {
        workspaceId: caller.workspaceId,
        personId,
        action: 'reward.decided',
        subjectId: claimId,
        detail,
      });
      await audit(tx, {
        workspaceId: held.workspaceId,
        personId: null,
        action: 'reward.decided',
        subjectId: claimId,
        detail,
      });
      await announce(tx, held.workspaceId, 'rewards', 'notices');
      await announce(tx, caller.workspaceId, 'rewards');
    });
  }

  private async standing(tx: EntityManager, planId: string, deskId: string, now: Date): Promise<Standing> {
    const [found] = await tx.query<Standing[]>(
      standingSql(`e.plan_id = $2 and e.workspace_id = $3 and p.state <> 'draft'`),
      [now, planId, deskId],
    );
    // Whoever does not take part has nothing here, as with a plan that does not exist.
    if (!found) throw new Refused('not-found', { field: 'path.rewardPlanId' });
    return found;
  }
}

const doneBy = { release: 'issued', refuse: 'refused', revoke: 'revoked' } as const;

const stateOf = (standing: Standing, now: Date) =>
  rewardStateOf(
    {
      enrolled: true,
      begun: true,
      achieved: standing.achieved,
      claim: standing.claim,
      countedUntil: countedUntil(standing),
      claimableUntil: claimableUntil(standing),
    },
    now.getTime(),
  );

/** Whether this very claim was made before. @throws Refused reward-already-claimed under another key */
function answered({ claim }: Standing, requestKey: string): boolean {
  if (!claim) return false;
  if (claim.requestKey !== requestKey) throw new Refused('reward-already-claimed');
  return true;
}

function refuseUnless(standing: Standing, now: Date): void {
  const moved = moveClaim(stateOf(standing, now), 'claim');
  if (moved === 'reward-not-achieved' || moved === 'reward-over') throw new Refused(moved);
  if (moved === 'already-claimed') throw new Refused('reward-already-claimed');
  if (standing.planState === 'paused') throw new Refused('reward-plan-closed');
  if (standing.issued >= standing.quota) throw new Refused('reward-quota-gone');
}

/** The last place goes to one of those who ask for it; everybody else undoes what they did. @throws Refused reward-quota-gone */
async function takePlace(tx: EntityManager, planId: string): Promise<void> {
  const [, taken] = await tx.query<[unknown, number]>(
    `update reward_plan set issued = issued + 1 where id = $1 and issued < quota and state <> 'paused'`,
    [planId],
  );
  if (taken === 0) throw new Refused('reward-quota-gone');
}
