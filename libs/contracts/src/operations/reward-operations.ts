import {
  ClaimReward,
  RewardHistoryPage,
  RewardHistoryQuery,
  RewardPlanList,
  RewardPlansQuery,
  RewardPlanView,
} from '../rewards';
import type { Operation } from './operation';

const tag = 'Rewards';

/** Reward plans as a creator's desk sees them. */
export const rewardOperations = {
  rewardPlans: {
    method: 'get',
    path: '/api/v1/reward-plans',
    tag,
    summary: 'Reward plans with what is missing to take part and how far this desk is in each',
    access: { ability: 'read:rewards' },
    query: RewardPlansQuery,
    answer: { status: 200, schema: RewardPlanList },
    refusals: [],
  },
  rewardPlan: {
    method: 'get',
    path: '/api/v1/reward-plans/{rewardPlanId}',
    tag,
    summary: 'One reward plan: rules beside what this desk has, tasks, and the claim',
    access: { ability: 'read:rewards' },
    answer: { status: 200, schema: RewardPlanView },
    refusals: [],
  },
  enrolInRewardPlan: {
    method: 'post',
    path: '/api/v1/reward-plans/{rewardPlanId}/enrolment',
    tag,
    summary: 'Take part in a plan; safe to repeat',
    access: { ability: 'claim:rewards' },
    answer: { status: 201, schema: RewardPlanView },
    refusals: ['not-found', 'reward-unfit', 'reward-plan-closed', 'reward-quota-gone'],
  },
  claimReward: {
    method: 'post',
    path: '/api/v1/reward-plans/{rewardPlanId}/claim',
    tag,
    summary: 'Claim the reward of a plan whose tasks are done; the same key gives the same answer',
    access: { ability: 'claim:rewards' },
    body: ClaimReward,
    answer: { status: 201, schema: RewardPlanView },
    refusals: [
      'not-found',
      'reward-not-achieved',
      'reward-already-claimed',
      'reward-quota-gone',
      'reward-plan-closed',
      'reward-over',
    ],
  },
  rewardHistory: {
    method: 'get',
    path: '/api/v1/reward-history',
    tag,
    summary: 'Rewards that this desk claimed, the latest first',
    access: { ability: 'read:rewards' },
    query: RewardHistoryQuery,
    answer: { status: 200, schema: RewardHistoryPage },
    refusals: ['invalid-cursor'],
  },
} satisfies Record<string, Operation>;
