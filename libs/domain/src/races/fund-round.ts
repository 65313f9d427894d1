import { floorCents } from '../ledger/rounding';
import { payFromWallet, type RebateRule, type WalletFunds, walletBuckets } from '../ledger/wallet-funds';

type Rule = Pick<RebateRule, 'perCashBasisPoints'>;

/** What a wallet can pay at once, in cents: cash, credit, and as much of rebate and compensation as goes with the cash. */
export function payableFrom(funds: WalletFunds, { perCashBasisPoints }: Rule): number {
  const grants = Math.min(
    funds.compensation + funds.rebate,
    floorCents((funds.cash * perCashBasisPoints) / 10_000),
  );
  return funds.cash + funds.credit + grants;
}

/**
 * What a wallet lacks to pay for the boosts of a round, launched one after the other, in cents; 0 when it pays them all.
 * Each boost burns rebates by the rule for itself, so a cent may be lacking that the wallet as a whole would have had.
 */
export function missingForRound(boostCents: readonly number[], funds: WalletFunds, rule: Rule): number {
  const whole = boostCents.reduce((sum, cents) => sum + cents, 0);
  let left = funds;
  for (const cents of boostCents) {
    const paid = payFromWallet(cents, left, rule);
    if (!paid) return Math.max(1, whole - payableFrom(funds, rule));
    left = walletBuckets.reduce((rest, bucket) => ({ ...rest, [bucket]: left[bucket] - paid[bucket] }), left);
  }
  return 0;
}
