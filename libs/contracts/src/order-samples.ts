import { addressBounds, carriers, parcelBounds, provinces, sampleAlarmKinds } from '@poolrise/domain';
import { z } from 'zod';
import { orderMoved } from './order-drafts';
import { cents, instant, line } from './text';

/** Where a sample is sent to. Two sides of one order read it, and nobody else. */
export const SampleAddressTerms = z.strictObject({
  recipient: line(addressBounds.recipientMost),
  /** of the mainland, or with a plus and the country's code */
  phone: line(addressBounds.phoneMost, 5),
  province: z.enum(provinces),
  /** city, district, street and house */
  street: line(addressBounds.streetMost, addressBounds.streetLeast),
});
/** Says where to send the sample; again, as long as nothing is on its way. */
export const GiveAddress = z
  .strictObject({
    address: SampleAddressTerms,
    version: orderMoved.version,
    requestKey: orderMoved.requestKey,
  })
  .meta({ id: 'GiveAddress' });
export type GiveAddress = z.infer<typeof GiveAddress>;

export const SampleAddressView = z
  .object({
    /** null: not given yet, or deleted, or sealed with a key that is gone */
    address: SampleAddressTerms.nullable(),
    state: z.enum(['none', 'kept', 'deleted', 'unreadable']),
    givenAt: instant.nullable(),
    /** when it is deleted by itself; null while the order goes on */
    forgetAt: instant.nullable(),
    /** whether this side may have it deleted now */
    mayForget: z.boolean(),
    asOf: instant,
  })
  .meta({ id: 'SampleAddressView' });
export type SampleAddressView = z.infer<typeof SampleAddressView>;

/** What a parcel's label and the creator's tax return ask for. */
const slip = {
  carrier: z.enum(carriers),
  number: line(parcelBounds.numberMost),
  product: line(parcelBounds.productMost),
  quantity: z.int().min(1).max(parcelBounds.quantityMost),
  /** of all pieces */
  valueCents: cents.min(0).max(parcelBounds.valueCentsMost),
};
export const SendSample = z.strictObject({
  kind: z.literal('send-sample'),
  parcel: z.strictObject(slip),
  /** the number is meant, though it does not look like one; of carriers that are not in the list alone */
  sure: z.boolean().default(false),
  ...orderMoved,
});
export const PromiseSample = z.strictObject({
  kind: z.literal('promise-sample'),
  /** in Shanghai, today at the earliest */
  day: z.iso.date(),
  ...orderMoved,
});

export const ParcelView = z.object({
  ...slip,
  sentAt: instant,
  missedAt: instant.nullable(),
  receivedAt: instant.nullable(),
});
export type ParcelView = z.infer<typeof ParcelView>;

/** The sample of an order; what it says of the address is only whether there is one. */
export const OrderSampleView = z.object({
  agreedAt: instant.nullable(),
  addressAt: instant.nullable(),
  promisedDay: z.iso.date().nullable(),
  parcels: z.array(ParcelView),
  /** what is late about it now, the gravest first */
  troubles: z.array(z.enum(sampleAlarmKinds)),
  rules: z.object({
    answerDays: z.int(),
    nearDraftDays: z.int(),
    promiseDaysMost: z.int(),
    parcelsMost: z.int(),
    addressKeptDays: z.int(),
  }),
});
export type OrderSampleView = z.infer<typeof OrderSampleView>;
