import { floorCents } from '../ledger/rounding';

const permyriad = 10_000;

/**
 * What a shop owes for a sale, in cents, rounded down to whole ones.
 *
 * @param cents what was sold, less what came back
 * @param rate in hundredths of a percent, as it was agreed at the moment of the sale
 */
export const commissionCents = (cents: number, rate: number): number =>
  floorCents((cents * rate) / permyriad);

/** A sale as far as returns change it; cents, and the rate in hundredths of a percent. */
export interface SoldCents {
  cents: number;
  returnedCents: number;
  rate: number;
}

/** What a return leaves of a sale: what has come back in all, and how much commission it takes away, in cents. */
export interface SaleReturn {
  returnedCents: number;
  reversedCents: number;
}

/**
 * Takes a return off a sale. Commission is always that of what is left, so that returns of all of it leave none and parts of
 * it lose no cent to rounding.
 */
export function returnSale(sale: SoldCents, cents: number): SaleReturn | 'return-above-sale' {
  const returnedCents = sale.returnedCents + cents;
  if (returnedCents > sale.cents) return 'return-above-sale';
  const before = commissionCents(sale.cents - sale.returnedCents, sale.rate);
  return { returnedCents, reversedCents: before - commissionCents(sale.cents - returnedCents, sale.rate) };
}

/** What a commission may be: not certain yet, certain, or gone because everything came back. */
export const commissionStates = ['expected', 'confirmed', 'returned'] as const;
export type CommissionState = (typeof commissionStates)[number];

/** Sales over opened links, 0 to 1 where each open brings one sale at most; null without an open. */
export const openToSale = ({ opens, sales }: { opens: number; sales: number }): number | null =>
  opens > 0 ? sales / opens : null;
