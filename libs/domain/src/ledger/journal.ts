/**
 * The accounts of one workspace.
 *
 * `topup`, `issued`, `limit`, `earned`, `spent`, `fees` and `expired` are the outside: where money and vouchers come from
 * and go to. `issued` is what the platform gave: vouchers, rebates, compensation. `limit` mirrors the credit that was
 * granted. `earned` is what cooperation orders paid a creator before fees, `fees` what the platform kept of it.
 * `cash`, `voucher`, `rebate`, `compensation`, `credit` and `reserved` are what the workspace holds and are never below
 * zero; `credit` is the part of its limit that is still free.
 */
export const accounts = [
  'cash',
  'voucher',
  'rebate',
  'compensation',
  'credit',
  'reserved',
  'spent',
  'topup',
  'issued',
  'limit',
  'expired',
  'earned',
  'fees',
] as const;
export type Account = (typeof accounts)[number];

export const heldAccounts = [
  'cash',
  'voucher',
  'rebate',
  'compensation',
  'credit',
  'reserved',
] as const satisfies readonly Account[];

/** One line of a journal entry: integer cents, positive into the account, negative out of it. */
export interface Leg {
  account: Account;
  cents: number;
}

/**
 * The legs of one journal entry, without the empty ones.
 *
 * Throws when a leg is not a safe integer or the sum is not zero: that is a mistake of ours and never a refusal.
 * The database asks the same question again at commit.
 */
export function balanced(legs: readonly Leg[]): Leg[] {
  let sum = 0;
  for (const { account, cents } of legs) {
    if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is no amount in cents (${account})`);
    sum += cents;
  }
  if (sum !== 0) throw new RangeError(`Journal legs sum to ${sum} cents, not to 0`);
  return legs.filter((leg) => leg.cents !== 0);
}
