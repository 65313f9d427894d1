import {
  type AudienceDimension,
  audienceBandAt,
  audienceDimensions,
  categories,
  creatorNoteKinds,
  healthLevels,
  type MatchPartKey,
  matchPartKeys,
  subCategoryKeys,
} from '@poolrise/domain';
import { z } from 'zod';
import { pageOf } from './paging';
import { bilingual, cents, instant, line, prose } from './text';

export const share = z.number().min(0).max(1);
const day = z.iso.date();
/** Ids of creators, each once. */
export const creatorIds = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .refine((all) => new Set(all).size === all.length, 'names somebody twice: each creator once');
const dimensions = Object.keys(audienceDimensions) as [AudienceDimension, ...AudienceDimension[]];

/** Ways in which a brief can contradict itself, said of the field that has to change. */
export type Fault = { path: (string | number)[]; message: string };
export const faultsOf =
  <Value>(find: (value: Value) => Fault[]) =>
  (value: Value, context: z.RefinementCtx): void => {
    for (const { path, message } of find(value)) context.addIssue({ code: 'custom', path, message });
  };

const weight = z.number().min(0).max(1_000);
/** Weights of the parts of a match, in any unit: they are taken in proportion. */
export const MatchWeightsAsk = z
  .strictObject(
    Object.fromEntries(matchPartKeys.map((part) => [part, weight.optional()])) as Record<
      MatchPartKey,
      z.ZodOptional<typeof weight>
    >,
  )
  .refine(
    (weights) => Object.values(weights).some((one) => (one ?? 0) > 0),
    'are all 0, so nothing would tell the creators apart: give one part a weight',
  );

/** Who counts as reached: followers of these genders and ages; an empty list is everybody. */
export const ReachTarget = z.strictObject({
  genders: z.array(z.enum(audienceDimensions.gender)).max(2),
  ages: z.array(z.enum(audienceDimensions.age)).max(5),
});
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
  excludedIds: creatorIds(200),
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
export const BriefWishes = briefFields.superRefine(faultsOf(contradictions));
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
