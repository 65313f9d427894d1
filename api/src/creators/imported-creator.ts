import { cityTiers, line } from '@poolrise/contracts';
import {
  audienceBands,
  categories,
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

const count = z.int().min(0).max(2_147_483_647);
const known = count.nullable().default(null);
const share = z.number().min(0).max(1).nullable().default(null);
const several = <Value extends string>(values: readonly Value[]) =>
  z.array(z.enum(values)).max(values.length).default([]);
const words = (most: number) => z.array(line(60)).max(most).default([]);
/** parts in ten thousand */
const part = z.int().min(0).max(10_000);

const Medians = z.strictObject({ notes: count, impressions: known, reads: known, interactions: known });
const medianKeys = noteScopes.flatMap((scope) =>
  trafficScopes.map((traffic) => `${scope}.${traffic}` as const),
);

/** What is measured of a creator, beside the terms below. */
export const ImportedFigures = z.strictObject({
  asOf: z.iso.date(),
  followers30dAgo: known,
  notes30d: count.default(0),
  medians: z.partialRecord(z.enum(medianKeys), Medians).default({}),
  imageReadsMedian: known,
  imageInteractionsMedian: known,
  videoReadsMedian: known,
  videoInteractionsMedian: known,
  hundredLikesShare: share,
  thousandLikesShare: share,
  sourceShares: z.array(part).max(trafficSources.length).default([]),
  finishShare: share,
  activeShare: share,
  engagedShare: share,
  cpuvCents: known,
  audienceSample: count.default(0),
  audienceShares: z
    .array(part)
    .refine((shares) => [0, audienceBands.length].includes(shares.length), `has one share a band, or none`)
    .default([]),
  audienceInterests: several(categories),
  /** words of the latest titles, as searches cut them */
  contentWords: words(400),
});

/** One row of an import: a creator with all that is known of them. */
export const ImportedCreator = z.strictObject({
  redId: z.string().regex(/^[\w.-]{4,24}$/, 'is no red id: 4 to 24 letters, digits and _ . -'),
  platformId: z
    .string()
    .regex(/^[0-9a-f]{24}$/, 'is no id of the platform: 24 hex digits')
    .nullable()
    .default(null),
  name: line(60),
  followers: count,
  gender: z.enum(['female', 'male', 'unknown']).default('unknown'),
  cityTier: z.enum([...cityTiers, 'unknown']).default('unknown'),
  province: z.enum(provinces).nullable().default(null),
  city: line(40).nullable().default(null),
  categories: several(categories),
  subCategories: words(40),
  personas: several(personas),
  styles: several(styles),
  scenes: several(scenes),
  mcn: line(80).nullable().default(null),
  imageCents: known,
  videoCents: known,
  acceptsImage: z.boolean().default(false),
  acceptsVideo: z.boolean().default(false),
  health: z.enum(healthLevels).default('ordinary'),
  activeOrders: count.default(0),
  servedCategories: several(categories),
  servedBrands: words(400),
  invitations90d: count.default(0),
  accepted90d: count.default(0),
  completed90d: count.default(0),
  onTime90d: count.default(0),
  cancelled90d: count.default(0),
  replyMinutesMedian: known,
  lastNoteAt: z.iso.datetime({ offset: true }).nullable().default(null),
  figures: ImportedFigures.nullable().default(null),
});
export type ImportedCreator = z.infer<typeof ImportedCreator>;
export type CreatorToImport = z.input<typeof ImportedCreator>;

/** Columns of `creator`, and where a row has them. */
export const creatorColumns = {
  red_id: 'redId',
  platform_id: 'platformId',
  name: 'name',
  followers: 'followers',
  gender: 'gender',
  city_tier: 'cityTier',
  province: 'province',
  city: 'city',
  categories: 'categories',
  sub_categories: 'subCategories',
  personas: 'personas',
  styles: 'styles',
  scenes: 'scenes',
  mcn: 'mcn',
  image_cents: 'imageCents',
  video_cents: 'videoCents',
  accepts_image: 'acceptsImage',
  accepts_video: 'acceptsVideo',
  health: 'health',
  active_orders: 'activeOrders',
  served_categories: 'servedCategories',
  served_brands: 'servedBrands',
  invitations_90d: 'invitations90d',
  accepted_90d: 'accepted90d',
  completed_90d: 'completed90d',
  on_time_90d: 'onTime90d',
  cancelled_90d: 'cancelled90d',
  reply_minutes_median: 'replyMinutesMedian',
  last_note_at: 'lastNoteAt',
} as const satisfies Record<string, keyof ImportedCreator>;

/** Columns of `creator_figures`. */
export const figuresColumns = {
  as_of: 'asOf',
  followers_30d_ago: 'followers30dAgo',
  notes_30d: 'notes30d',
  medians: 'medians',
  image_reads_median: 'imageReadsMedian',
  image_interactions_median: 'imageInteractionsMedian',
  video_reads_median: 'videoReadsMedian',
  video_interactions_median: 'videoInteractionsMedian',
  hundred_likes_share: 'hundredLikesShare',
  thousand_likes_share: 'thousandLikesShare',
  source_shares: 'sourceShares',
  finish_share: 'finishShare',
  active_share: 'activeShare',
  engaged_share: 'engagedShare',
  cpuv_cents: 'cpuvCents',
  audience_sample: 'audienceSample',
  audience_shares: 'audienceShares',
  audience_interests: 'audienceInterests',
  content_words: 'contentWords',
} as const satisfies Record<string, keyof z.infer<typeof ImportedFigures>>;
