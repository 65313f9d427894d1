import type { Mark } from '../metrics/mark';

/** How long an act that waits for a second person goes on waiting, from one day on. */
export interface ApprovalRule {
  waitHours: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

/** Every rule as it has been; a later row takes the place of the earlier ones. */
export const approvalRules: readonly ApprovalRule[] = [
  {
    waitHours: 72,
    from: '2020-01-01',
    mark: 'P',
    source: 'a default of this product: three days, as invitations and reviews of orders have',
  },
];

/**
 * The rule in force on a day.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when none has begun by then
 */
export function approvalRuleOn(day: string, rules: readonly ApprovalRule[] = approvalRules): ApprovalRule {
  const begun = rules.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  const rule = begun.at(-1);
  if (!rule) throw new RangeError(`No rule for approvals on ${day}`);
  return rule;
}
