import { aiLabels, auditStates, categories, languages, noteTypes, productLimits } from '@poolrise/domain';
import { z } from 'zod';
import { MediaView } from './media';
import { pageOf, pageQuery } from './paging';
import { bilingual, cents, instant, line, prose } from './text';

export const disclosures = ['none', 'sponsored', 'gifted', 'own_brand'] as const;

/** A link under a note to something that can be bought. */
export const NoteProduct = z.strictObject({
  title: line(60),
  url: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain })
    .max(500)
    .describe('https, with the name of a host'),
  /** null: not said */
  priceCents: cents.min(0).max(100_000_000).nullable().default(null),
  /** agreed share of a purchase that came from the note, in hundredths of a percent */
  commissionPermyriad: z.int().min(0).max(productLimits.commissionPermyriad).default(0),
});
export type NoteProduct = z.output<typeof NoteProduct>;

/** Where a note is in its life: waiting for audit, being shown to find out, done, or held back. */
export const climbStates = ['pending', 'climbing', 'stopped', 'limited', 'rejected'] as const;
export type ClimbState = (typeof climbStates)[number];

/** A creator by the platform's own number; made known to the directory when it is new. */
const CreatorByRedId = z.strictObject({
  redId: z
    .string()
    .max(24)
    .regex(/^[\w.-]{4,24}$/, 'letters, digits and _ . - only, 4 to 24'),
  name: line(40),
  followers: z.int().min(0).max(1_000_000_000).default(0),
});

export const PublishNote = z
  .strictObject({
    creatorId: z.uuid().optional(),
    creator: CreatorByRedId.optional(),
    type: z.enum(noteTypes),
    title: line(40),
    body: prose(1000),
    topics: z.array(line(30)).max(10).default([]),
    category: z.enum(categories),
    language: z.enum(languages),
    disclosure: z.enum(disclosures).default('none'),
    /**
     * compares this note with the others of the group instead of its category, e.g. the variants of one experiment; for
     * the platform's own workspaces only, since whoever chooses the yardstick chooses the verdict
     */
    peerGroup: line(60).optional(),
    requestKey: z.uuid(),
  })
  .refine((ask) => (ask.creatorId === undefined) !== (ask.creator === undefined), {
    path: ['creatorId'],
    message: 'name the creator by creatorId or by creator, one of both',
  })
  .meta({ id: 'PublishNote' });
export type PublishNote = z.infer<typeof PublishNote>;

export const noteSorts = ['published', 'impressions', 'reads', 'ctr', 'level', 'lift'] as const;
export const NotesQuery = z
  .strictObject({
    ...pageQuery,
    q: line(100, 0).optional(),
    category: z.enum(categories).optional(),
    state: z.enum(climbStates).optional(),
    level: z.coerce.number().int().min(0).max(9).optional(),
    type: z.enum(noteTypes).optional(),
    boosted: z.enum(['yes', 'no']).optional(),
    sort: z.enum(noteSorts).default('published'),
    order: z.enum(['asc', 'desc']).default('desc'),
  })
  .meta({ id: 'NotesQuery' });
export type NotesQuery = z.infer<typeof NotesQuery>;

export const countsView = z.object({
  impressions: z.int(),
  clicks: z.int(),
  likes: z.int(),
  collects: z.int(),
  comments: z.int(),
  shares: z.int(),
  follows: z.int(),
  dwellSeconds: z.int(),
  hides: z.int(),
  purchases: z.int(),
});

export const CreatorBrief = z.object({
  id: z.uuid(),
  name: z.string(),
  redId: z.string(),
  followers: z.int(),
});
export type CreatorBrief = z.infer<typeof CreatorBrief>;

/** A row of the notes list. Organic includes guaranteed and search; paid is never added in silently. */
export const NoteRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    type: z.enum(noteTypes),
    category: z.enum(categories),
    language: z.enum(languages),
    coverHue: z.int().min(0).max(359),
    /** its picture, small, for some hours; null where it has none and its hue stands for it */
    coverUrl: z.string().nullable(),
    creator: CreatorBrief,
    publishedAt: instant,
    /** what its writer says to get for it */
    disclosure: z.enum(disclosures),
    /** what its writer says of a machine's part in it */
    aiLabel: z.enum(aiLabels),
    auditState: z.enum(auditStates),
    state: z.enum(climbStates),
    level: z.int(),
    levelName: bilingual,
    levels: z.int(),
    organicImpressions: z.int(),
    paidImpressions: z.int(),
    reads: z.int(),
    ctr: z.number().nullable(),
    interactionsLccs: z.int(),
    lift: z.number().nullable(),
    boosted: z.boolean(),
  })
  .meta({ id: 'NoteRow' });
export type NoteRow = z.infer<typeof NoteRow>;
export const NotePage = pageOf(NoteRow);

export const NoteView = NoteRow.extend({
  body: z.string(),
  topics: z.array(z.string()),
  products: z.array(NoteProduct),
  /** the draft it was published from, of this workspace; null where it came another way */
  draftId: z.uuid().nullable(),
  /** its pictures in their order, or its video */
  media: z.array(MediaView),
  /** what stands in front of a video, or the image that covers the note */
  cover: MediaView.nullable(),
  keywords: z.array(z.object({ word: z.string(), weight: z.number() })),
  organic: countsView,
  paid: countsView,
}).meta({ id: 'NoteView' });
export type NoteView = z.infer<typeof NoteView>;
