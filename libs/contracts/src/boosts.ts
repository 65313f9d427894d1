import {
  boostGoals,
  boostPlacements,
  categories,
  liftMetrics,
  liftTerms,
  voucherKinds,
  voucherPlacements,
  walletBuckets,
} from '@poolrise/domain';
import { z } from 'zod';
import { ageBands, cityTiers, genders } from './feed';
import { faultsOf } from './briefs';
import { CampaignLink } from './campaign-link';
import { keywordList, negativeList, placedFields, placementFaults } from './keywords';
import { pageOf, pageQuery } from './paging';
import { cents, instant } from './text';

export const boostStates = ['scheduled', 'running', 'completed', 'stopped'] as const;
export type BoostState = (typeof boostStates)[number];

/** Whom paid slots may reach; nothing named means everyone the note is matched with. */
export const BoostAudience = z.strictObject({
  genders: z.array(z.enum(genders)).max(genders.length).optional(),
  ageBands: z.array(z.enum(ageBands)).max(ageBands.length).optional(),
  cityTiers: z.array(z.enum(cityTiers)).max(cityTiers.length).optional(),
  interests: z.array(z.enum(categories)).max(categories.length).optional(),
});
export type BoostAudience = z.infer<typeof BoostAudience>;

/** Readers who are not shown the boost, so that what it brings can be told from what would have come anyway. */
export const HoldoutAsk = z.strictObject({
  /** share of the readers who are held out */
  share: z.number().min(liftTerms.shareMin).max(liftTerms.shareMax),
  metric: z.enum(liftMetrics),
  /** the least effect worth finding, as a share of the readers who come by: 0.01 is 1 in 100 */
  minimumEffect: z.number().min(liftTerms.minimumEffectMin).max(liftTerms.minimumEffectMax),
});

const plan = {
  noteId: z.uuid(),
  placement: placedFields.placement,
  goal: z.enum(boostGoals),
  budgetCents: cents.min(1).max(100_000_000),
  durationHours: z
    .int()
    .min(1)
    .max(24 * 60),
  /** leave out to start now */
  startsAt: instant.optional(),
  audience: BoostAudience.default({}),
  voucherIds: z.array(z.uuid()).max(5).default([]),
  /** frozen at launch: a holdout is never added, changed or dropped once the boost is launched */
  holdout: HoldoutAsk.optional(),
};

export const PreviewBoost = z.strictObject(plan).meta({ id: 'PreviewBoost' });
export type PreviewBoost = z.infer<typeof PreviewBoost>;
/** requestKey is made by the client when the form opens: the same key never launches twice. */
export const LaunchBoost = z
  .strictObject({
    ...plan,
    ...placedFields,
    /** the campaign that it belongs to; one that has not ended */
    campaignId: z.uuid().optional(),
    requestKey: z.uuid(),
  })
  .superRefine(faultsOf(placementFaults))
  .meta({ id: 'LaunchBoost' });
export type LaunchBoost = z.infer<typeof LaunchBoost>;

export const voucherStates = ['usable', 'reserved', 'spent', 'expired', 'revoked', 'scheduled'] as const;
export const VoucherView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(voucherKinds),
    state: z.enum(voucherStates),
    faceCents: cents.nullable(),
    remainingCents: cents.nullable(),
    reservedCents: cents.nullable(),
    ratioBasisPoints: z.int().nullable(),
    capCents: cents.nullable(),
    impressions: z.int().nullable(),
    minimumBudgetCents: cents,
    stackable: z.boolean(),
    /** where it may be used; an empty list means everywhere */
    categories: z.array(z.enum(categories)),
    placements: z.array(z.enum(voucherPlacements)),
    goals: z.array(z.enum(boostGoals)),
    noteIds: z.array(z.uuid()),
    /** its cash ratio: vouchers together pay at most so many basis points of a budget, the wallet the rest */
    maxShareBasisPoints: z.int(),
    validFrom: instant,
    expiresAt: instant,
    grantedBy: z.string(),
  })
  .meta({ id: 'VoucherView' });
export type VoucherView = z.infer<typeof VoucherView>;
export const VouchersQuery = z.strictObject({ ...pageQuery, state: z.enum(voucherStates).optional() });
export const VoucherPage = pageOf(VoucherView);

/** What the launch dialog stands on: the price, the balance, the vouchers, the limits. */
export const BoostOffer = z
  .object({
    noteId: z.uuid(),
    noteTitle: z.string(),
    category: z.enum(categories),
    boostable: z.boolean(),
    notBoostableBecause: z.string().nullable(),
    centsPerThousand: z.int(),
    cashCents: cents,
    minimumBudgetCents: cents,
    maximumBudgetCents: cents,
    minimumHours: z.int(),
    maximumHours: z.int(),
    vouchers: z.array(VoucherView),
    noteEvidence: z.object({
      organicImpressions: z.int(),
      organicReads: z.int(),
      organicLikes: z.int(),
      organicCollects: z.int(),
      organicFollows: z.int(),
    }),
  })
  .meta({ id: 'BoostOffer' });
export type BoostOffer = z.infer<typeof BoostOffer>;

/** What the holdout asked for would find out. */
export const HoldoutPlanView = z
  .object({
    canTell: z.boolean(),
    /** share of readers expected to do it without the boost */
    baseRate: z.number(),
    readersExpected: z.int(),
    readersNeeded: z.int(),
    exposedNeeded: z.int(),
    heldOutNeeded: z.int(),
    powerExpected: z.number(),
    /** with the readers expected; null when no effect would be seen */
    smallestEffect: z.number().nullable(),
    daysNeeded: z.number().nullable(),
  })
  .meta({ id: 'HoldoutPlanView' });

/** Cents of each bucket of the wallet. */
const bucketCents = z.object({ compensation: cents, rebate: cents, cash: cents, credit: cents });
const interval = z.object({ low: z.number(), mid: z.number(), high: z.number() });
export const BoostPreview = z
  .object({
    asOf: instant,
    refusal: z.object({ code: z.string(), remedy: z.string() }).nullable(),
    voucherCents: cents,
    /** what vouchers leave open, and what each bucket of the wallet pays of it */
    walletCents: cents,
    wallet: bucketCents,
    impressions: z.int(),
    forecast: z
      .object({
        reads: interval,
        likesCollects: interval,
        follows: interval,
        coverage: z.number(),
        source: z.string(),
      })
      .nullable(),
    /** what comes back when it is stopped half way, as an example of the refund rule */
    refundIfStoppedHalfway: z.object({ walletCents: cents, voucherCents: cents }).nullable(),
    /** null without a holdout, or while the boost itself is refused */
    holdout: HoldoutPlanView.nullable(),
  })
  .meta({ id: 'BoostPreview' });
export type BoostPreview = z.infer<typeof BoostPreview>;

export const BoostRow = z
  .object({
    id: z.uuid(),
    noteId: z.uuid(),
    noteTitle: z.string(),
    placement: z.enum(boostPlacements),
    goal: z.enum(boostGoals),
    state: z.enum(boostStates),
    budgetCents: cents,
    voucherCents: cents,
    walletCents: cents,
    spentCents: cents,
    plannedImpressions: z.int(),
    deliveredImpressions: z.int(),
    startsAt: instant,
    endsAt: instant,
    launchedAt: instant,
    endedAt: instant.nullable(),
    pacing: z.number().nullable(),
  })
  .meta({ id: 'BoostRow' });
export type BoostRow = z.infer<typeof BoostRow>;
export const BoostsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(boostStates).optional(),
  noteId: z.uuid().optional(),
});
export const BoostPage = pageOf(BoostRow);

export const BoostView = BoostRow.extend({
  asOf: instant,
  audience: BoostAudience,
  /** of a boost in search; null in the feed */
  words: z.object({ keywords: keywordList, negatives: negativeList }).nullable(),
  launchedBy: z.string(),
  campaign: CampaignLink.nullable(),
  centsPerThousand: z.int(),
  /** the buckets of the wallet that pay what vouchers leave open; with the vouchers they add up to the budget */
  wallet: z.array(
    z.object({
      bucket: z.enum(walletBuckets),
      reservedCents: cents,
      spentCents: cents,
      returnedCents: cents,
    }),
  ),
  vouchers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      reservedCents: cents,
      spentCents: cents,
      returnedCents: cents,
      lapsedCents: cents,
    }),
  ),
  refundedCents: cents,
  lapsedCents: cents,
  reads: z.int(),
  likes: z.int(),
  collects: z.int(),
  follows: z.int(),
  /** organic reading of the same note over the same hours, side by side and never mixed */
  organic: z.object({ impressions: z.int(), reads: z.int(), ctr: z.number().nullable() }),
  ctr: z.number().nullable(),
  cpc: z.number().nullable(),
  cpm: z.number().nullable(),
  /** readers who are held out of it, when it carries a trial: see the boost's lift */
  holdout: HoldoutAsk.nullable(),
  paceState: z.enum(['ahead', 'on-plan', 'behind', 'not-started', 'ended']),
  /** hours by their start, to the end of the plan; both summed up to the end of each hour, delivery only up to now (a shorter list) */
  series: z.object({ hours: z.array(instant), planned: z.array(z.number()), delivered: z.array(z.int()) }),
}).meta({ id: 'BoostView' });
export type BoostView = z.infer<typeof BoostView>;
