import type { BoostOffer, ProblemCode, VoucherView } from '@poolrise/contracts';
import {
  type BoostGoal,
  type BoostPlacement,
  dayInShanghai,
  mayStack,
  stackingRuleOn,
  type Voucher,
  voucherRefusal,
} from '@poolrise/domain';

/** A voucher as the domain judges it; null when it lacks the figure of its kind, which then pays for nothing. */
export function asVoucher(view: VoucherView): Voucher | null {
  const terms = {
    id: view.id,
    // "Usable" and "scheduled" are how a granted voucher looks today.
    state: view.state === 'usable' || view.state === 'scheduled' ? ('granted' as const) : view.state,
    validFrom: Date.parse(view.validFrom),
    expiresAt: Date.parse(view.expiresAt),
    minBudgetCents: view.minimumBudgetCents,
    stackable: view.stackable,
    maxShareBasisPoints: view.maxShareBasisPoints,
    scope: {
      ...(view.categories.length > 0 ? { categories: view.categories } : {}),
      ...(view.placements.length > 0 ? { placements: view.placements } : {}),
      ...(view.goals.length > 0 ? { goals: view.goals } : {}),
      ...(view.noteIds.length > 0 ? { noteIds: view.noteIds } : {}),
    },
  };
  switch (view.kind) {
    case 'fixed':
      return { ...terms, kind: 'fixed', faceCents: view.remainingCents ?? view.faceCents ?? 0 };
    case 'ratio':
      return view.ratioBasisPoints === null
        ? null
        : { ...terms, kind: 'ratio', basisPoints: view.ratioBasisPoints, capCents: view.capCents ?? 0 };
    case 'traffic':
      return view.impressions === null ? null : { ...terms, kind: 'traffic', impressions: view.impressions };
  }
}

/**
 * Why a voucher cannot be added to the boost being planned, or null when it can. The same rule as at launch
 * (`voucherRefusal` of the domain), so that the dialog never promises what the api refuses.
 */
export function whyNotVoucher(
  view: VoucherView,
  plan: {
    offer: BoostOffer;
    goal: BoostGoal;
    /** the feed when it is left out */
    placement?: BoostPlacement;
    budgetCents: number;
    chosen: readonly VoucherView[];
    now: number;
  },
): ProblemCode | null {
  const voucher = asVoucher(view);
  if (!voucher) return 'voucher-spent';
  const { noteId, category } = plan.offer;
  const { goal, placement = 'feed', budgetCents, now } = plan;
  const refusal = voucherRefusal(voucher, { goal, placement, noteId, category, budgetCents, now });
  if (refusal) return refusal;
  const others = plan.chosen.filter(({ id }) => id !== view.id);
  const rule = stackingRuleOn(dayInShanghai(new Date(now)));
  return mayStack([view, ...others], rule) ? null : 'vouchers-do-not-stack';
}
