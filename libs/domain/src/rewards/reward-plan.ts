import type { Category } from '../notes/categories';
import type { Bilingual, NoteType } from '../notes/note';

export const rewardPlanStates = ['draft', 'open', 'paused', 'ended'] as const;
export type RewardPlanState = (typeof rewardPlanStates)[number];

/** What an account has to be before it may take part. Null and empty ask nothing. */
export interface RewardEligibility {
  followersMin: number | null;
  followersMax: number | null;
  /** the account writes about one of these */
  categories: readonly Category[];
  /** at least so many passed notes of the last days */
  notesInDays: { notes: number; days: number } | null;
  /** no note rejected or limited by the audit within so many days */
  noViolationDays: number | null;
  /** the growth level that the desk holds, or a higher one */
  growthLevelMin: number | null;
  /** the desk speaks for a creator of the directory */
  accountTied: boolean;
}

export const rewardTaskKinds = ['publish', 'reads', 'interactions', 'pool-level'] as const;
export type RewardTaskKind = (typeof rewardTaskKinds)[number];

/**
 * What is to be done inside the window, with notes published inside it. Reads and interactions (likes, collects, comments
 * and shares: the figure `interactionsLCCS`) are organic ones alone: bought exposure earns no reward.
 */
export type RewardTask =
  | { kind: 'publish'; notes: number; topicTag?: string; noteType?: NoteType }
  | { kind: 'reads'; total: number }
  | { kind: 'interactions'; total: number }
  | { kind: 'pool-level'; level: number; notes: number };

export const rewardKinds = [
  'voucher-impressions',
  'voucher-cents',
  'cash',
  'guidance-session',
  'badge',
] as const;
export type RewardKind = (typeof rewardKinds)[number];

/** What a claim brings. Money in integer cents, validity in whole days from the issue. */
export type Reward =
  | { kind: 'voucher-impressions'; impressions: number; validDays: number }
  | { kind: 'voucher-cents'; faceCents: number; minimumBudgetCents: number; validDays: number }
  | { kind: 'cash'; cents: number }
  | { kind: 'guidance-session' }
  | { kind: 'badge'; name: Bilingual };

/** What a plan asks and gives, before it has a state. Times are epoch milliseconds; the window is [opensAt, closesAt). */
export interface RewardTerms {
  name: Bilingual;
  summary: Bilingual;
  /** on a full hour, since readers are counted by the hour */
  opensAt: number;
  closesAt: number;
  /** What happened before the close counts when it arrives within these hours after it; later it never does. */
  lateHours: number;
  /** Once everything is counted, a reward is there to be claimed for so many days. */
  claimDays: number;
  /** claims that can be issued, all together */
  quota: number;
  eligibility: RewardEligibility;
  tasks: readonly RewardTask[];
  rewards: readonly Reward[];
}

export interface RewardPlan extends RewardTerms {
  id: string;
  state: RewardPlanState;
  /** places of the quota that are taken: issued, or held and undecided */
  issued: number;
}

/** [P] Two days: readers that were offline over a weekend evening report within that; the platform states none. */
export const lateHoursUsual = 48;
/** [P] A week to press one button. */
export const claimDaysUsual = 7;
export const tasksMost = 4;
export const rewardsMost = 4;

const hourMs = 3_600_000;

/** When counting is over: nothing that arrives at or after this instant is counted. Epoch milliseconds. */
export const countedUntil = (plan: Pick<RewardTerms, 'closesAt' | 'lateHours'>): number =>
  plan.closesAt + plan.lateHours * hourMs;

/** Until when a claim can be made, exclusive. Epoch milliseconds. */
export const claimableUntil = (plan: Pick<RewardTerms, 'closesAt' | 'lateHours' | 'claimDays'>): number =>
  countedUntil(plan) + plan.claimDays * 24 * hourMs;

/** What one claim costs at its face, in cents: cash and ad vouchers. Impressions cost inventory, not money. */
export const faceCentsOf = (rewards: readonly Reward[]): number =>
  rewards.reduce(
    (sum, reward) =>
      sum + (reward.kind === 'cash' ? reward.cents : reward.kind === 'voucher-cents' ? reward.faceCents : 0),
    0,
  );
