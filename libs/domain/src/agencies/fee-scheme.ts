import { floorCents, shareCents } from '../ledger/rounding';
import type { Month } from './months';

/** What an agency asks of a client. Basis points are parts of ten thousand, money is in cents. */
export interface FeeScheme {
  /** of the client's own money that was spent in the month */
  percentBasisPoints: number;
  /** for the month, whatever was spent */
  retainerCents: number;
  /** part of the rebates received that is handed on to the client */
  rebateShareBasisPoints: number;
}

/** A scheme from one month on. */
export interface FeeRow extends FeeScheme {
  fromMonth: Month;
}

export const noFee: FeeScheme = { percentBasisPoints: 0, retainerCents: 0, rebateShareBasisPoints: 0 };

/** The scheme in force in a month: the latest that has begun, or none. */
export function feeIn(month: Month, rows: readonly FeeRow[]): FeeScheme {
  const begun = rows.filter(({ fromMonth }) => fromMonth <= month);
  return begun.reduce<FeeRow | null>((a, b) => (a && a.fromMonth > b.fromMonth ? a : b), null) ?? noFee;
}

const basis = 10_000;
/** A part in basis points, rounded down: nobody is charged a cent that is not due. Cents may be negative. */
export const partOf = (cents: number, basisPoints: number): number =>
  Math.sign(cents) * floorCents((Math.abs(cents) * basisPoints) / basis);

/**
 * The percentage of what each campaign spent, in whole cents that sum to the percentage of the whole. A campaign that got money
 * back takes no part in the split.
 */
export function percentFee(chargedCents: readonly number[], { percentBasisPoints }: FeeScheme): number[] {
  const base = chargedCents.reduce((sum, cents) => sum + cents, 0);
  const weights = chargedCents.map((cents) => Math.max(0, cents));
  return shareCents(partOf(Math.max(0, base), percentBasisPoints), weights);
}
