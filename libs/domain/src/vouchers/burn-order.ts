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

/** How many things stand in the way of using a voucher: the more, the fewer boosts it still fits. */
export function restrictionsOf({ scope, minBudgetCents, maxShareBasisPoints, stackable }: Voucher): number {
  const ties = [
    scope?.placements,
    scope?.goals,
    scope?.categories,
    scope?.noteIds,
    minBudgetCents > 0,
    (maxShareBasisPoints ?? 10_000) < 10_000,
    !stackable,
  ];
  return ties.filter(Boolean).length;
}

/** Why one voucher burns before another. */
export type BurnReason = 'ends-sooner' | 'more-restricted' | 'worth-less' | 'same';

/** What decides between two vouchers, and which of them burns first: below zero when it is `a`. */
export function compareBurn(a: Voucher, b: Voucher): { reason: BurnReason; order: number } {
  const steps: [BurnReason, number][] = [
    ['ends-sooner', a.expiresAt - b.expiresAt],
    ['more-restricted', restrictionsOf(b) - restrictionsOf(a)],
    ['worth-less', voucherWorthCents(a) - voucherWorthCents(b)],
  ];
  for (const [reason, order] of steps) if (order !== 0) return { reason, order };
  return { reason: 'same', order: a.id < b.id ? -1 : a.id > b.id ? 1 : 0 };
}

/**
 * The order in which vouchers are used up: the one that ends first, then the one that fits the fewest boosts, then the
 * smaller one, then by id so that two computers agree. Nothing that will soon be lost is kept for later. No published source
 * states the platform's order.
 */
export function burnOrder<V extends Voucher>(vouchers: readonly V[]): V[] {
  return [...vouchers].sort((a, b) => compareBurn(a, b).order);
}
