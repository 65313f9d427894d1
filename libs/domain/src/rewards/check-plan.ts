import { rewardsMost, tasksMost, type RewardTerms } from './reward-plan';

export interface RewardPlanFault {
  /** JSON pointer into the terms */
  field: string;
  fault:
    | 'window-backwards'
    | 'window-not-on-hour'
    | 'no-task'
    | 'no-reward'
    | 'too-many-tasks'
    | 'too-many-rewards'
    | 'followers-backwards'
    | 'minimum-below-face';
}

const hourMs = 3_600_000;

/** What contradicts itself in the terms of a plan; an empty list opens. */
export function checkRewardPlan(terms: RewardTerms): RewardPlanFault[] {
  const faults: RewardPlanFault[] = [];
  const say = (field: string, fault: RewardPlanFault['fault']): void => void faults.push({ field, fault });
  if (terms.closesAt <= terms.opensAt) say('/closesAt', 'window-backwards');
  for (const field of ['opensAt', 'closesAt'] as const)
    if (terms[field] % hourMs !== 0) say(`/${field}`, 'window-not-on-hour');
  if (terms.tasks.length === 0) say('/tasks', 'no-task');
  if (terms.tasks.length > tasksMost) say('/tasks', 'too-many-tasks');
  if (terms.rewards.length === 0) say('/rewards', 'no-reward');
  if (terms.rewards.length > rewardsMost) say('/rewards', 'too-many-rewards');
  const { followersMin, followersMax } = terms.eligibility;
  if (followersMin !== null && followersMax !== null && followersMax < followersMin)
    say('/eligibility/followersMax', 'followers-backwards');
  terms.rewards.forEach((reward, at) => {
    if (reward.kind === 'voucher-cents' && reward.minimumBudgetCents < reward.faceCents)
      say(`/rewards/${at}/minimumBudgetCents`, 'minimum-below-face');
  });
  return faults;
}
