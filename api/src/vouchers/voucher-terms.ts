import type { Voucher as VoucherTerms, VoucherScope, VoucherState } from '@poolrise/domain';
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
    maxShareBasisPoints: voucher.maxShareBasisPoints,
    scope: scopeOf(voucher),
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

/** An empty list in the row allows all, which the domain says by leaving it out. */
function scopeOf({ placements, goals, categories, noteIds }: Voucher): VoucherScope {
  return {
    ...(placements.length > 0 ? { placements } : {}),
    ...(goals.length > 0 ? { goals } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(noteIds.length > 0 ? { noteIds } : {}),
  };
}

function stateOf(voucher: Voucher): VoucherState {
  if (voucher.revokedAt) return 'revoked';
  if (voucher.usedAt) return 'spent';
  return voucher.lapsedAt ? 'expired' : 'granted';
}
