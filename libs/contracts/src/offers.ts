import { offerAspects, type OfferAspect, usualWorkHours, workHoursBounds } from '@poolrise/domain';
import { z } from 'zod';
import { OrderRow } from './orders';
import { OfferTermsView } from './order-terms';
import { cents, instant } from './text';

const hours = (usual: number) =>
  z.coerce.number().min(workHoursBounds.least).max(workHoursBounds.most).multipleOf(0.5).default(usual);

/** Hours that the creator puts into a note of each kind, and into a draft that was sent back. */
export const OffersQuery = z.strictObject({
  imageHours: hours(usualWorkHours.image),
  videoHours: hours(usualWorkHours.video),
  revisionHours: hours(usualWorkHours.revision),
});
export type OffersQuery = z.output<typeof OffersQuery>;

/** One offer that is open, and what it is worth. */
export const OfferView = z.object({
  order: OrderRow,
  /** whether the platform has checked the brand's business licence */
  brandVerified: z.boolean(),
  terms: OfferTermsView,
  protectionDays: z.int(),
  /** co-creation: what a thousand reads pay, up to the quote; null where the quote is paid whatever comes of it */
  centsPerThousandReads: cents.nullable(),
  /** after the platform's fee: what is sure, and what it is at most */
  netLeastCents: cents,
  netMostCents: cents,
  /** with the reads that notes of this kind usually bring; null where pay hangs on reads and none are known */
  netLikelyCents: cents.nullable(),
  /** without a revision, and with every one that the brand may ask for */
  hoursLeast: z.number(),
  hoursMost: z.number(),
  /** likely pay by the hours in the middle, cents an hour */
  hourlyCents: cents.nullable(),
  /** in what it is better than every other one here, or as good as the best */
  best: z.array(z.enum(Object.keys(offerAspects) as [OfferAspect, ...OfferAspect[]])),
});
export type OfferView = z.infer<typeof OfferView>;

/** Open offers side by side, the first to lapse before the others. */
export const OffersView = z
  .object({
    asOf: instant,
    hours: z.object({
      image: z.number(),
      video: z.number(),
      revision: z.number(),
      outline: z.number(),
      sample: z.number(),
      adAudit: z.number(),
    }),
    /** medians of the creator's own notes without boosts; null where none were measured */
    reads: z.object({ image: z.int().nullable(), video: z.int().nullable() }),
    offers: z.array(OfferView),
    /** offers that are open beyond those shown */
    more: z.int(),
  })
  .meta({ id: 'OffersView' });
export type OffersView = z.infer<typeof OffersView>;
