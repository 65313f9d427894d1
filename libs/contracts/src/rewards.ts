import {
  categories,
  claimDaysUsual,
  eligibilityRules,
  growthLevelMost,
  growthRules,
  holdReasons,
  lateHoursUsual,
  noteTypes,
  rewardPlanStates,
  rewardsMost,
  rewardStates,
  tasksMost,
} from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { bilingual, cents, instant, line, prose } from './text';

const count = z.int().min(1).max(10_000_000);
const validDays = z.int().min(1).max(365);
const amount = cents.min(100).max(100_000_000);

export const RewardEligibilityTerms = z.strictObject({
  followersMin: z.int().min(0).max(1_000_000_000).nullable().default(null),
  followersMax: z.int().min(0).max(1_000_000_000).nullable().default(null),
  categories: z.array(z.enum(categories)).max(categories.length).default([]),
  notesInDays: z
    .strictObject({ notes: z.int().min(1).max(1_000), days: z.int().min(1).max(365) })
    .nullable()
    .default(null),
  noViolationDays: z.int().min(1).max(365).nullable().default(null),
  growthLevelMin: z.int().min(2).max(growthLevelMost).nullable().default(null),
  accountTied: z.boolean().default(true),
});

export const RewardTaskTerms = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('publish'),
    notes: z.int().min(1).max(1_000),
    topicTag: line(30).optional(),
    noteType: z.enum(noteTypes).optional(),
  }),
  z.strictObject({ kind: z.literal('reads'), total: count }),
  z.strictObject({ kind: z.literal('interactions'), total: count }),
  z.strictObject({
    kind: z.literal('pool-level'),
    level: z.int().min(1).max(20),
    notes: z.int().min(1).max(1_000),
  }),
]);
export type RewardTaskTerms = z.infer<typeof RewardTaskTerms>;

export const RewardGift = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('voucher-impressions'), impressions: count, validDays }),
  z.strictObject({
    kind: z.literal('voucher-cents'),
    faceCents: amount,
    minimumBudgetCents: amount,
    validDays,
  }),
  z.strictObject({ kind: z.literal('cash'), cents: amount }),
  z.strictObject({ kind: z.literal('guidance-session') }),
  z.strictObject({ kind: z.literal('badge'), name: z.strictObject({ zh: line(20), en: line(40) }) }),
]);
export type RewardGift = z.infer<typeof RewardGift>;

/** What a plan asks and gives, as the platform writes it. `checkRewardPlan` of the domain says what contradicts itself. */
export const RewardPlanTerms = z
  .strictObject({
    name: z.strictObject({ zh: line(40), en: line(80) }),
    summary: z.strictObject({ zh: prose(400, 1), en: prose(800, 1) }),
    opensAt: instant,
    closesAt: instant,
    lateHours: z.int().min(0).max(192).default(lateHoursUsual),
    claimDays: z.int().min(1).max(90).default(claimDaysUsual),
    quota: z.int().min(1).max(1_000_000),
    eligibility: RewardEligibilityTerms,
    tasks: z.array(RewardTaskTerms).min(1).max(tasksMost),
    rewards: z.array(RewardGift).min(1).max(rewardsMost),
  })
  .meta({ id: 'RewardPlanTerms' });
export type RewardPlanTerms = z.infer<typeof RewardPlanTerms>;

/** The same as they are told back: nothing is left out. */
export const RewardPlanTermsView = z
  .object({
    ...RewardPlanTerms.shape,
    lateHours: z.int(),
    claimDays: z.int(),
    eligibility: z.object({
      followersMin: z.int().nullable(),
      followersMax: z.int().nullable(),
      categories: z.array(z.enum(categories)),
      notesInDays: z.object({ notes: z.int(), days: z.int() }).nullable(),
      noViolationDays: z.int().nullable(),
      growthLevelMin: z.int().nullable(),
      accountTied: z.boolean(),
    }),
  })
  .meta({ id: 'RewardPlanTermsView' });

/** One rule of a growth level beside what the desk has: at least so much, or at most so many violations. */
export const GrowthLineView = z.object({
  rule: z.enum(growthRules),
  have: z.int(),
  need: z.int(),
  missing: z.int(),
  met: z.boolean(),
});
export type GrowthLineView = z.infer<typeof GrowthLineView>;

export const TaskProgressView = z.object({ done: z.int(), needed: z.int() });

export const EligibilityLineView = z.object({
  rule: z.enum(eligibilityRules),
  met: z.boolean(),
  needs: z.int(),
  has: z.int().nullable(),
  missing: z.int(),
  days: z.int().optional(),
  categories: z.array(z.enum(categories)).optional(),
  /** of `growth-level`: what is missing to the level asked for */
  lacks: z.array(GrowthLineView).optional(),
});

/** What came of a claim. Vouchers stand in the wallet; their state is theirs. */
export const RewardClaimView = z.object({
  id: z.uuid(),
  state: z.enum(['held', 'issued', 'redeemed', 'expired', 'revoked', 'refused']),
  /** why a person looks before it is issued */
  holdReasons: z.array(z.enum(holdReasons)),
  claimedAt: instant,
  issuedAt: instant.nullable(),
  /** what the platform wrote when it released, refused or revoked */
  reason: z.string().nullable(),
  voucherIds: z.array(z.uuid()),
  cashCents: cents,
});
export type RewardClaimView = z.infer<typeof RewardClaimView>;

const plan = {
  id: z.uuid(),
  name: bilingual,
  summary: bilingual,
  opensAt: instant,
  closesAt: instant,
  lateHours: z.int(),
  /** nothing that arrives later is counted */
  countedUntil: instant,
  claimableUntil: instant,
  quota: z.int(),
  /** places that are taken: issued, or held */
  issued: z.int(),
  planState: z.enum(rewardPlanStates),
  tasks: z.array(RewardTaskTerms),
  rewards: z.array(RewardGift),
};

/** A plan as a creator sees it, with where they stand in it. */
export const RewardPlanView = z
  .object({
    ...plan,
    state: z.enum(rewardStates),
    eligible: z.boolean(),
    eligibility: z.array(EligibilityLineView),
    /** in the order of the tasks */
    progress: z.array(TaskProgressView),
    /** when the progress was counted; null before anybody enrolled */
    measuredAt: instant.nullable(),
    enrolledAt: instant.nullable(),
    achievedAt: instant.nullable(),
    claim: RewardClaimView.nullable(),
    asOf: instant,
  })
  .meta({ id: 'RewardPlanView' });
export type RewardPlanView = z.infer<typeof RewardPlanView>;

export const rewardFilters = ['open', 'mine', 'over'] as const;
export type RewardFilter = (typeof rewardFilters)[number];
/** `open` can be enrolled in, `mine` are those one takes part in, `over` are closed ones. */
export const RewardPlansQuery = z.strictObject({ show: z.enum(rewardFilters).default('open') });
export type RewardPlansQuery = z.infer<typeof RewardPlansQuery>;
/** Plans that one list shows at most, those that close first before the others. */
export const rewardPlansMost = 60;
export const RewardPlanList = z
  .object({
    items: z.array(RewardPlanView).max(rewardPlansMost),
    /** whether there were more than fit */
    more: z.boolean(),
    /** rewards of this desk that wait to be claimed */
    claimable: z.int(),
    asOf: instant,
  })
  .meta({ id: 'RewardPlanList' });
export type RewardPlanList = z.infer<typeof RewardPlanList>;

/** Safe to repeat under its key; a second claim under another one is refused. */
export const ClaimReward = z.strictObject({ requestKey: z.uuid() }).meta({ id: 'ClaimReward' });
export type ClaimReward = z.infer<typeof ClaimReward>;

/** What became of a claim: it was made, then issued or refused, then used, or over, or taken back. */
export const rewardStepKinds = ['claimed', 'issued', 'refused', 'redeemed', 'expired', 'revoked'] as const;
export type RewardStepKind = (typeof rewardStepKinds)[number];

/** A reward that was claimed, in the history of a desk. */
export const RewardHistoryRow = z
  .object({
    planId: z.uuid(),
    name: bilingual,
    rewards: z.array(RewardGift),
    claim: RewardClaimView,
    /** in the order of time */
    steps: z.array(z.object({ kind: z.enum(rewardStepKinds), at: instant })),
    /** that can still be used; null where nothing of it can */
    usableUntil: instant.nullable(),
  })
  .meta({ id: 'RewardHistoryRow' });
export type RewardHistoryRow = z.infer<typeof RewardHistoryRow>;
export const RewardHistoryQuery = z.strictObject(pageQuery);
export type RewardHistoryQuery = z.infer<typeof RewardHistoryQuery>;
export const RewardHistoryPage = pageOf(RewardHistoryRow);
