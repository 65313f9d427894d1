import { Injectable } from '@nestjs/common';
import {
  type Page,
  type RewardClaimView,
  type RewardHistoryQuery,
  type RewardHistoryRow,
  type RewardPlanList,
  rewardPlansMost,
  type RewardPlansQuery,
  type RewardPlanView,
} from '@poolrise/contracts';
import {
  type Category,
  claimableUntil,
  countedUntil,
  isEligible,
  judgeEligibility,
  judgeGrowth,
  moveGrowth,
  nothingDone,
  rewardStateOf,
  type TaskProgress,
} from '@poolrise/domain';
import { z } from 'zod';
import { Db } from '../db/db';
import { growthFactsSql, growthHeldSql, type GrowthRow } from '../growth/growth-facts';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { claimSteps, type ClaimTimes } from './claim-steps';
import { claimJson, type ClaimRow, planColumns, type PlanRow } from './reward-columns';

interface Found extends PlanRow, GrowthRow {
  followers: number | null;
  categories: Category[] | null;
  notes: number;
  violatedAt: Date | null;
  progress: TaskProgress[] | null;
  measuredAt: Date | null;
  enrolledAt: Date | null;
  achievedAt: Date | null;
  claim: ClaimRow | null;
  claimable: number;
}

/** Plans with where this desk stands in each; $1 the desk, $2 now. What does not hang on the plan is asked once for all of them. */
const plansSql = (which: string, order: string, limit: number) => `
  with me as materialized (
    select w.id, c.followers, c.categories from workspace w left join creator c on c.id = w.creator_id and c.deleted_at is null
     where w.id = $1 and w.kind = 'creator'),
  violated as materialized (
    select max(published_at) as at from note where workspace_id = $1 and audit_state in ('rejected', 'limited')),
  grown as materialized (
    select ${growthHeldSql('s')} as held, ${growthFactsSql('me.id', '$2::timestamptz')} as facts
      from me left join growth_standing s on s.workspace_id = me.id),
  claimable as materialized (
    select count(*)::int as n from reward_enrolment e join reward_plan p on p.id = e.plan_id
     where e.workspace_id = $1 and e.achieved_at is not null and p.state <> 'paused' and p.issued < p.quota
       and $2::timestamptz < p.closes_at + p.late_hours * interval '1 hour' + p.claim_days * interval '1 day'
       and not exists (select from reward_claim where enrolment_id = e.id))
  select ${planColumns('p')}, me.followers, me.categories, coalesce(recent.notes, 0) as notes, violated.at as "violatedAt",
         grown.held, grown.facts,
         e.progress, e.measured_at as "measuredAt", e.enrolled_at as "enrolledAt", e.achieved_at as "achievedAt",
         case when c.id is not null then ${claimJson('c', '$2::timestamptz')} end as claim, claimable.n as claimable
    from me cross join violated cross join grown cross join claimable
    join reward_plan p on p.state <> 'draft'
    left join reward_enrolment e on e.plan_id = p.id and e.workspace_id = me.id
    left join reward_claim c on c.enrolment_id = e.id
    left join lateral (
      select count(*)::int as notes from note where workspace_id = $1 and audit_state = 'passed'
         and published_at > $2::timestamptz - (p.eligibility -> 'notesInDays' ->> 'days')::int * interval '1 day') recent
      on p.eligibility -> 'notesInDays' <> 'null'
   where ${which} order by ${order} limit ${limit}`;

const shown: Record<RewardPlansQuery['show'], { which: string; order: string }> = {
  open: { which: `p.state = 'open' and p.closes_at > $2`, order: 'p.closes_at, p.id' },
  mine: {
    which: 'e.id is not null',
    // What waits to be claimed first.
    order: 'e.achieved_at is not null and c.id is null desc, e.enrolled_at desc, e.id',
  },
  over: { which: `(p.closes_at <= $2 or p.state = 'ended')`, order: 'p.closes_at desc, p.id' },
};

/** What a creator's desk reads of reward plans. */
@Injectable()
export class RewardsQueries {
  constructor(private readonly db: Db) {}

  /** Who is no creator's desk has an empty list. */
  async list(workspaceId: string, { show }: RewardPlansQuery, now = new Date()): Promise<RewardPlanList> {
    const { which, order } = shown[show];
    const rows = await this.db.read<Found>(workspaceId, plansSql(which, order, rewardPlansMost + 1), [
      workspaceId,
      now,
    ]);
    return {
      items: rows.slice(0, rewardPlansMost).map((row) => viewOf(row, now)),
      more: rows.length > rewardPlansMost,
      claimable: rows[0]?.claimable ?? 0,
      asOf: now.toISOString(),
    };
  }

  /** @throws Refused not-found */
  async one(workspaceId: string, planId: string, now = new Date()): Promise<RewardPlanView> {
    const [found] = await this.db.read<Found>(workspaceId, plansSql('p.id = $3', 'p.id', 1), [
      workspaceId,
      now,
      planId,
    ]);
    if (!found) throw new Refused('not-found', { field: 'path.rewardPlanId' });
    return viewOf(found, now);
  }

  async history(
    workspaceId: string,
    { cursor, limit }: RewardHistoryQuery,
    now = new Date(),
  ): Promise<Page<RewardHistoryRow>> {
    const [at, id] = decodeCursor(cursor, cursorInstant, z.uuid(), z.literal('rewards')) ?? [null, null];
    const rows = await this.db.read<
      PlanRow & { key: string; id: string; claim: ClaimRow; times: ClaimTimes }
    >(
      workspaceId,
      `select ${planColumns('p')}, c.id, ${isoInstant('c.claimed_at')} as key, ${claimJson('c', '$1::timestamptz')} as claim,
         json_build_object('decidedAt', c.decided_at, 'vouchers', coalesce((
           select json_agg(json_build_object('usedAt', v.used_at, 'expiresAt', v.expires_at)) from voucher v
            where v.id = any(c.voucher_ids)), '[]')) as times
         from reward_claim c join reward_plan p on p.id = c.plan_id
        where c.workspace_id = $2 and ($3::timestamptz is null or (c.claimed_at, c.id) < ($3, $4::uuid))
        order by c.claimed_at desc, c.id desc limit $5`,
      [now, workspaceId, at, id, limit + 1],
    );
    return pageFrom(
      rows,
      limit,
      (row) => {
        const claim = claimView(row, row.claim, now);
        const { planId, name, rewards, times } = row;
        return { planId, name, rewards, claim, ...claimSteps(claim, times) };
      },
      (row) => [row.key, row.id, 'rewards'],
    );
  }
}

const dayMs = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

function viewOf(row: Found, now: Date): RewardPlanView {
  const { level } = moveGrowth(row.held, judgeGrowth(row.facts).level, now.getTime()).standing;
  const eligibility = judgeEligibility(row.eligibility, {
    followers: row.followers,
    categories: row.categories ?? [],
    notes: row.notes,
    daysSinceViolation: row.violatedAt && Math.floor((now.getTime() - row.violatedAt.getTime()) / dayMs),
    growth: { level, facts: row.facts },
  });
  const progress = row.progress?.length ? row.progress : nothingDone(row.tasks);
  return {
    id: row.planId,
    name: row.name,
    summary: row.summary,
    opensAt: iso(row.opensAt),
    closesAt: iso(row.closesAt),
    lateHours: row.lateHours,
    countedUntil: iso(countedUntil(row)),
    claimableUntil: iso(claimableUntil(row)),
    quota: row.quota,
    issued: row.issued,
    planState: row.planState,
    tasks: row.tasks,
    rewards: row.rewards,
    state: rewardStateOf(
      {
        enrolled: row.enrolledAt !== null,
        begun: progress.some(({ done }) => done > 0),
        achieved: row.achievedAt !== null,
        claim: row.claim,
        countedUntil: countedUntil(row),
        claimableUntil: claimableUntil(row),
      },
      now.getTime(),
    ),
    eligible: isEligible(eligibility),
    eligibility: eligibility.map(({ categories, lacks, ...line }) => ({
      ...line,
      ...(categories && { categories: [...categories] }),
      ...(lacks && { lacks: [...lacks] }),
    })),
    progress,
    measuredAt: row.measuredAt?.toISOString() ?? null,
    enrolledAt: row.enrolledAt?.toISOString() ?? null,
    achievedAt: row.achievedAt?.toISOString() ?? null,
    claim: row.claim && claimView(row, row.claim, now),
    asOf: now.toISOString(),
  };
}

function claimView(plan: PlanRow, claim: ClaimRow, now: Date): RewardClaimView {
  const state = rewardStateOf(
    {
      enrolled: true,
      begun: true,
      achieved: true,
      claim,
      countedUntil: countedUntil(plan),
      claimableUntil: claimableUntil(plan),
    },
    now.getTime(),
  );
  return {
    id: claim.id,
    state: state === 'redeemed' || state === 'expired' ? state : claim.state,
    holdReasons: claim.holdReasons,
    claimedAt: new Date(claim.claimedAt).toISOString(),
    issuedAt: claim.issuedAt && new Date(claim.issuedAt).toISOString(),
    reason: claim.reason,
    voucherIds: claim.voucherIds,
    cashCents: claim.cashCents,
  };
}
