import { Injectable } from '@nestjs/common';
import type { RewardPlanView } from '@poolrise/contracts';
import { nothingDone } from '@poolrise/domain';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { holdDeskOf } from '../desks/desk-of';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { RewardsQueries } from './rewards.queries';

/** Taking part in a plan. */
@Injectable()
export class RewardsService {
  constructor(
    private readonly db: Db,
    private readonly queries: RewardsQueries,
  ) {}

  /**
   * Enrols a desk, or finds it enrolled. What it published since the window opened counts as well.
   * @throws Refused not-found, reward-unfit, reward-plan-closed, reward-quota-gone
   */
  async enrol(caller: Caller, planId: string, now = new Date()): Promise<RewardPlanView> {
    const { workspaceId } = caller;
    const plan = await this.queries.one(workspaceId, planId, now);
    if (plan.enrolledAt) return plan;
    const at = now.getTime();
    if (plan.planState !== 'open' || at < Date.parse(plan.opensAt) || at >= Date.parse(plan.closesAt))
      throw new Refused('reward-plan-closed');
    if (plan.issued >= plan.quota) throw new Refused('reward-quota-gone');
    const missing = plan.eligibility.filter(({ met }) => !met);
    if (missing.length)
      throw new Refused('reward-unfit', {
        detail: `Not met: ${missing.map(({ rule, missing: lacks }) => `${rule} (${lacks} missing)`).join(', ')}.`,
      });
    await this.db.asEngine(async (tx) => {
      const [desk] = await tx.query<{ creatorId: string | null }[]>(
        `select creator_id as "creatorId" from workspace where id = $1 and kind = 'creator'`,
        [workspaceId],
      );
      // A tie that is being undone is gone by the time this goes on.
      if (!desk || (desk.creatorId && (await holdDeskOf(tx, desk.creatorId)) !== workspaceId))
        throw new Refused('not-found', { field: 'path.rewardPlanId' });
      const [written] = await tx.query<{ id: string }[]>(
        `insert into reward_enrolment (plan_id, workspace_id, creator_id, enrolled_by, enrolled_at, progress, measure_at)
         values ($1, $2, $3, $4, $5, $6, $5) on conflict do nothing returning id`,
        [
          planId,
          workspaceId,
          desk.creatorId,
          caller.person?.id ?? null,
          now,
          JSON.stringify(nothingDone(plan.tasks)),
        ],
      );
      if (!written) {
        const own = await tx.query<unknown[]>(
          'select from reward_enrolment where plan_id = $1 and workspace_id = $2',
          [planId, workspaceId],
        );
        if (own.length) return;
        throw new Refused('reward-unfit', { detail: 'This creator takes part from another desk already.' });
      }
      await audit(tx, {
        workspaceId,
        personId: caller.person?.id ?? null,
        action: 'reward.enrolled',
        subjectId: written.id,
        detail: { planId },
      });
      await announce(tx, workspaceId, 'rewards');
    });
    return this.queries.one(workspaceId, planId, now);
  }
}
