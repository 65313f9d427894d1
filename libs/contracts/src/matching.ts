import {
  type AudienceDimension,
  audienceBandAt,
  audienceDimensions,
  categories,
  creatorNoteKinds,
  healthLevels,
  matchPartKeys,
  subCategoryKeys,
  tierMixPresets,
} from '@poolrise/domain';
import { z } from 'zod';
import { CreatorRow } from './creators';
import { pageOf } from './paging';
import { bilingual, cents, instant, line, prose } from './text';

const share = z.number().min(0).max(1);
const day = z.iso.date();
const ids = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .refine((all) => new Set(all).size === all.length, 'names somebody twice: each creator once');
const dimensions = Object.keys(audienceDimensions) as [AudienceDimension, ...AudienceDimension[]];

/** Ways in which a brief can contradict itself, said of the field that has to change. */
type Fault = { path: (string | number)[]; message: string };
const faultsOf =
  <Value>(find: (value: Value) => Fault[]) =>
  (value: Value, context: z.RefinementCtx): void => {
    for (const { path, message } of find(value)) context.addIssue({ code: 'custom', path, message });
  };

/** Weights of the parts of a match, in any unit: they are taken in proportion. */
export const MatchWeightsAsk = z
  .partialRecord(z.enum(matchPartKeys), z.number().min(0).max(1_000))
  .refine(
    (weights) => Object.values(weights).some((weight) => weight > 0),
    'are all 0, so nothing would tell the creators apart: give one part a weight',
  );

/** Who counts as reached: followers of these genders and ages; an empty list is everybody. */
export const ReachTarget = z
  .strictObject({
    genders: z.array(z.enum(audienceDimensions.gender)).max(2),
    ages: z.array(z.enum(audienceDimensions.age)).max(5),
  })
  .meta({ id: 'ReachTarget' });
export type ReachTarget = z.infer<typeof ReachTarget>;

export const BriefAudienceWish = z.strictObject({
  dimension: z.enum(dimensions),
  value: z.string().max(40),
  /** of a creator's followers, 0 to 1 */
  share: share.gt(0, 'is 0, which asks for nothing: leave the band out'),
});

const keyword = z.strictObject({ word: line(30), weight: z.number().gt(0).max(100) });
const briefFields = z.strictObject({
  product: line(80),
  /** the brand that the brief is for, as notes name it */
  brand: line(60, 0),
  category: z.enum(categories),
  subCategories: z.array(z.enum(subCategoryKeys as [string, ...string[]])).max(10),
  keywords: z.array(keyword).max(12),
  target: ReachTarget,
  audience: z.array(BriefAudienceWish).max(24),
  kind: z.enum(creatorNoteKinds),
  /** of the whole campaign, with the platform's fee */
  budgetCents: cents.min(10_000, 'is below ¥100, for which no creator publishes').max(10_000_000_000),
  /** the dearest quote for one note; null when any will do */
  perNoteCents: cents.min(100).max(10_000_000_000).nullable(),
  /** days on which the notes are to be published, the last one too; by the clock of Shanghai */
  window: z.strictObject({ from: day, to: day }),
  /** keys of the workspace's tier scheme; empty when any will do */
  tierKeys: z.array(z.string().min(1).max(20)).max(12),
  followersFrom: z.int().min(0).max(1_000_000_000).nullable(),
  followersTo: z.int().min(0).max(1_000_000_000).nullable(),
  excludedIds: ids(200),
  /** brands whose notes rule a creator out near the window */
  competitors: z.array(line(60)).max(20),
  competitorDays: z.int().min(0).max(365),
  requiredHealth: z.enum(healthLevels).nullable(),
  disclosureRequired: z.boolean(),
  /** creators with so many open orders or more take no further one; null when it does not matter */
  ordersMax: z.int().min(1).max(100).nullable(),
  /** of `matchWeightPresets`; null for weights of one's own */
  presetId: z.string().max(40).nullable(),
  weights: MatchWeightsAsk,
  remarks: prose(500),
});

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function contradictions(brief: z.infer<typeof briefFields>): Fault[] {
  const { window, followersFrom, followersTo, perNoteCents, budgetCents, brand, competitors } = brief;
  const faults: Fault[] = [];
  if (window.to < window.from)
    faults.push({
      path: ['window', 'to'],
      message: `is before the first day ${window.from}: turn them round`,
    });
  if (followersFrom !== null && followersTo !== null && followersFrom > followersTo)
    faults.push({
      path: ['followersTo'],
      message: `is below the least number of followers ${followersFrom}: turn them round`,
    });
  if (perNoteCents !== null && perNoteCents > budgetCents)
    faults.push({ path: ['perNoteCents'], message: 'is above the budget of the whole campaign' });
  const own = brand && competitors.findIndex((name) => sameName(name, brand));
  if (typeof own === 'number' && own >= 0)
    faults.push({
      path: ['competitors', own],
      message: `${brand} is the brand of the brief and a competitor at once: take it out of one of them`,
    });
  brief.keywords.forEach(({ word }, at) => {
    if (brief.keywords.findIndex((other) => sameName(other.word, word)) < at)
      faults.push({ path: ['keywords', at, 'word'], message: `${word} stands in the list twice` });
  });
  return [...faults, ...audienceFaults(brief.audience)];
}

function audienceFaults(audience: readonly z.infer<typeof BriefAudienceWish>[]): Fault[] {
  const faults: Fault[] = [];
  const sums = new Map<string, number>();
  audience.forEach(({ dimension, value, share: wanted }, at) => {
    const path = ['audience', at];
    if (audienceBandAt(dimension, value) < 0)
      faults.push({ path: [...path, 'value'], message: `is no band of ${dimension}` });
    if (audience.findIndex((other) => other.dimension === dimension && other.value === value) < at)
      faults.push({ path: [...path, 'value'], message: 'stands in the list twice' });
    const sum = (sums.get(dimension) ?? 0) + wanted;
    sums.set(dimension, sum);
    if (sum > 1.0001)
      faults.push({
        path: [...path, 'share'],
        message: `brings ${dimension} to ${Math.round(sum * 100)} %: no audience has more than 100 %`,
      });
  });
  return faults;
}

/** What a brand is looking for. */
export const BriefWishes = briefFields.superRefine(faultsOf(contradictions)).meta({ id: 'BriefWishes' });
export type BriefWishes = z.infer<typeof BriefWishes>;

export const WriteBrief = z
  .strictObject({ wishes: BriefWishes, requestKey: z.uuid() })
  .meta({ id: 'WriteBrief' });
export type WriteBrief = z.infer<typeof WriteBrief>;
/** `version` is the one that was read: somebody else's change in between is not overwritten. */
export const ChangeBrief = z
  .strictObject({ wishes: BriefWishes, version: z.int().min(1).max(1_000_000) })
  .meta({ id: 'ChangeBrief' });
export type ChangeBrief = z.infer<typeof ChangeBrief>;

export const BriefView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    wishes: briefFields,
    createdBy: z.string(),
    createdAt: instant,
    updatedAt: instant,
    /** creators who are named in it */
    named: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** the workspace's own tiers */
    tiers: z.array(z.object({ key: z.string(), name: bilingual, from: z.int() })),
  })
  .meta({ id: 'BriefView' });
export type BriefView = z.infer<typeof BriefView>;

export const BriefRow = z
  .object({
    id: z.uuid(),
    product: z.string(),
    category: z.enum(categories),
    kind: z.enum(creatorNoteKinds),
    budgetCents: cents,
    window: z.object({ from: day, to: day }),
    portfolios: z.int(),
    createdBy: z.string(),
    updatedAt: instant,
  })
  .meta({ id: 'BriefRow' });
export type BriefRow = z.infer<typeof BriefRow>;
export const BriefPage = pageOf(BriefRow).meta({ id: 'BriefPage' });

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

const people = z.object({
  people: z.number(),
  standardError: z.number(),
  low: z.number(),
  high: z.number(),
});
export type PeopleView = z.infer<typeof people>;

export const AskReach = z
  .strictObject({
    creatorIds: ids(60).min(1),
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

const OwnMix = z.strictObject({
  shares: z
    .array(
      z.strictObject({
        tierKeys: z.array(z.string().min(1).max(20)).min(1).max(12),
        shareOfCreators: share.nullable(),
        shareOfSpend: share.nullable(),
      }),
    )
    .min(1)
    .max(12),
  tolerance: share,
});

/** What a portfolio is to be. `mix`: none, one of the platform's presets, or shares of one's own. */
export const PortfolioWishes = z
  .strictObject({
    budgetCents: cents.min(10_000).max(10_000_000_000),
    /** how many of the ranking are considered, when no ids are given */
    top: z.int().min(1).max(500),
    /** only these are considered; null for the top of the ranking */
    creatorIds: ids(500).min(1).nullable(),
    mixPreset: z.enum(tierMixPresets.map(({ id }) => id) as [string, ...string[]]).nullable(),
    ownMix: OwnMix.nullable(),
    mixTolerance: share.nullable(),
    mustHaveIds: ids(60),
    excludedIds: ids(200),
    maxCreators: z.int().min(1).max(200).nullable(),
    maxPerCategory: z.int().min(1).max(200).nullable(),
    /** whether every follower counts, or the share that reads a note of hers */
    counting: z.enum(['followers', 'readers']),
  })
  .superRefine(
    faultsOf(({ mixPreset, ownMix }) =>
      mixPreset !== null && ownMix !== null
        ? [{ path: ['ownMix'], message: 'stands beside a preset: choose one of the two' }]
        : [],
    ),
  )
  .meta({ id: 'PortfolioWishes' });
export type PortfolioWishes = z.infer<typeof PortfolioWishes>;
export const AskPortfolio = z
  .strictObject({ wishes: PortfolioWishes, requestKey: z.uuid() })
  .meta({ id: 'AskPortfolio' });
export type AskPortfolio = z.infer<typeof AskPortfolio>;

export const portfolioStates = ['waiting', 'running', 'done', 'failed'] as const;
export type PortfolioState = (typeof portfolioStates)[number];

const who = z.object({
  id: z.uuid(),
  name: z.string(),
  followers: z.int(),
  category: z.enum(categories).nullable(),
  tier: bilingual,
});

const Remedy = z.discriminatedUnion('act', [
  z.object({ act: z.literal('raise-budget'), toCents: cents }),
  z.object({ act: z.enum(['drop-must-have', 'drop-exclusion']), creatorIds: z.array(z.uuid()) }),
  z.object({ act: z.literal('raise-limit'), to: z.int() }),
  z.object({ act: z.literal('add-candidates'), tierKeys: z.array(z.string()) }),
  z.object({ act: z.literal('widen-tolerance'), to: z.number() }),
  z.object({ act: z.literal('drop-mix') }),
]);
export type RemedyView = z.infer<typeof Remedy>;

export const portfolioRefusals = [
  'no-candidates',
  'nothing-affordable',
  'must-have-excluded',
  'must-haves-above-budget',
  'must-haves-above-limit',
  'must-haves-above-category',
  'must-have-outside-mix',
  'tier-without-candidates',
  'tier-above-its-share',
  'mix-out-of-reach',
] as const;

/** Why no plan can be made, and what would help. */
const RefusalView = z.object({
  refusal: z.enum(portfolioRefusals),
  creatorIds: z.array(z.uuid()),
  tierKeys: z.array(z.string()),
  category: z.string().nullable(),
  neededCents: cents.nullable(),
  remedies: z.array(Remedy),
});
export type RefusalView = z.infer<typeof RefusalView>;

const PickView = z.object({
  creatorId: z.uuid(),
  priceCents: cents,
  mustHave: z.boolean(),
  adds: people,
  lostWithout: people,
  centsPerThousand: cents.nullable(),
  binding: z
    .object({
      rule: z.enum(['budget', 'max-creators', 'category', 'tier-mix', 'together']),
      creatorId: z.uuid(),
    })
    .nullable(),
  swap: z.object({ creatorId: z.uuid(), readers: z.number(), cents }).nullable(),
});
export type PickView = z.infer<typeof PickView>;

const PlanView = z.object({
  picks: z.array(PickView),
  net: people,
  sum: people,
  overlapShare: z.number(),
  overlapStandardError: z.number(),
  spentCents: cents,
  leftCents: cents,
  overGreedy: z.number(),
  /** what further money would bring; null when nothing would */
  shadowPrice: z
    .object({
      readersPerThousandYuan: z.number(),
      furtherCents: cents,
      creatorId: z.uuid(),
      leavingId: z.uuid().nullable(),
    })
    .nullable(),
  mix: z.array(
    z.object({ tierKeys: z.array(z.string()), shareOfCreators: z.number(), shareOfSpend: z.number() }),
  ),
  sampleShare: z.number(),
  rough: z.array(z.uuid()),
});
export type PlanView = z.infer<typeof PlanView>;

const Frontier = z.array(
  z.object({ budgetCents: cents, spentCents: cents, creators: z.int(), reach: people.nullable() }),
);

/** A portfolio: asked for, under way, or with its result, which is kept. The plan comes first, the frontier after it. */
export const PortfolioView = z
  .object({
    id: z.uuid(),
    briefId: z.uuid(),
    product: z.string(),
    target: ReachTarget,
    state: z.enum(portfolioStates),
    wishes: PortfolioWishes,
    /** of the quote, which the brand pays on top of it */
    feeShare: z.number(),
    feeSource: z.string(),
    candidates: z.int(),
    /** candidates of whose followers nothing is known, and who were passed over */
    withoutAudience: z.int(),
    plan: PlanView.nullable(),
    refusal: RefusalView.nullable(),
    frontier: Frontier.nullable(),
    /** everybody whom plan, refusal or wishes name */
    creators: z.array(who),
    tiers: z.array(z.object({ key: z.string(), name: bilingual })),
    requestedBy: z.string(),
    requestedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'PortfolioView' });
export type PortfolioView = z.infer<typeof PortfolioView>;

/** The latest portfolios of a brief, in short. */
export const PortfolioList = z
  .object({
    items: z
      .array(
        z.object({
          id: z.uuid(),
          state: z.enum(portfolioStates),
          budgetCents: cents,
          creators: z.int().nullable(),
          people: z.number().nullable(),
          requestedBy: z.string(),
          requestedAt: instant,
        }),
      )
      .max(20),
  })
  .meta({ id: 'PortfolioList' });
export type PortfolioList = z.infer<typeof PortfolioList>;
