import { attributionRules, productLimits } from '@poolrise/domain';
import { z } from 'zod';
import { purchaseCentsMax } from './feed';
import { cents, instant, line } from './text';

export const productBatchMax = 500;

/** When it happened by the application's clock; without it, when it arrives. */
const occurredAt = instant.optional();
/** The order of the shop, as the shop names it; one order may hold several products. */
const reference = line(80);

/** A reader opened a link of a note: in the slot that the token names, the link at that place of the note. */
const ProductOpen = z.strictObject({
  id: z.uuid(),
  kind: z.literal('open'),
  token: z.string().min(20).max(200),
  product: z.int().min(1).max(productLimits.links),
  occurredAt,
});
const amount = { openId: z.uuid(), reference, cents: cents.min(1).max(purchaseCentsMax), occurredAt };
const ProductSale = z.strictObject({ id: z.uuid(), kind: z.literal('sale'), ...amount });
const ProductReturn = z.strictObject({ id: z.uuid(), kind: z.literal('return'), ...amount });

export const attributionText =
  `A sale counts for the note in whose slot the reader was when they opened its link: of the links of that product which the ` +
  `reader opened in the ${attributionRules.windowDays} days before the sale, the last one. It counts for one note, never for ` +
  `two. Its commission is the cents sold times the rate of the link at that moment, rounded down to whole cents; it is ` +
  `confirmed ${attributionRules.confirmDays} days after the sale, less what was returned by then.`;

/** One thing that happened to a product link. `openId` is the id of an `open` event of the same reader and product. */
export const ProductEvent = z
  .discriminatedUnion('kind', [ProductOpen, ProductSale, ProductReturn])
  .meta({ id: 'ProductEvent', description: attributionText });
export type ProductEvent = z.infer<typeof ProductEvent>;

export const ProductEventBatch = z
  .strictObject({ events: z.array(ProductEvent).min(1).max(productBatchMax) })
  .meta({ id: 'ProductEventBatch' });
export type ProductEventBatch = z.infer<typeof ProductEventBatch>;

export const productRefusals = [
  'event-malformed',
  'event-id-reused',
  'token-forged',
  'token-foreign',
  'token-expired',
  'event-too-late',
  'occurred-before-page',
  'occurred-after-page',
  'occurred-in-future',
  'product-unknown',
  'open-unknown',
  'sale-before-open',
  'sale-outside-window',
  'sale-known',
  'sale-unknown',
  'return-before-sale',
  'return-above-sale',
  'commission-confirmed',
] as const;
export type ProductRefusal = (typeof productRefusals)[number];

/** accepted + duplicates + refused.length = events sent. Accepted events are durable. */
export const ProductReceipt = z
  .object({
    accepted: z.int(),
    duplicates: z.int(),
    refused: z.array(
      z.object({ index: z.int(), id: z.string(), reason: z.enum(productRefusals), remedy: z.string() }),
    ),
  })
  .meta({ id: 'ProductReceipt' });
export type ProductReceipt = z.infer<typeof ProductReceipt>;
