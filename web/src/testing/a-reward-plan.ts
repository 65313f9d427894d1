import type { RewardHistoryRow, RewardPlanList, RewardPlanView } from '@poolrise/contracts';
import { hence } from './an-order';

/** A plan that asks for a note and 500 reads, in which somebody is half way. */
export function aRewardPlan(changes: Partial<RewardPlanView> = {}): RewardPlanView {
  return {
    id: '77777777-0000-4000-8000-000000000001',
    name: { zh: '新茶季', en: 'New tea season' },
    summary: { zh: '写一篇春茶笔记。', en: 'Write about spring tea.' },
    opensAt: hence(-48),
    closesAt: hence(5 * 24),
    lateHours: 48,
    countedUntil: hence(7 * 24),
    claimableUntil: hence(14 * 24),
    quota: 100,
    issued: 88,
    planState: 'open',
    tasks: [
      { kind: 'publish', notes: 1, topicTag: '春茶' },
      { kind: 'reads', total: 500 },
    ],
    rewards: [{ kind: 'voucher-impressions', impressions: 2_000, validDays: 30 }],
    state: 'in-progress',
    eligible: true,
    eligibility: [{ rule: 'followers-min', met: true, needs: 1_000, has: 1_200, missing: 0 }],
    progress: [
      { done: 1, needed: 1 },
      { done: 250, needed: 500 },
    ],
    measuredAt: hence(0),
    enrolledAt: hence(-24),
    achievedAt: null,
    claim: null,
    asOf: hence(0),
    ...changes,
  };
}

export const rewardPlans = (...items: RewardPlanView[]): RewardPlanList => ({
  items,
  more: false,
  claimable: items.filter(({ state }) => state === 'achieved').length,
  asOf: hence(0),
});

/** A reward of that plan that was claimed, and became a voucher. */
export function aPastReward(changes: Partial<RewardHistoryRow> = {}): RewardHistoryRow {
  const { id, name, rewards } = aRewardPlan();
  return {
    ...{ planId: id, name, rewards },
    claim: {
      id: '88888888-0000-4000-8000-000000000001',
      state: 'issued',
      holdReasons: [],
      claimedAt: hence(-72),
      issuedAt: hence(-71),
      reason: null,
      voucherIds: ['99999999-0000-4000-8000-000000000001'],
      cashCents: 0,
    },
    steps: [
      { kind: 'claimed', at: hence(-72) },
      { kind: 'issued', at: hence(-71) },
    ],
    usableUntil: hence(24 * 27),
    ...changes,
  };
}
