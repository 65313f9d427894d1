import { boostTerms } from '../boosts/boost-terms';
import type { Voucher } from './voucher';

/**
 * The most a voucher can be worth, in cents; a traffic voucher is worth what its impressions would cost.
 * For ordering and for showing, never for the ledger.
 */
export function voucherWorthCents(voucher: Voucher, centsPerThousand = boostTerms.centsPerThousand): number {
  switch (voucher.kind) {
    case 'fixed':
      return voucher.faceCents;
    case 'ratio':
      return voucher.capCents;
    case 'traffic':
      return Math.floor((voucher.impressions * centsPerThousand) / 1_000);
  }
}

/**
 * The order in which vouchers are used up: the one that expires first, then the smaller one, then by id so that two
 * computers agree. Nothing that will soon be lost is kept for later. No published source states the platform's order.
 */
export function burnOrder<V extends Voucher>(vouchers: readonly V[]): V[] {
  return [...vouchers].sort(
    (a, b) =>
      a.expiresAt - b.expiresAt ||
      voucherWorthCents(a) - voucherWorthCents(b) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
