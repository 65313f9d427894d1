import type { Mark } from '../metrics/mark';
import { floorCents } from './rounding';

/**
 * The buckets of a wallet that pay what vouchers leave open, in the order in which they do: what was paid back for
 * overrun costs, rebates, the workspace's own cash, and at last credit it was granted.
 */
export const walletBuckets = ['compensation', 'rebate', 'cash', 'credit'] as const;
export type WalletBucket = (typeof walletBuckets)[number];

/** Integer cents in each bucket, or from each. */
export type WalletFunds = Record<WalletBucket, number>;

export const onlyCash = (cents: number): WalletFunds => ({
  compensation: 0,
  rebate: 0,
  cash: cents,
  credit: 0,
});

export const fundsTotal = (funds: WalletFunds): number =>
  walletBuckets.reduce((sum, bucket) => sum + funds[bucket], 0);

/** How much rebate and compensation go with cash, from one day on, and who says so. */
export interface RebateRule {
  /** at most so many basis points of the cash that pays beside them; 10,000 is a cent for a cent */
  perCashBasisPoints: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

/** Every rule as it is known to have been; a later row takes the place of the earlier ones. */
export const rebateRules: readonly RebateRule[] = [
  {
    perCashBasisPoints: 10_000,
    from: '2020-01-01',
    mark: 'P',
    source:
      'that rebates are burnt together with cash in a ratio, and not at all without, is reported [B] (58pf.com h-nd-154); the ratio is published nowhere: a cent for a cent is a default of this product, not a rule of the platform',
  },
];

/**
 * The rule in force on a day.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when none has begun by then
 */
export function rebateRuleOn(day: string, rules: readonly RebateRule[] = rebateRules): RebateRule {
  const begun = rules.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  const rule = begun.at(-1);
  if (!rule) throw new RangeError(`No rule for rebates on ${day}`);
  return rule;
}

/**
 * What each bucket pays of an amount, or null when they do not hold enough.
 *
 * Rebate and compensation pay as much as the rule lets go with the cash that pays beside them, rounded down; with no
 * cash they pay nothing. Credit is what others pay for us and counts as no cash.
 * Throws when an amount is not whole cents or below zero.
 */
export function payFromWallet(
  openCents: number,
  funds: WalletFunds,
  { perCashBasisPoints }: Pick<RebateRule, 'perCashBasisPoints'>,
): WalletFunds | null {
  checkFunds(funds);
  if (!Number.isSafeInteger(openCents) || openCents < 0)
    throw new RangeError(`Cannot pay ${openCents} cents`);
  const grants = Math.min(
    funds.compensation + funds.rebate,
    floorCents((funds.cash * perCashBasisPoints) / 10_000),
    floorCents((openCents * perCashBasisPoints) / (10_000 + perCashBasisPoints)),
  );
  const compensation = Math.min(funds.compensation, grants);
  const cash = Math.min(funds.cash, openCents - grants);
  const credit = openCents - grants - cash;
  if (credit > funds.credit) return null;
  return { compensation, rebate: grants - compensation, cash, credit };
}

/**
 * Which bucket paid how much of what is spent so far, out of what each put in.
 *
 * Cash, compensation and rebate go down together, so that the ratio they were put in at holds at every moment: the
 * latter two by their share rounded down, cash by the rest. Credit is last. For a spend that grows, none of the parts
 * falls.
 */
export function splitWalletSpend(paid: WalletFunds, spentCents: number): WalletFunds {
  checkFunds(paid);
  const grants = paid.compensation + paid.rebate;
  const together = grants + paid.cash;
  if (spentCents < 0 || spentCents > together + paid.credit)
    throw new RangeError(`Spent ${spentCents} of ${fundsTotal(paid)} cents`);
  const spent = Math.min(spentCents, together);
  const granted = together === 0 ? 0 : floorCents((spent * grants) / together);
  const compensation = Math.min(paid.compensation, granted);
  return {
    compensation,
    rebate: granted - compensation,
    cash: spent - granted,
    credit: spentCents - spent,
  };
}

function checkFunds(funds: WalletFunds): void {
  for (const bucket of walletBuckets) {
    const cents = funds[bucket];
    if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError(`${bucket} holds ${cents} cents`);
  }
}
