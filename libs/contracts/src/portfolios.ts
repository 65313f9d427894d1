import { boostVerdicts, categories, tierMixPresets } from '@poolrise/domain';
import { z } from 'zod';
import { creatorIds, faultsOf, ReachTarget, share } from './briefs';
import { people } from './matching';
import { boostFaults, mixFaults } from './portfolio-faults';
import { bilingual, cents, instant } from './text';

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

const Boosts = z.strictObject({
  /** the most of the budget that may go to boosts of the creators' notes */
  shareMax: share.gt(0, 'is 0, which pays for no boost: leave boosts out'),
});

/** What a portfolio is to be. `mix`: none, one of the platform's presets, or shares of one's own. */
export const PortfolioWishes = z
  .strictObject({
    budgetCents: cents.min(10_000).max(10_000_000_000),
    /** how many of the ranking are considered, when no ids are given */
    top: z.int().min(1).max(500),
    /** only these are considered; null for the top of the ranking */
    creatorIds: creatorIds(500).min(1).nullable(),
    mixPreset: z.enum(tierMixPresets.map(({ id }) => id) as [string, ...string[]]).nullable(),
    ownMix: OwnMix.nullable(),
    mixTolerance: share.nullable(),
    mustHaveIds: creatorIds(60),
    excludedIds: creatorIds(200),
    maxCreators: z.int().min(1).max(200).nullable(),
    maxPerCategory: z.int().min(1).max(200).nullable(),
    /** whether every follower counts, or the share that reads a note of hers */
    counting: z.enum(['followers', 'readers']),
    /** null when all of the money is for creators */
    boosts: Boosts.nullable().default(null),
  })
  .superRefine(
    faultsOf(({ mixPreset, ownMix, boosts, budgetCents, counting }) => [
      ...(mixPreset !== null && ownMix !== null
        ? [{ path: ['ownMix'], message: 'stands beside a preset: choose one of the two' }]
        : []),
      ...mixFaults(ownMix),
      ...boostFaults(boosts, budgetCents, counting),
    ]),
  );
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
  /** money behind her note, and the readers it adds whom nobody else reaches, with their 95 % interval */
  boost: z.object({ cents, readers: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type PickView = z.infer<typeof PickView>;

const interval = { low: z.number(), high: z.number() };
/** What boosts were good for beside creators. */
const BoostsView = z.object({
  cents,
  readers: z.number(),
  ...interval,
  verdict: z.enum(boostVerdicts),
  /** readers more than the best plan of creators alone */
  gain: z.object({ readers: z.number(), ...interval }),
  /** readers for every 1,000 yuan: of the best boost, and of the pick that brings least for its money */
  boostPerThousandYuan: z.number().nullable(),
  lastPickPerThousandYuan: z.number().nullable(),
  /** of paid readers of the target, who are reached by nobody else */
  newShare: z.number(),
  /** the best plan of creators alone */
  without: z.object({ net: people, creators: z.int(), spentCents: cents }),
  /** what ended boosts brought, on which the forecast rests */
  benchmarks: z.array(
    z.object({
      category: z.enum(categories).nullable(),
      notes: z.int(),
      impressions: z.int(),
      reads: z.int(),
      through: z.iso.date(),
    }),
  ),
  /** the price of impressions, and where it comes from */
  centsPerThousand: cents,
  priceSource: bilingual,
});
export type BoostsView = z.infer<typeof BoostsView>;

const PlanView = z.object({
  picks: z.array(PickView),
  net: people,
  sum: people,
  overlapShare: z.number(),
  overlapStandardError: z.number(),
  /** creators and boosts together */
  spentCents: cents,
  leftCents: cents,
  overGreedy: z.number(),
  /** what further money would bring; null when nothing would */
  shadowPrice: z
    .object({
      readersPerThousandYuan: z.number(),
      furtherCents: cents,
      move: z.enum(['add', 'swap', 'boost']),
      creatorId: z.uuid(),
      leavingId: z.uuid().nullable(),
    })
    .nullable(),
  mix: z.array(
    z.object({ tierKeys: z.array(z.string()), shareOfCreators: z.number(), shareOfSpend: z.number() }),
  ),
  sampleShare: z.number(),
  rough: z.array(z.uuid()),
  /** null when none were allowed */
  boosts: BoostsView.nullable(),
});
export type PlanView = z.infer<typeof PlanView>;

const Frontier = z.array(
  z.object({
    budgetCents: cents,
    spentCents: cents,
    boostCents: cents,
    creators: z.int(),
    reach: people.nullable(),
    /** what creators alone reach; null where no boosts were allowed, or nobody can be paid */
    withoutBoosts: people.nullable(),
  }),
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
