import { boostGoals, type BoostGoal } from '../boosts/boost-goal';
import { type BoostableNote, type BoostRefusal, type BoostTerms, boostTerms } from '../boosts/boost-terms';
import { planBoost } from '../boosts/plan-boost';
import { onlyCash } from '../ledger/wallet-funds';
import { dayInShanghai } from '../pools/traffic-clock';
import { voucherWorthCents } from './burn-order';
import { stackingRuleOn } from './stacking';
import type { Voucher } from './voucher';
import { groupOf } from './voucher-group';

/** Hours that such a boost may last when it is tried in worlds: those of the launch dialog, up to three days. */
export const oneMoreDurations = [6, 12, 24, 48, 72] as const;

/** The boost that a voucher alone would be used up in. Amounts in integer cents. */
export interface OneVoucherBoost {
  goal: BoostGoal;
  budgetCents: number;
  /** What the wallet adds, and what the voucher is worth in this boost, extra impressions at their price. */
  walletCents: number;
  voucherCents: number;
  impressions: number;
}

/**
 * The smallest boost of this note in which nothing of the voucher is left, or why there is none. The wallet is not asked: what it
 * would have to add is part of the answer.
 */
export function oneVoucherBoost(
  voucher: Voucher,
  note: BoostableNote,
  { now, durationHours, terms = boostTerms }: { now: number; durationHours: number; terms?: BoostTerms },
): OneVoucherBoost | BoostRefusal {
  const stacking = stackingRuleOn(dayInShanghai(new Date(now)));
  const group = groupOf([voucher], [{ ...note, worth: 1 }], { terms, stacking });
  const goal = group?.places[0]?.goal ?? boostGoals[0];
  const budgetCents = group?.fullBudgetCents ?? terms.minBudgetCents;
  const plan = planBoost({
    note,
    goal,
    budgetCents,
    startsAt: now,
    durationHours,
    now,
    funds: onlyCash(budgetCents),
    vouchers: [voucher],
    terms,
  });
  if (typeof plan === 'string') return plan;
  const extra = voucher.kind === 'traffic' ? voucherWorthCents(voucher, terms.centsPerThousand) : 0;
  return {
    goal,
    budgetCents,
    walletCents: plan.walletCents,
    voucherCents: plan.voucherCents + extra,
    impressions: plan.plannedImpressions,
  };
}
