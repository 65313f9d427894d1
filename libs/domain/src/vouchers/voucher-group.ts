import { type BoostGoal, boostGoals } from '../boosts/boost-goal';
import { type BoostTerms, impressionsFor } from '../boosts/boost-terms';
import { floorCents } from '../ledger/rounding';
import { inScope } from './eligibility';
import { mayStack, type StackingRule, vouchersMayPay } from './stacking';
import type { Voucher } from './voucher';

/** A note that vouchers could be used on, and how well money is spent on it: higher is better, in any one unit. */
export interface PlannedNote {
  noteId: string;
  category: string;
  worth: number;
}

/** Where a boost could be had. */
export interface Place {
  note: PlannedNote;
  goal: BoostGoal;
}

/** Vouchers that may be used together in one boost, and where. Amounts in integer cents. */
export interface VoucherGroup {
  vouchers: readonly Voucher[];
  places: readonly Place[];
  minBudgetCents: number;
  /** from this budget on nothing of them is left to be saved */
  fullBudgetCents: number;
}

/** What a group takes of the wallet at a budget, and what of its vouchers is not wasted then. */
export interface GroupUse {
  group: VoucherGroup;
  budgetCents: number;
  walletCents: number;
  savedCents: number;
}

/** Budgets are whole yuan, as people type them. */
export const budgetStepCents = 100;

const stepUp = (cents: number) => Math.ceil(cents / budgetStepCents) * budgetStepCents;

/** The group of these vouchers, or null when no boost can take all of them. Every note is asked with every goal. */
export function groupOf(
  vouchers: readonly Voucher[],
  notes: readonly PlannedNote[],
  rules: { terms: BoostTerms; stacking: StackingRule },
): VoucherGroup | null {
  if (!mayStack(vouchers, rules.stacking)) return null;
  const minBudgetCents = stepUp(
    Math.max(rules.terms.minBudgetCents, ...vouchers.map((voucher) => voucher.minBudgetCents)),
  );
  if (minBudgetCents > rules.terms.maxBudgetCents) return null;
  const places = notes.flatMap((note) =>
    boostGoals
      .filter((goal) => vouchers.every((voucher) => inScope(voucher, { ...note, goal })))
      .map((goal) => ({ note, goal })),
  );
  if (places.length === 0) return null;
  const full = Math.min(rules.terms.maxBudgetCents, Math.max(minBudgetCents, ...bends(vouchers).map(stepUp)));
  return { vouchers, places, minBudgetCents, fullBudgetCents: full };
}

/**
 * What a group does at a budget: vouchers pay what they hold as far as their cash ratio lets them, the wallet the rest, and
 * extra impressions count as what they would cost. The same sum as `planBoost` comes to.
 */
export function useAt(group: VoucherGroup, budgetCents: number, centsPerThousand: number): GroupUse {
  const { faceCents, basisPoints, capCents, impressions } = holdingsOf(group.vouchers);
  const offCents = Math.min(floorCents((budgetCents * basisPoints) / 10_000), capCents);
  const paidCents = Math.min(vouchersMayPay(group.vouchers, budgetCents), faceCents + offCents);
  const extraCents = floorCents((impressions * centsPerThousand) / 1_000);
  return {
    group,
    budgetCents,
    walletCents: budgetCents - paidCents,
    savedCents: paidCents + extraCents,
  };
}

/** The uses of a group at the budgets where a further yuan begins to save more or less, beside the least and the fullest. */
export function turningUses(group: VoucherGroup, terms: BoostTerms): GroupUse[] {
  const rounded = bends(group.vouchers).flatMap((cents) => [stepUp(cents) - budgetStepCents, stepUp(cents)]);
  const budgets = new Set([group.minBudgetCents, group.fullBudgetCents, ...rounded]);
  return [...budgets]
    .filter((cents) => cents >= group.minBudgetCents && cents <= group.fullBudgetCents)
    .map((cents) => useAt(group, cents, terms.centsPerThousand));
}

/** The largest use that so much of the wallet pays for, or null when it does not pay for the smallest. */
export function largestUse(group: VoucherGroup, walletCents: number, terms: BoostTerms): GroupUse | null {
  const at = (step: number) =>
    useAt(group, group.minBudgetCents + step * budgetStepCents, terms.centsPerThousand);
  if (at(0).walletCents > walletCents) return null;
  // What the wallet pays never falls with the budget, so halving finds it.
  let fits = 0;
  let above = Math.floor((group.fullBudgetCents - group.minBudgetCents) / budgetStepCents) + 1;
  while (above - fits > 1) {
    const middle = Math.floor((fits + above) / 2);
    if (at(middle).walletCents <= walletCents) fits = middle;
    else above = middle;
  }
  return at(fits);
}

function holdingsOf(vouchers: readonly Voucher[]) {
  const holdings = { faceCents: 0, basisPoints: 0, capCents: 0, impressions: 0 };
  for (const voucher of vouchers) {
    if (voucher.kind === 'fixed') holdings.faceCents += voucher.faceCents;
    if (voucher.kind === 'traffic') holdings.impressions += voucher.impressions;
    if (voucher.kind !== 'ratio') continue;
    // One to a group: the rule lets no discount stand on another.
    holdings.basisPoints = voucher.basisPoints;
    holdings.capCents = voucher.capCents;
  }
  return holdings;
}

/** Budgets at which a cap is reached, or at which the cash ratio lets vouchers pay all they hold. */
function bends(vouchers: readonly Voucher[]): number[] {
  const { faceCents, basisPoints, capCents } = holdingsOf(vouchers);
  const share = Math.min(10_000, ...vouchers.map((voucher) => voucher.maxShareBasisPoints ?? 10_000));
  const found = [((faceCents + capCents) * 10_000) / share];
  if (basisPoints > 0) found.push((capCents * 10_000) / basisPoints);
  if (share > basisPoints) found.push((faceCents * 10_000) / (share - basisPoints));
  return found;
}

/** Impressions that a use buys with its budget and gets on top. */
export function impressionsOf({ group, budgetCents }: GroupUse, centsPerThousand: number): number {
  return impressionsFor(budgetCents, centsPerThousand) + holdingsOf(group.vouchers).impressions;
}
