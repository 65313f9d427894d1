import type { BoostGoal } from '../boosts/boost-goal';

export const voucherKinds = ['fixed', 'ratio', 'traffic'] as const;
export type VoucherKind = (typeof voucherKinds)[number];

export const voucherStates = ['granted', 'reserved', 'spent', 'expired', 'revoked'] as const;
export type VoucherState = (typeof voucherStates)[number];

/** Where paid exposure may stand: in the discovery feed, as boosts do, or among what readers searched for. */
export const voucherPlacements = ['feed', 'search'] as const;
export type VoucherPlacement = (typeof voucherPlacements)[number];

/** Which boosts a voucher may pay for; an absent list allows all. */
export interface VoucherScope {
  placements?: readonly VoucherPlacement[];
  goals?: readonly BoostGoal[];
  noteIds?: readonly string[];
  categories?: readonly string[];
}

interface VoucherTerms {
  id: string;
  state: VoucherState;
  /** Epoch milliseconds, [validFrom, expiresAt). */
  validFrom: number;
  expiresAt: number;
  /** The smallest budget it may be used with; 0 for any. */
  minBudgetCents: number;
  /**
   * The cash ratio: of the budget of a boost it is used in, vouchers together pay at most so many basis points, and the
   * wallet the rest. Left out: all of it.
   */
  maxShareBasisPoints?: number;
  stackable: boolean;
  scope?: VoucherScope;
}

/** Yuan off (代金券). `faceCents` is what is left of it. Gives no change: what the budget does not need lapses. */
export interface FixedVoucher extends VoucherTerms {
  kind: 'fixed';
  faceCents: number;
}

/** A share of the budget off, up to a cap. It is a discount on one boost and is worth nothing outside it. */
export interface RatioVoucher extends VoucherTerms {
  kind: 'ratio';
  basisPoints: number;
  capCents: number;
}

/** Impressions on top of those the budget buys (流量券); it has no value in money. */
export interface TrafficVoucher extends VoucherTerms {
  kind: 'traffic';
  impressions: number;
}

export type Voucher = FixedVoucher | RatioVoucher | TrafficVoucher;
