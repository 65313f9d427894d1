import { type BoostTerms, boostTerms } from '../boosts/boost-terms';
import { dayInShanghai } from '../pools/traffic-clock';
import { stackingRuleOn } from './stacking';
import type { Voucher } from './voucher';
import { groupOf, useAt } from './voucher-group';

/** What it takes to use a voucher whole in one boost, or as far as the largest boost allows. Cents. */
export interface WholeUse {
  budgetCents: number;
  walletCents: number;
  /** what the voucher pays */
  paidCents: number;
  /** what of it no boost can use */
  unusableCents: number;
}

/**
 * The smallest boost that uses all that a voucher of money pays, whatever note and goal it is for; null when its minimum spend is
 * above the largest boost, so that nobody can use it. Source: the terms of boosts and the cash ratio, see `vouchersMayPay`.
 */
export function wholeUseOf(voucher: Voucher, terms: BoostTerms = boostTerms): WholeUse | null {
  const note = { noteId: 'any', category: 'any', worth: 1 };
  const stacking = stackingRuleOn(dayInShanghai(new Date(voucher.validFrom)));
  const group = groupOf([{ ...voucher, scope: {} }], [note], { terms, stacking });
  if (!group) return null;
  const { budgetCents, walletCents } = useAt(group, group.fullBudgetCents, terms.centsPerThousand);
  const paidCents = budgetCents - walletCents;
  const held = voucher.kind === 'fixed' ? voucher.faceCents : voucher.kind === 'ratio' ? voucher.capCents : 0;
  return { budgetCents, walletCents, paidCents, unusableCents: Math.max(0, held - paidCents) };
}
