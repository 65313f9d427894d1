import type { CooperationOrder } from './cooperation-order';
import { offeredTerms } from './offer-terms';
import { earnedBy, netOfEarned, priceOf } from './order-money';

/** Hours that a creator puts into the parts of a cooperation. */
export interface WorkHours {
  /** one note from the first idea to a draft that can be handed in */
  image: number;
  video: number;
  /** a draft that was sent back, worked over once */
  revision: number;
  /** an outline before the draft */
  outline: number;
  /** a product received, unpacked and tried */
  sample: number;
  /** what the audit of ads asks for on top */
  adAudit: number;
}

/** Nothing is published about working hours: these are a first guess of this product, for each creator to change. */
export const usualWorkHours: WorkHours = {
  image: 4,
  video: 10,
  revision: 1.5,
  outline: 1,
  sample: 1,
  adAudit: 1,
};

export const workHoursBounds = { least: 0, most: 200 } as const;

/** From the best to the worst that can come of an offer for the creator. */
export interface OfferPrice {
  /** cents after the platform's fee: what is sure, and what it is at most */
  netLeastCents: number;
  netMostCents: number;
  /** with the creator's usual reads; null where pay hangs on reads and none are known */
  netLikelyCents: number | null;
}

export interface ComparedOffer extends OfferPrice {
  /** without a revision, and with every one that the brand may ask for */
  hoursLeast: number;
  hoursMost: number;
  /** the likely pay by the hours in the middle, in cents an hour rounded down; null where the pay is unknown, or no hours */
  hourlyCents: number | null;
}

/**
 * What an offer is worth to the creator who has it.
 * @param reads that notes of this kind usually bring the creator; null when they were never measured
 * @throws RangeError for hours that are negative or not finite
 */
export function worthOfOffer(order: CooperationOrder, hours: WorkHours, reads: number | null): ComparedOffer {
  const { hoursLeast, hoursMost } = hoursOf(order, hours);
  const price = netOf(order, reads);
  const middle = (hoursLeast + hoursMost) / 2;
  return {
    ...price,
    hoursLeast,
    hoursMost,
    hourlyCents:
      price.netLikelyCents === null || middle === 0 ? null : Math.floor(price.netLikelyCents / middle),
  };
}

function hoursOf(order: CooperationOrder, hours: WorkHours): { hoursLeast: number; hoursMost: number } {
  for (const [part, value] of Object.entries(hours))
    if (!(Number.isFinite(value) && value >= 0)) throw new RangeError(`${value} hours of ${part}`);
  const { withSample, withOutline, withAdAudit, revisionsMost } = offeredTerms(order);
  const hoursLeast =
    hours[order.terms.noteType] +
    (withOutline ? hours.outline : 0) +
    (withSample ? hours.sample : 0) +
    (withAdAudit ? hours.adAudit : 0);
  return { hoursLeast, hoursMost: hoursLeast + revisionsMost * hours.revision };
}

function netOf(order: CooperationOrder, reads: number | null): OfferPrice {
  const { netCents } = priceOf(order);
  if (order.terms.centsPerThousandReads === null)
    return { netLeastCents: netCents, netMostCents: netCents, netLikelyCents: netCents };
  return {
    netLeastCents: 0,
    netMostCents: netCents,
    netLikelyCents:
      reads === null ? null : netOfEarned(earnedBy(order, { reads, effectReached: null }), order.rules),
  };
}

/** Parts by which offers are laid side by side; of each, whether more is better for the creator. */
export const offerAspects = {
  netLikelyCents: 'more',
  hourlyCents: 'more',
  hoursMost: 'less',
  revisionsMost: 'less',
  protectionDays: 'less',
} as const;
export type OfferAspect = keyof typeof offerAspects;

/** Which of some offers are the best in one part; none when they do not differ, or one of them cannot be told. */
export function bestOffers(aspect: OfferAspect, values: readonly (number | null)[]): boolean[] {
  const known = values.filter((value) => value !== null);
  const best = offerAspects[aspect] === 'more' ? Math.max(...known) : Math.min(...known);
  const tells = known.length === values.length && known.some((value) => value !== best);
  return values.map((value) => tells && value === best);
}
