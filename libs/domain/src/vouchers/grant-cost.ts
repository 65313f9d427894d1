import type { VoucherKind } from './voucher';

/** What a voucher gives, as far as its cost depends on it. Cents, impressions. */
export interface GrantTerms {
  kind: VoucherKind;
  /** what a fixed voucher pays; the most that a ratio voucher takes off */
  faceCents: number;
  impressions: number;
}

export interface GrantCost {
  /** in the books at once: what fixed vouchers pay */
  bookedCents: number;
  /** at most, once they are used */
  mostCents: number;
  impressions: number;
}

/**
 * What granting one voucher to each of so many workspaces costs the platform. A fixed voucher is money from the day of its
 * grant; a ratio voucher costs nothing until it is used, and at most its cap; a traffic voucher costs impressions.
 */
export function grantCost({ kind, faceCents, impressions }: GrantTerms, workspaces: number): GrantCost {
  const mostCents = kind === 'traffic' ? 0 : faceCents * workspaces;
  return {
    bookedCents: kind === 'fixed' ? mostCents : 0,
    mostCents,
    impressions: kind === 'traffic' ? impressions * workspaces : 0,
  };
}
