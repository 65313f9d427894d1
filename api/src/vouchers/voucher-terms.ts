import type { Voucher as VoucherTerms, VoucherState } from '@poolrise/domain';
import type { Voucher } from './voucher.entity';

/** A voucher's row as the domain reads it. What is used, by a running boost or for good, cannot be used again. */
export function termsOf(voucher: Voucher): VoucherTerms {
  const terms = {
    id: voucher.id,
    state: stateOf(voucher),
    validFrom: voucher.validFrom.getTime(),
    expiresAt: voucher.expiresAt.getTime(),
    minBudgetCents: voucher.minimumBudgetCents,
    stackable: voucher.stackable,
    scope: voucher.categories.length > 0 ? { categories: voucher.categories } : {},
  };
  switch (voucher.kind) {
    case 'fixed':
      return { ...terms, kind: 'fixed', faceCents: voucher.remainingCents };
    case 'ratio':
      return { ...terms, kind: 'ratio', basisPoints: voucher.ratioBasisPoints, capCents: voucher.faceCents };
    case 'traffic':
      return { ...terms, kind: 'traffic', impressions: voucher.impressions };
  }
}

function stateOf(voucher: Voucher): VoucherState {
  if (voucher.revokedAt) return 'revoked';
  if (voucher.usedAt) return 'spent';
  return voucher.lapsedAt ? 'expired' : 'granted';
}
