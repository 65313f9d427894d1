import { abuserKinds, hardeningKeys, holdReasons, rewardKinds, rewardPlanStates } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { RewardPlanTerms, RewardPlanTermsView } from './rewards';
import { bilingual, cents, instant, line } from './text';

const reason = line(200);

/** The middle of what is likely and the 80 % interval around it. */
const Likely = z.object({ low: z.number(), middle: z.number(), high: z.number() });
export type LikelyView = z.infer<typeof Likely>;
/** A mean over simulated worlds and half its 95 % interval; null where there is none. */
const SimulatedMean = z.object({ value: z.number().nullable(), half: z.number().nullable() });
export type SimulatedMean = z.infer<typeof SimulatedMean>;

/** What a plan is expected to bring and cost. Creators, integer cents, days of the window. */
export const PlanForecastView = z
  .object({
    creators: z.int(),
    eligible: Likely,
    enrolled: Likely,
    achieved: Likely,
    issued: Likely,
    costs: z.array(z.object({ kind: z.enum(rewardKinds), cents: Likely })),
    totalCents: Likely,
    mostCents: cents,
    runsOut: z.object({ chance: z.number(), day: Likely.nullable() }),
    course: z.array(z.object({ day: z.number(), issued: Likely })).max(40),
  })
  .meta({ id: 'PlanForecastView' });
export type PlanForecastView = z.infer<typeof PlanForecastView>;

const AbuseOutcomeView = z.object({
  honest: SimulatedMean,
  abusers: z.array(z.object({ kind: z.enum(abuserKinds), issued: SimulatedMean })),
  abuseCents: SimulatedMean,
  abuseShare: SimulatedMean,
});

/** Who would get the budget when some cheat, with and without the hold; played on made-up people. */
export const PlanAbuseView = z
  .object({
    withoutHolds: AbuseOutcomeView,
    withHolds: AbuseOutcomeView,
    honestHeld: SimulatedMean,
    honestRefused: SimulatedMean,
    abuseHeld: SimulatedMean,
    steps: z
      .array(
        z.object({
          key: z.enum(hardeningKeys),
          value: z.number(),
          savedCents: SimulatedMean,
          honestLost: SimulatedMean,
        }),
      )
      .max(hardeningKeys.length),
  })
  .meta({ id: 'PlanAbuseView' });
export type PlanAbuseView = z.infer<typeof PlanAbuseView>;

/** The terms to be forecast; nothing is kept. */
export const ForecastRewardPlan = z
  .strictObject({ terms: RewardPlanTerms })
  .meta({ id: 'ForecastRewardPlan' });
export type ForecastRewardPlan = z.infer<typeof ForecastRewardPlan>;
export const RewardPlanOutlook = z
  .object({
    forecast: PlanForecastView,
    abuse: PlanAbuseView,
    /** ended plans that the shares were learnt from */
    pastPlans: z.int(),
    asOf: instant,
  })
  .meta({ id: 'RewardPlanOutlook' });
export type RewardPlanOutlook = z.infer<typeof RewardPlanOutlook>;

/** A new draft; the same key again is the same draft. */
export const DraftRewardPlan = z
  .strictObject({ terms: RewardPlanTerms, requestKey: z.uuid() })
  .meta({ id: 'DraftRewardPlan' });
export type DraftRewardPlan = z.infer<typeof DraftRewardPlan>;

/** Other terms of a draft. `version` is the one that was looked at: whoever is second is told. */
export const ChangeRewardPlan = z
  .strictObject({ terms: RewardPlanTerms, version: z.int().min(1) })
  .meta({ id: 'ChangeRewardPlan' });
export type ChangeRewardPlan = z.infer<typeof ChangeRewardPlan>;

export const rewardPlanMoves = ['launch', 'pause', 'resume', 'end'] as const;
export type RewardPlanMove = (typeof rewardPlanMoves)[number];
export const MoveRewardPlan = z
  .strictObject({ move: z.enum(rewardPlanMoves), version: z.int().min(1) })
  .meta({ id: 'MoveRewardPlan' });
export type MoveRewardPlan = z.infer<typeof MoveRewardPlan>;

/** Of a plan that was opened only more places and an earlier close can be set: creators have read the rest. */
export const WidenRewardPlan = z
  .strictObject({
    quota: z.int().min(1).max(1_000_000),
    closesAt: instant,
    version: z.int().min(1),
  })
  .meta({ id: 'WidenRewardPlan' });
export type WidenRewardPlan = z.infer<typeof WidenRewardPlan>;

const row = {
  id: z.uuid(),
  name: bilingual,
  state: z.enum(rewardPlanStates),
  opensAt: instant,
  closesAt: instant,
  quota: z.int(),
  /** places taken: issued, or held and undecided */
  issued: z.int(),
  held: z.int(),
  enrolled: z.int(),
  /** what was given so far at its face, impressions at the price of boosts; without what was taken back */
  costCents: cents,
  /** what was expected when it was opened; null of drafts */
  expectedCents: Likely.nullable(),
};
export const RewardDeskRow = z.object(row).meta({ id: 'RewardDeskRow' });
export type RewardDeskRow = z.infer<typeof RewardDeskRow>;
export const RewardDeskQuery = z.strictObject({ ...pageQuery, state: z.enum(rewardPlanStates).optional() });
export type RewardDeskQuery = z.infer<typeof RewardDeskQuery>;
export const RewardDeskPage = pageOf(RewardDeskRow);

/** One plan with all that the platform's people know of it. */
export const RewardDeskPlan = z
  .object({
    ...row,
    version: z.int(),
    terms: RewardPlanTermsView,
    begun: z.int(),
    achieved: z.int(),
    claimed: z.int(),
    refused: z.int(),
    revoked: z.int(),
    forecast: PlanForecastView.nullable(),
    forecastAt: instant.nullable(),
    createdBy: z.string().nullable(),
    asOf: instant,
  })
  .meta({ id: 'RewardDeskPlan' });
export type RewardDeskPlan = z.infer<typeof RewardDeskPlan>;

export const rewardVerdicts = ['release', 'refuse'] as const;
export type RewardVerdict = (typeof rewardVerdicts)[number];

/** A claim of a plan, with what speaks for and against it. */
export const RewardDeskClaim = z
  .object({
    id: z.uuid(),
    planId: z.uuid(),
    planName: bilingual,
    deskName: z.string(),
    creatorId: z.uuid().nullable(),
    creatorName: z.string().nullable(),
    followers: z.int().nullable(),
    state: z.enum(['held', 'issued', 'refused', 'revoked']),
    holdReasons: z.array(z.enum(holdReasons)),
    claimedAt: instant,
    /** at its face */
    worthCents: cents,
    evidence: z.object({
      notes: z.int(),
      /** organic reads of the notes of the window */
      reads: z.int(),
      /** events of these notes that were set aside */
      quarantined: z.int(),
      /** of the reads those that are kept one by one, at most the latest 2,000 a note, and the readers behind them, each once a note */
      opened: z.int(),
      readers: z.int(),
      /** other desks of the plan that somebody of this desk is a member of */
      sharedDesks: z.int(),
    }),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'RewardDeskClaim' });
export type RewardDeskClaim = z.infer<typeof RewardDeskClaim>;
export const RewardDeskClaimsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(['held', 'decided', 'issued']).default('held'),
  planId: z.uuid().optional(),
});
export type RewardDeskClaimsQuery = z.infer<typeof RewardDeskClaimsQuery>;
export const RewardDeskClaimPage = pageOf(RewardDeskClaim);

/** A decision about a held claim. The same answer of the same person, sent again, is the same decision. */
export const AnswerRewardClaim = z
  .strictObject({ verdict: z.enum(rewardVerdicts), reason })
  .meta({ id: 'AnswerRewardClaim' });
export type AnswerRewardClaim = z.infer<typeof AnswerRewardClaim>;
export const RevokeRewardClaim = z.strictObject({ reason }).meta({ id: 'RevokeRewardClaim' });
export type RevokeRewardClaim = z.infer<typeof RevokeRewardClaim>;
