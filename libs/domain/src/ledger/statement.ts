import { splitWalletSpend, type WalletFunds } from './wallet-funds';

/**
 * The lines of a statement: what a workspace has, bucket by bucket, what is held for boosts, what cooperation orders hold,
 * and what is spent. The journal keeps both holds on one account; a statement keeps them apart.
 */
export const statementAccounts = [
  'cash',
  'voucher',
  'compensation',
  'rebate',
  'credit',
  'reserved',
  'orders',
  'spent',
] as const;
export type StatementAccount = (typeof statementAccounts)[number];

/** Cents that were spent, by where they came from. */
export type SpentSources = WalletFunds & { voucher: number };

export const nothingSpent = (): SpentSources => ({
  voucher: 0,
  compensation: 0,
  rebate: 0,
  cash: 0,
  credit: 0,
});

/** One boost in a period: what paid for it, and what was spent of it before the period began and when it ended. */
export interface BoostInPeriod {
  voucherCents: number;
  wallet: WalletFunds;
  spentBeforeCents: number;
  spentUntilCents: number;
}

/**
 * Where the spend of a boost in a period came from. Both ends are split as a settlement splits them, so that periods that
 * follow each other add up to the cent.
 */
export function spentInPeriod({ voucherCents, wallet, ...spent }: BoostInPeriod): SpentSources {
  const split = (cents: number): SpentSources => {
    const voucher = Math.min(voucherCents, cents);
    return { voucher, ...splitWalletSpend(wallet, cents - voucher) };
  };
  return lessSpent(split(spent.spentUntilCents), split(spent.spentBeforeCents));
}

/** What can be invoiced: money of the buyer's own, at once or on credit. What was given is no turnover. */
export const invoiceable = ({ cash, credit }: SpentSources): number => cash + credit;

export const addSpent = (a: SpentSources, b: SpentSources): SpentSources => combined(a, b, 1);
const lessSpent = (a: SpentSources, b: SpentSources): SpentSources => combined(a, b, -1);

const combined = (a: SpentSources, b: SpentSources, sign: 1 | -1): SpentSources => ({
  voucher: a.voucher + sign * b.voucher,
  compensation: a.compensation + sign * b.compensation,
  rebate: a.rebate + sign * b.rebate,
  cash: a.cash + sign * b.cash,
  credit: a.credit + sign * b.credit,
});
