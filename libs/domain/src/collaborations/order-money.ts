import { balanced, type Leg } from '../ledger/journal';
import { floorCents } from '../ledger/rounding';
import type { CooperationOrder, OrderTerms } from './cooperation-order';
import type { OrderRules } from './order-rules';

/** What an order costs the brand and what it leaves the creator, in cents. Stored on the order when it is agreed. */
export interface OrderPrice {
  quoteCents: number;
  /** on top of the quote, rounded up */
  brandFeeCents: number;
  /** for the effect mode, rounded up; 0 without it */
  effectFeeCents: number;
  /** off the quote, rounded down */
  creatorFeeCents: number;
  /** what the brand holds: quote and its fees */
  totalCents: number;
  /** what the creator gets */
  netCents: number;
}

const basis = 10_000;
// Whole cents times whole basis points are exact, so the only rounding is the one in the name.
const shareUp = (cents: number, basisPoints: number): number => Math.ceil((cents * basisPoints) / basis);
const shareDown = (cents: number, basisPoints: number): number => floorCents((cents * basisPoints) / basis);

/** Least and most of one quote, in cents: a yuan, and ten million. */
export const quoteBounds = { leastCents: 100, mostCents: 1_000_000_000 } as const;
export const isQuote = (cents: number): boolean =>
  Number.isSafeInteger(cents) && cents >= quoteBounds.leastCents && cents <= quoteBounds.mostCents;

export type FeeRules = Pick<
  OrderRules,
  'brandFeeBasisPoints' | 'effectFeeBasisPoints' | 'creatorFeeBasisPoints'
>;

export function priceOrder(
  quoteCents: number,
  { effectMode }: Pick<OrderTerms, 'effectMode'>,
  rules: FeeRules,
): OrderPrice {
  const brandFeeCents = shareUp(quoteCents, rules.brandFeeBasisPoints);
  const effectFeeCents = effectMode ? shareUp(quoteCents, rules.effectFeeBasisPoints) : 0;
  const creatorFeeCents = shareDown(quoteCents, rules.creatorFeeBasisPoints);
  return {
    quoteCents,
    brandFeeCents,
    effectFeeCents,
    creatorFeeCents,
    totalCents: quoteCents + brandFeeCents + effectFeeCents,
    netCents: quoteCents - creatorFeeCents,
  };
}

export const priceOf = ({ offer, terms, rules }: CooperationOrder): OrderPrice =>
  priceOrder(offer.quoteCents, terms, rules);

/** What moves in the books of the two; every list sums to zero. */
export interface OrderLegs {
  brand: Leg[];
  creator: Leg[];
}
export const noLegs: OrderLegs = { brand: [], creator: [] };

/** Brings what is held to `cents`, from cash or back to it. */
export function holdLegs(heldCents: number, cents: number): OrderLegs {
  return {
    brand: balanced([
      { account: 'cash', cents: heldCents - cents },
      { account: 'reserved', cents: cents - heldCents },
    ]),
    creator: [],
  };
}

/** What is known of a note when its order is paid. */
export interface OrderOutcome {
  reads: number;
  /** whether the effect mode brought what it promised; null where there is none, or no way to know */
  effectReached: boolean | null;
}

export interface OrderPayment {
  /** of the quote */
  earnedCents: number;
  brandFeeCents: number;
  effectFeeCents: number;
  creatorFeeCents: number;
  netCents: number;
  /** back to the brand's cash */
  refundCents: number;
  legs: OrderLegs;
}

/**
 * Pays an order: `earnedCents` of the quote to the creator less the creator's fee, the platform's fee in proportion, and
 * what is left of the escrow back to the brand. The effect mode's fee is due when its promise was kept.
 */
export function payOrder(order: CooperationOrder, earnedCents: number, effectKept: boolean): OrderPayment {
  const { rules, heldCents } = order;
  const price = priceOf(order);
  if (!Number.isSafeInteger(earnedCents) || earnedCents < 0 || earnedCents > price.quoteCents)
    throw new RangeError(`${earnedCents} cents of a quote of ${price.quoteCents}`);
  const brandFeeCents = shareUp(earnedCents, rules.brandFeeBasisPoints);
  const effectFeeCents = effectKept && earnedCents > 0 ? price.effectFeeCents : 0;
  const netCents = netOfEarned(earnedCents, rules);
  const creatorFeeCents = earnedCents - netCents;
  const spentCents = earnedCents + brandFeeCents + effectFeeCents;
  const refundCents = heldCents - spentCents;
  if (refundCents < 0)
    throw new RangeError(`An order that holds ${heldCents} cents cannot pay ${spentCents}`);
  return {
    earnedCents,
    brandFeeCents,
    effectFeeCents,
    creatorFeeCents,
    netCents,
    refundCents,
    legs: payLegs({ heldCents, spentCents, earnedCents, creatorFeeCents }),
  };
}

/** Ends an escrow: so much of it is spent and the rest is cash again, and the creator has earned a part less a fee. */
export const payLegs = (paid: {
  heldCents: number;
  spentCents: number;
  earnedCents: number;
  creatorFeeCents: number;
}): OrderLegs => ({
  brand: balanced([
    { account: 'reserved', cents: -paid.heldCents },
    { account: 'spent', cents: paid.spentCents },
    { account: 'cash', cents: paid.heldCents - paid.spentCents },
  ]),
  creator: balanced([
    { account: 'earned', cents: -paid.earnedCents },
    { account: 'fees', cents: paid.creatorFeeCents },
    { account: 'cash', cents: paid.earnedCents - paid.creatorFeeCents },
  ]),
});

/** What a finished order has earned of its quote: all of it, or by the reads up to it. */
export function earnedBy({ terms, offer }: CooperationOrder, { reads }: OrderOutcome): number {
  if (terms.centsPerThousandReads === null) return offer.quoteCents;
  return Math.min(offer.quoteCents, floorCents((reads * terms.centsPerThousandReads) / 1_000));
}

/** What is left to the creator of what was earned, in cents: the fee is rounded down, as when it is paid. */
export const netOfEarned = (earnedCents: number, rules: Pick<FeeRules, 'creatorFeeBasisPoints'>): number =>
  earnedCents - shareDown(earnedCents, rules.creatorFeeBasisPoints);

/** What goes to the creator when the brand calls off an order after a draft was handed in. */
export const calledOffCents = ({ offer, rules }: CooperationOrder): number =>
  shareDown(offer.quoteCents, rules.calledOffBasisPoints);

/** A part of the quote, in cents rounded down. */
export const partOfQuote = ({ offer }: CooperationOrder, basisPoints: number): number =>
  shareDown(offer.quoteCents, basisPoints);
