import { type Leg, balanced } from '../ledger/journal';
import { floorCents } from '../ledger/rounding';
import { fundsTotal, splitWalletSpend, type WalletFunds, walletBuckets } from '../ledger/wallet-funds';
import type { VoucherKind } from '../vouchers/voucher';

/** A voucher's money in a boost, as planned at launch. */
export interface VoucherPart {
  voucherId: string;
  kind: VoucherKind;
  cents: number;
  expiresAt: number;
}

/** What a boost was launched with. `voucherParts` in burn order; with `wallet` they sum to `budgetCents`. */
export interface BoostMoney {
  budgetCents: number;
  voucherParts: readonly VoucherPart[];
  wallet: WalletFunds;
}

export interface DeliveryAsk extends BoostMoney {
  plannedImpressions: number;
  deliveredImpressions: number;
  alreadySpentCents: number;
}

/** Where the money of a boost went so far. */
export interface SpentBySource {
  voucherCents: number;
  wallet: WalletFunds;
  parts: { voucherId: string; cents: number }[];
}

export interface DeliverySettlement {
  /** Spent since launch, and what this settlement adds to it. */
  spentCents: number;
  newCents: number;
  bySource: SpentBySource;
  legs: Leg[];
}

/** What so many impressions of a boost cost, in cents: rounded down, and never more than its budget. */
export function spentFor(
  { budgetCents, plannedImpressions }: { budgetCents: number; plannedImpressions: number },
  delivered: number,
): number {
  return delivered >= plannedImpressions
    ? budgetCents
    : floorCents((budgetCents * delivered) / plannedImpressions);
}

/**
 * The spend for the impressions delivered so far.
 *
 * Rounding: down to whole cents, so that what is delivered is never charged before it is complete; the whole budget
 * is spent exactly when all planned impressions are delivered. Impressions beyond the plan are free. Each impression
 * costs the same, those of a traffic voucher included, which is how such a voucher makes the others cheaper.
 * Late or repeated reports cannot lower or raise the sum: it depends on the count alone and never falls.
 */
export function settleDelivery(ask: DeliveryAsk): DeliverySettlement {
  checkMoney(ask);
  if (!(ask.plannedImpressions > 0))
    throw new RangeError('A boost without planned impressions cannot be settled');
  const dueCents = spentFor(ask, ask.deliveredImpressions);
  const spentCents = Math.max(dueCents, ask.alreadySpentCents);
  const newCents = spentCents - ask.alreadySpentCents;
  return {
    spentCents,
    newCents,
    bySource: splitSpend(ask, spentCents),
    legs: balanced([
      { account: 'reserved', cents: -newCents },
      { account: 'spent', cents: newCents },
    ]),
  };
}

export interface RefundAsk extends BoostMoney {
  spentCents: number;
  /** Epoch milliseconds. */
  now: number;
  /** Vouchers that were taken back in the meantime; nothing returns to them. */
  revokedVoucherIds?: readonly string[];
}

export interface BoostRefund {
  /** What was reserved and not spent: the sum of the three below. */
  refundCents: number;
  toWallet: WalletFunds;
  toVouchers: { voucherId: string; cents: number }[];
  lapsedCents: number;
  legs: Leg[];
}

/**
 * What goes back at the end of a boost, or when it is stopped early.
 *
 * Money returns to where it came from. A fixed voucher that is still valid gets its part back; the part of an expired
 * or revoked one lapses, and so does that of a ratio voucher, which is a discount on this boost and no balance.
 */
export function refundBoost(ask: RefundAsk): BoostRefund {
  checkMoney(ask);
  const spent = splitSpend(ask, ask.spentCents);
  const toWallet = { ...ask.wallet };
  for (const bucket of walletBuckets) toWallet[bucket] -= spent.wallet[bucket];
  const toVouchers: BoostRefund['toVouchers'] = [];
  let lapsedCents = 0;
  ask.voucherParts.forEach((part, index) => {
    const cents = part.cents - (spent.parts[index]?.cents ?? 0);
    const returns = part.kind === 'fixed' && part.expiresAt > ask.now;
    if (returns && !ask.revokedVoucherIds?.includes(part.voucherId)) {
      if (cents > 0) toVouchers.push({ voucherId: part.voucherId, cents });
    } else lapsedCents += cents;
  });
  const toVouchersCents = toVouchers.reduce((all, { cents }) => all + cents, 0);
  const refundCents = ask.budgetCents - ask.spentCents;
  return {
    refundCents,
    toWallet,
    toVouchers,
    lapsedCents,
    legs: balanced([
      { account: 'reserved', cents: -refundCents },
      ...walletBuckets.map((account) => ({ account, cents: toWallet[account] })),
      { account: 'voucher', cents: toVouchersCents },
      { account: 'expired', cents: lapsedCents },
    ]),
  };
}

/** Vouchers burn first, in burn order; the buckets of the wallet pay what they do not. */
export function splitSpend(money: BoostMoney, spentCents: number): SpentBySource {
  let left = spentCents;
  const parts = money.voucherParts.map(({ voucherId, cents }) => {
    const burnt = Math.min(cents, left);
    left -= burnt;
    return { voucherId, cents: burnt };
  });
  return { voucherCents: spentCents - left, wallet: splitWalletSpend(money.wallet, left), parts };
}

function checkMoney(money: BoostMoney & { spentCents?: number; alreadySpentCents?: number }): void {
  const sources = money.voucherParts.reduce((all, part) => all + part.cents, fundsTotal(money.wallet));
  if (sources !== money.budgetCents) {
    throw new RangeError(`Boost of ${money.budgetCents} cents was paid with ${sources}`);
  }
  const spentCents = money.spentCents ?? money.alreadySpentCents ?? 0;
  if (spentCents < 0 || spentCents > money.budgetCents) {
    throw new RangeError(`Spent ${spentCents} of ${money.budgetCents} cents`);
  }
}
