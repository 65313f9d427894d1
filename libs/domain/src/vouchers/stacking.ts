import type { Mark } from '../metrics/mark';
import { floorCents } from '../ledger/rounding';
import type { Voucher, VoucherKind } from './voucher';

/** Which vouchers may stand together in one boost, from one day on, and who says so. */
export interface StackingRule {
  maxVouchers: number;
  /** how many of each kind, among them */
  maxOfKind: Readonly<Record<VoucherKind, number>>;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

/** Every rule as it is known to have been; a later row takes the place of the earlier ones. */
export const stackingRules: readonly StackingRule[] = [
  {
    maxVouchers: 5,
    maxOfKind: { fixed: 5, ratio: 1, traffic: 5 },
    from: '2020-01-01',
    mark: 'P',
    source:
      'no published source states how the platform’s vouchers stack: five to a boost and no discount on a discount are defaults of this product',
  },
];

/**
 * The rule in force on a day.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when none has begun by then
 */
export function stackingRuleOn(day: string, rules: readonly StackingRule[] = stackingRules): StackingRule {
  const rule = rules
    .filter(({ from }) => from <= day)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (!rule) throw new RangeError(`No rule for stacking on ${day}`);
  return rule;
}

/** Whether these vouchers may stand together. One that does not stack stands alone; one alone always may. */
export function mayStack(
  vouchers: readonly Pick<Voucher, 'kind' | 'stackable'>[],
  rule: Pick<StackingRule, 'maxVouchers' | 'maxOfKind'>,
): boolean {
  if (vouchers.length <= 1) return true;
  if (vouchers.length > rule.maxVouchers || vouchers.some(({ stackable }) => !stackable)) return false;
  const counts: Record<VoucherKind, number> = { fixed: 0, ratio: 0, traffic: 0 };
  return vouchers.every(({ kind }) => (counts[kind] += 1) <= rule.maxOfKind[kind]);
}

/**
 * The most that vouchers together may pay of a budget: the strictest cash ratio among them counts for all, so that none is
 * stretched by another. Integer cents, rounded down.
 */
export function vouchersMayPay(
  vouchers: readonly Pick<Voucher, 'maxShareBasisPoints'>[],
  budgetCents: number,
): number {
  const share = Math.min(10_000, ...vouchers.map((voucher) => voucher.maxShareBasisPoints ?? 10_000));
  return floorCents((budgetCents * share) / 10_000);
}
