import type { BoostGoal } from '../boosts/boost-goal';
import type { BoostRefusal } from '../boosts/boost-terms';
import type { Voucher, VoucherPlacement } from './voucher';

/** The boost that a voucher would pay for. Times are epoch milliseconds. */
export interface VoucherUseAsk {
  goal: BoostGoal;
  noteId: string;
  category: string;
  budgetCents: number;
  now: number;
  /** the feed when it is left out, which is where boosts stand */
  placement?: VoucherPlacement;
}

export type VoucherRefusal = Extract<BoostRefusal, `voucher-${string}` | 'budget-below-voucher'>;

/** Why this voucher cannot pay for this boost, or null when it can. A voucher ends at `expiresAt`, not after it. */
export function voucherRefusal(voucher: Voucher, ask: VoucherUseAsk): VoucherRefusal | null {
  if (voucher.state === 'spent' || voucher.state === 'reserved') return 'voucher-spent';
  if (voucher.state === 'revoked') return 'voucher-revoked';
  if (voucher.state === 'expired' || voucher.expiresAt <= ask.now) return 'voucher-expired';
  if (voucher.kind === 'fixed' && voucher.faceCents <= 0) return 'voucher-spent';
  if (voucher.validFrom > ask.now) return 'voucher-not-yet-valid';
  if (!inScope(voucher, ask)) return 'voucher-wrong-scope';
  if (ask.budgetCents < voucher.minBudgetCents) return 'budget-below-voucher';
  return null;
}

/** Whether a voucher may pay for this goal and note, whatever the budget and the time. */
export function inScope(
  { scope }: Pick<Voucher, 'scope'>,
  ask: Pick<VoucherUseAsk, 'goal' | 'noteId' | 'category' | 'placement'>,
): boolean {
  if (scope?.placements && !scope.placements.includes(ask.placement ?? 'feed')) return false;
  if (scope?.goals && !scope.goals.includes(ask.goal)) return false;
  if (scope?.noteIds && !scope.noteIds.includes(ask.noteId)) return false;
  return !scope?.categories || scope.categories.includes(ask.category);
}
