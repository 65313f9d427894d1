import { categories, engagementKinds, noteTypes, productLimits, rails } from '@poolrise/domain';
import { z } from 'zod';
import { instant, line } from './text';

export const ageBands = ['<18', '18-24', '25-34', '35-44', '>44'] as const;
export const genders = ['female', 'male', 'other'] as const;
export const cityTiers = ['tier1', 'new_tier1', 'tier2', 'tier3', 'tier4_5'] as const;
export const feedSizeMax = 20;

/**
 * What a reader application may tell about its reader; only the pseudonymous id is needed. What it tells is kept with the page and
 * shown to others only as groups of readers, none of them small.
 */
export const ReaderAsk = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[\w:.-]{1,64}$/, 'letters, digits, and _ : . - only, at most 64'),
  ageBand: z.enum(ageBands).optional(),
  gender: z.enum(genders).optional(),
  cityTier: z.enum(cityTiers).optional(),
  interests: z.array(z.enum(categories)).max(categories.length).optional(),
});

export const AskFeed = z
  .discriminatedUnion('placement', [
    z.strictObject({
      placement: z.literal('discovery'),
      reader: ReaderAsk,
      size: z.int().min(1).max(feedSizeMax).default(feedSizeMax),
    }),
    z.strictObject({
      placement: z.literal('search'),
      query: line(100),
      reader: ReaderAsk,
      size: z.int().min(1).max(feedSizeMax).default(feedSizeMax),
    }),
  ])
  .meta({ id: 'AskFeed' });
export type AskFeed = z.infer<typeof AskFeed>;

/** A link of the slot's note to something that can be bought. What the creator gets of it is no business of readers. */
export const SlotProduct = z.object({
  product: z
    .int()
    .min(1)
    .max(productLimits.links)
    .describe(
      "The link's place in its note; an `open` of `POST /product-events` names it with the slot's token.",
    ),
  title: z.string(),
  url: z.string(),
  /** null: not said */
  priceCents: z.int().nullable(),
});
export type SlotProduct = z.infer<typeof SlotProduct>;

export const Slot = z.object({
  position: z.int().min(1).max(feedSizeMax),
  noteId: z.uuid(),
  rail: z.enum(rails),
  level: z.int(),
  /** true for paid slots; an application must show it ("广告" / "Sponsored") */
  sponsored: z.boolean(),
  token: z.string(),
  title: z.string(),
  type: z.enum(noteTypes),
  category: z.enum(categories),
  creatorName: z.string(),
  products: z
    .array(SlotProduct)
    .min(1)
    .max(productLimits.links)
    .optional()
    .describe('What the note links to, in its order; left out where it links to nothing.'),
});
export const FeedView = z
  .object({
    pageId: z.string(),
    expiresAt: z.iso.datetime(),
    adLoad: z.number(),
    slots: z.array(Slot).max(feedSizeMax),
  })
  .meta({ id: 'FeedView' });
export type FeedView = z.infer<typeof FeedView>;
export type Slot = z.infer<typeof Slot>;

export const engagementBatchMax = 1000;
/** Nobody looks at one note for longer than an hour; its token is good for half of that. */
export const dwellSecondsMax = 3_600;
export const purchaseCentsMax = 100_000_000;
/**
 * One thing a reader did. `value`: seconds for dwell (at most an hour), cents for purchase, left out otherwise.
 * `occurredAt`: when it happened by the application's clock; without it, when it arrives. With it, an event may arrive days
 * after its page ended, and it counts in the hour in which it happened.
 */
export const EngagementEvent = z
  .strictObject({
    id: z.uuid(),
    token: z.string().min(20).max(200),
    kind: z.enum(engagementKinds),
    value: z.int().min(0).max(purchaseCentsMax).optional(),
    occurredAt: instant.optional(),
  })
  .refine(({ kind, value = 0 }) => kind !== 'dwell' || value <= dwellSecondsMax, {
    path: ['value'],
    error: `A dwell is ${dwellSecondsMax} seconds at the most.`,
  })
  .meta({ id: 'EngagementEvent' });
export type EngagementEvent = z.infer<typeof EngagementEvent>;
/** `sentAt`: the application's clock at this very sending (anew for every try); by it a wrong clock is recognised and corrected. */
export const EngagementBatch = z
  .strictObject({
    events: z.array(EngagementEvent).min(1).max(engagementBatchMax),
    sentAt: instant.optional(),
  })
  .meta({ id: 'EngagementBatch' });
export type EngagementBatch = z.infer<typeof EngagementBatch>;

export const refusalReasons = [
  'event-malformed',
  'token-forged',
  'token-expired',
  'token-foreign',
  'impression-missing',
  'value-missing',
  'value-unexpected',
  'event-id-reused',
  'event-too-late',
  'occurred-before-page',
  'occurred-after-page',
  'occurred-in-future',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
/** accepted + duplicates + refused.length = events sent. Accepted events are durable. */
export const EngagementReceipt = z
  .object({
    accepted: z.int(),
    duplicates: z.int(),
    refused: z.array(
      z.object({ index: z.int(), id: z.string(), reason: z.enum(refusalReasons), remedy: z.string() }),
    ),
  })
  .meta({ id: 'EngagementReceipt' });
export type EngagementReceipt = z.infer<typeof EngagementReceipt>;
