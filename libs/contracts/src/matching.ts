import { creatorNoteKinds, healthLevels, matchPartKeys } from '@poolrise/domain';
import { z } from 'zod';
import { creatorIds, MatchWeightsAsk, ReachTarget } from './briefs';
import { CreatorRow } from './creators';
import { cents, instant } from './text';

/** Weights that are tried without being kept; the brief's own when left out. */
export const AskMatches = z
  .strictObject({
    weights: MatchWeightsAsk.optional(),
    offset: z.int().min(0).max(5_000).default(0),
    limit: z.int().min(1).max(100).default(20),
  })
  .meta({ id: 'AskMatches' });
export type AskMatches = z.infer<typeof AskMatches>;

export const matchRules = [
  'blacklisted',
  'excluded',
  'health',
  'competitor',
  'capacity',
  'kind-not-accepted',
  'above-budget',
  'followers',
  'tier',
  'disclosure',
] as const;
export type MatchRule = (typeof matchRules)[number];

const part = z.enum(matchPartKeys);
const tenths = z.int();
const verdict = z.enum(['below', 'inside', 'above']);
const PriceBandView = z.object({
  peers: z.int(),
  quantiles: z.object({ p10: cents, p25: cents, p50: cents, p75: cents, p90: cents }).nullable(),
  percentile: z.number().nullable(),
  verdict: verdict.nullable(),
  published: z.array(
    z.object({
      followersFrom: z.int(),
      followersTo: z.int().nullable(),
      lowCents: cents,
      highCents: cents.nullable(),
      mark: z.string(),
      source: z.string(),
      verdict,
    }),
  ),
});
export type PriceBandView = z.infer<typeof PriceBandView>;

export const MatchRow = z
  .object({
    place: z.int(),
    creator: CreatorRow,
    quoteCents: cents,
    /** points of a hundred in tenths; those of the parts sum to it. Null when not one part is known */
    tenths: tenths.nullable(),
    parts: z.array(
      z.object({
        part,
        value: z.number(),
        standardError: z.number().nullable(),
        weight: z.number(),
        tenths,
      }),
    ),
    leftOut: z.array(z.object({ part, why: z.enum(['not-asked', 'not-known']), weight: z.number() })),
    /** of what is asked for by weight, how much is known of her, 0 to 1; with too little she stands behind the others */
    knownShare: z.number(),
    littleKnown: z.boolean(),
    price: PriceBandView,
  })
  .meta({ id: 'MatchRow' });
export type MatchRow = z.infer<typeof MatchRow>;

/** A rule that was broken, with what it was broken by; only the fields of the rule are filled. */
const BrokenRuleView = z.object({
  rule: z.enum(matchRules),
  reason: z.string().optional(),
  has: z.enum(healthLevels).optional(),
  needs: z.enum(healthLevels).optional(),
  brandId: z.string().optional(),
  on: instant.optional(),
  withinDays: z.int().optional(),
  activeOrders: z.int().optional(),
  ordersMax: z.int().optional(),
  kind: z.enum(creatorNoteKinds).optional(),
  quoteCents: cents.optional(),
  budgetCents: cents.optional(),
  followers: z.int().optional(),
  from: z.int().optional(),
  to: z.int().nullable().optional(),
  tierKey: z.string().optional(),
  wanted: z.array(z.string()).optional(),
  disclosedShare: z.number().nullable().optional(),
});
export type BrokenRuleView = z.infer<typeof BrokenRuleView>;

export const MatchView = z
  .object({
    asOf: instant,
    /** creators in the directory; those who fit category or keywords; those of them who were held against the brief */
    directory: z.int(),
    fitting: z.int(),
    looked: z.int(),
    /** of those, how many break no hard rule */
    ranked: z.int(),
    /** in use, all of them summing to 1 */
    weights: z.record(part, z.number()),
    items: z.array(MatchRow),
    ruledOut: z.int(),
    /** by the rule; who breaks two counts under both */
    rules: z.array(
      z.object({
        rule: z.enum(matchRules),
        creators: z.int(),
        examples: z.array(
          z.object({
            id: z.uuid(),
            name: z.string(),
            tenths: tenths.nullable(),
            broken: BrokenRuleView,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'MatchView' });
export type MatchView = z.infer<typeof MatchView>;

export const AskLift = z
  .strictObject({
    weights: MatchWeightsAsk.optional(),
    /** the place to be reached, 1 being the first */
    place: z.int().min(1).max(5_000),
  })
  .meta({ id: 'AskLift' });
export type AskLift = z.infer<typeof AskLift>;

export const LiftView = z
  .object({
    place: z.int(),
    /** too little is known of her for a place among the others, whatever her score */
    littleKnown: z.boolean(),
    /** where points are lost, the most first, in points of a hundred */
    lost: z.array(z.object({ part, points: z.number() })),
    /** null when she stands there or above already */
    lift: z
      .object({
        above: z.object({ id: z.uuid(), name: z.string() }),
        points: z.number(),
        /** the highest quote with which she would pass; null when no price is low enough */
        quoteCents: cents.nullable(),
        parts: z.array(z.object({ part, from: z.number(), to: z.number() })),
      })
      .nullable(),
  })
  .meta({ id: 'LiftView' });
export type LiftView = z.infer<typeof LiftView>;

/** A number of people off a sample, with its 95 % interval. */
export const people = z.object({
  people: z.number(),
  standardError: z.number(),
  low: z.number(),
  high: z.number(),
});
export type PeopleView = z.infer<typeof people>;

export const AskReach = z
  .strictObject({
    creatorIds: creatorIds(60).min(1),
    target: ReachTarget.default({ genders: [], ages: [] }),
  })
  .meta({ id: 'AskReach' });
export type AskReach = z.infer<typeof AskReach>;

/** What several creators reach together, each follower counted once. */
export const ReachView = z
  .object({
    net: people,
    sum: people,
    overlapShare: z.number(),
    overlapStandardError: z.number(),
    /** in the order asked for */
    members: z.array(
      z.object({
        creatorId: z.uuid(),
        name: z.string(),
        audience: people,
        /** beyond those before her */
        adds: people,
        /** reached by nobody else */
        alone: people,
      }),
    ),
    /** creators of whose followers nothing is known */
    unknown: z.array(z.object({ creatorId: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'ReachView' });
export type ReachView = z.infer<typeof ReachView>;
