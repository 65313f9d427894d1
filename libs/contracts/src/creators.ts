import {
  audienceBandAt,
  categories,
  type CreatorMetric,
  creatorMetricIds,
  healthLevels,
  noteScopes,
  personas,
  provinces,
  scenes,
  styles,
  trafficScopes,
  trafficSources,
} from '@poolrise/domain';
import { z } from 'zod';
import { cityTiers } from './feed';
import { pageOf, pageQuery } from './paging';
import { bilingual, instant, line, printable } from './text';

/** Values with commas between them, as they stand in an address: `category=food,beauty`. Each once. */
const severalOf = <Value extends string>(values: readonly Value[], most = values.length) =>
  z
    .string()
    .max(4_000)
    .transform((text) => [...new Set(text.split(',').filter(Boolean))])
    .pipe(z.array(z.enum(values)).min(1).max(most));

/** An open or closed range, `min..max`, `min..` or `..max`; both ends belong to it. */
export interface Range {
  min: number | null;
  max: number | null;
}
const side = /^-?\d{1,12}(?:\.\d{1,6})?$/;
export const range = z
  .string()
  .max(60)
  .transform((text, context): Range => {
    const [min, max, ...rest] = text.split('..');
    const ends = [min, max].map((end) => (end === '' ? null : side.test(end ?? 'x') ? Number(end) : NaN));
    const [low = null, high = null] = ends;
    if (rest.length || ends.some(Number.isNaN) || (low === null && high === null))
      context.addIssue({ code: 'custom', message: 'is written min..max, min.. or ..max, in plain numbers' });
    else if (low !== null && high !== null && low > high)
      context.addIssue({
        code: 'custom',
        message: `begins at ${low}, above its end ${high}: turn them round`,
      });
    return { min: low, max: high };
  });

/** A least share of an audience: `age:18-24:40` asks for 40 % or more between 18 and 24. */
export interface AudienceWish {
  band: number;
  percentMin: number;
}
const wish = z.string().transform((text, context): AudienceWish => {
  const [dimension = '', value = '', percent = '', ...rest] = text.split(':');
  const band = audienceBandAt(dimension, value);
  const percentMin = /^\d{1,3}$/.test(percent) ? Number(percent) : NaN;
  if (band < 0 || rest.length || !(percentMin >= 1 && percentMin <= 100))
    context.addIssue({
      code: 'custom',
      message: 'is written dimension:band:percent, for example age:18-24:40, with 1 to 100 percent',
    });
  return { band, percentMin };
});

export const creatorSearchModes = ['auto', 'name', 'content'] as const;
/**
 * `relevance`: those whose name a text is, begins or is part of before those whose content has it, and then by how many read
 * them. Unknown figures come last in both directions.
 */
export const creatorSorts = ['relevance', 'lastNoteAt', ...creatorMetricIds] as const;
export type CreatorSort = (typeof creatorSorts)[number];

const metricRanges = Object.fromEntries(creatorMetricIds.map((id) => [id, range.optional()])) as Record<
  CreatorMetric,
  z.ZodOptional<typeof range>
>;

/** The filters of the marketplace's own search, domain notes 1.1. */
export const creatorFilters = {
  /** a name, words of titles, a public handle, an id of the platform or a pasted link */
  q: z
    .string()
    .max(200, 'is longer than 200 characters: search by fewer words')
    .refine(printable, 'has characters that cannot be shown')
    .optional(),
  mode: z.enum(creatorSearchModes).default('auto'),
  category: severalOf(categories).optional(),
  subCategory: line(40).optional(),
  persona: severalOf(personas).optional(),
  style: severalOf(styles).optional(),
  scene: severalOf(scenes).optional(),
  gender: severalOf(['female', 'male', 'unknown']).optional(),
  province: severalOf(provinces).optional(),
  cityTier: severalOf([...cityTiers, 'unknown']).optional(),
  mcn: z.enum(['signed', 'independent']).optional(),
  health: severalOf(healthLevels).optional(),
  /** kinds of notes they take orders for */
  accepts: severalOf(['image', 'video']).optional(),
  /** bounds of followers by the workspace's own tier scheme */
  tier: z.string().max(200).optional(),
  servedCategory: severalOf(categories).optional(),
  /** brands they have not worked with */
  withoutBrand: line(60).optional(),
  /** published in the last so many days */
  activeDays: z.coerce.number().int().min(1).max(365).optional(),
  audience: z
    .string()
    .max(400)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(wish).min(1).max(8))
    .optional(),
  /** only creators of this list */
  list: z.uuid().optional(),
  /** none of these lists, at most 10 */
  withoutLists: z
    .string()
    .max(400)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).min(1).max(10))
    .optional(),
  /** creators on the workspace's blacklist are left out unless they are asked for */
  blacklisted: z.enum(['hide', 'show']).default('hide'),
  ...metricRanges,
};
export const CreatorFilters = z.strictObject(creatorFilters);
export type CreatorFilters = z.infer<typeof CreatorFilters>;

export const CreatorsQuery = z
  .strictObject({
    ...creatorFilters,
    ...pageQuery,
    limit: z.coerce.number().int().min(1).max(100).default(20),
    sort: z.enum(creatorSorts).default('relevance'),
    order: z.enum(['asc', 'desc']).default('desc'),
  })
  .meta({ id: 'CreatorsQuery' });
export type CreatorsQuery = z.infer<typeof CreatorsQuery>;

const byMetric = <T extends z.ZodType>(value: T) => z.record(z.enum(creatorMetricIds), value);

/** A creator in a list: who, on what terms, what is measured, and where that stands among peers. */
export const CreatorRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    redId: z.string(),
    platformId: z.string().nullable(),
    gender: z.string(),
    province: z.enum(provinces).nullable(),
    city: z.string().nullable(),
    cityTier: z.string(),
    categories: z.array(z.enum(categories)),
    subCategories: z.array(z.string()),
    personas: z.array(z.enum(personas)),
    styles: z.array(z.enum(styles)),
    mcn: z.string().nullable(),
    health: z.enum(healthLevels),
    acceptsImage: z.boolean(),
    acceptsVideo: z.boolean(),
    lastNoteAt: instant.nullable(),
    /** the day of the record: its figures speak of the 30 days before it; null while nothing was measured */
    asOf: z.iso.date().nullable(),
    /** gone from the platform since */
    deleted: z.boolean(),
    tier: z.object({ key: z.string(), name: bilingual }),
    figures: byMetric(z.number().nullable()),
    /** 0 to 100 among peers of the same tier and main category; null where there are too few */
    percentiles: byMetric(z.number().nullable()),
    peers: z.int(),
  })
  .meta({ id: 'CreatorRow' });
export type CreatorRow = z.infer<typeof CreatorRow>;

export const creatorFacets = [
  'category',
  'tier',
  'gender',
  'cityTier',
  'province',
  'persona',
  'style',
  'scene',
  'mcn',
  'health',
  'accepts',
] as const;
export type CreatorFacet = (typeof creatorFacets)[number];

/** Counts of a facet leave its own filter out of account, so that they say what choosing another value would give. */
export const CreatorSearchPage = z
  .object({
    items: z.array(CreatorRow),
    nextCursor: z.string().nullable(),
    asOf: instant,
    total: z.int(),
    facets: z.record(z.enum(creatorFacets), z.array(z.object({ value: z.string(), count: z.int() }))),
    /** when nothing fits: how many would without one of the filters, by its parameter, the most helpful first */
    wouldFit: z.array(z.object({ without: z.string(), count: z.int() })),
    /** what could not be searched as it stands: a short link names nobody until it is opened */
    hint: z.enum(['short-link']).nullable(),
  })
  .meta({ id: 'CreatorSearchPage' });
export type CreatorSearchPage = z.infer<typeof CreatorSearchPage>;

export const medianKeys = noteScopes.flatMap((scope) =>
  trafficScopes.map((traffic) => `${scope}.${traffic}` as const),
);
const Medians = z.object({
  notes: z.int(),
  impressions: z.int().nullable(),
  reads: z.int().nullable(),
  interactions: z.int().nullable(),
});

/** One day of a creator's record. */
export const CreatorDay = z.object({
  day: z.iso.date(),
  followers: z.int(),
  imageCents: z.int().nullable(),
  videoCents: z.int().nullable(),
});
export type CreatorDay = z.infer<typeof CreatorDay>;

/** The whole record of a creator. */
export const CreatorView = CreatorRow.extend({
  scenes: z.array(z.enum(scenes)),
  servedCategories: z.array(z.enum(categories)),
  servedBrands: z.array(z.string()),
  medians: z.record(z.enum(medianKeys), Medians),
  /** shares of reads by where they came from */
  sources: z.array(z.object({ source: z.enum(trafficSources), share: z.number() })),
  audience: z
    .object({
      sample: z.int(),
      bands: z.array(z.object({ dimension: z.string(), value: z.string(), share: z.number() })),
      interests: z.array(z.enum(categories)),
    })
    .nullable(),
  service: z.object({
    invitations: z.int(),
    accepted: z.int(),
    completed: z.int(),
    onTime: z.int(),
    cancelled: z.int(),
  }),
  /** rising; at most 400 days */
  days: z.array(CreatorDay),
}).meta({ id: 'CreatorView' });
export type CreatorView = z.infer<typeof CreatorView>;

/** A note of a creator as the platform shows it. */
export const CreatorNoteRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    publishedAt: instant,
    kind: z.enum(['image', 'video']),
    cooperation: z.boolean(),
    brand: z.string().nullable(),
    impressionsNatural: z.int(),
    impressionsAll: z.int(),
    readsNatural: z.int(),
    readsAll: z.int(),
    likes: z.int(),
    collects: z.int(),
    comments: z.int(),
    shares: z.int(),
  })
  .meta({ id: 'CreatorNoteRow' });
export type CreatorNoteRow = z.infer<typeof CreatorNoteRow>;
export const CreatorNotesQuery = z.strictObject({
  ...pageQuery,
  scope: z.enum(['all', ...noteScopes]).default('all'),
});
export type CreatorNotesQuery = z.infer<typeof CreatorNotesQuery>;
export const CreatorNotePage = z.object(pageOf(CreatorNoteRow).shape).meta({ id: 'CreatorNotePage' });
