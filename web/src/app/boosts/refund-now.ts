import type { BoostView } from '@poolrise/contracts';
import { floorCents } from '@poolrise/domain';

/** What would come back if a boost ended this moment. Cents. */
export interface RefundNow {
  spentCents: number;
  toWalletCents: number;
  /** of vouchers; what is no longer valid by then lapses */
  toVouchersCents: number;
}

/**
 * The refund that a stop would bring, by the rules of the settlement: delivered impressions are charged, rounded down,
 * vouchers burn first, the rest returns to where it came from. An estimate, since readers go on meanwhile.
 */
export function refundNow(boost: BoostView): RefundNow {
  const { budgetCents, deliveredImpressions, plannedImpressions } = boost;
  const due =
    plannedImpressions > 0 ? floorCents((budgetCents * deliveredImpressions) / plannedImpressions) : 0;
  const spentCents = Math.min(budgetCents, Math.max(boost.spentCents, due));
  const toVouchersCents = Math.max(0, boost.voucherCents - spentCents);
  return { spentCents, toVouchersCents, toWalletCents: budgetCents - spentCents - toVouchersCents };
}
