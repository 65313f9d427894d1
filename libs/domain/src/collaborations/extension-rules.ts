import { inForce } from './order-rules';
import type { Mark } from '../metrics/mark';

/** The rules of asking for longer rights. They are frozen on the ask, whatever becomes of them later. */
export interface ExtensionRules {
  /** how long the other side has for an answer; silence is a no */
  answerHours: number;
  /** of the price, in basis points: what the brand pays on top, and what the creator leaves */
  brandFeeBasisPoints: number;
  creatorFeeBasisPoints: number;
}

/** One rule from one day on, and who says so. */
export interface ExtensionRuleRow {
  rule: keyof ExtensionRules;
  value: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

const asOrders = 'no source names a fee on longer rights: as of the order itself';
const ours = 'nothing is published: a default of this product, as long as other wishes within an order have';

/** Every rule as it has been. A later row of a rule takes the place of the earlier ones. */
export const extensionRuleRows: readonly ExtensionRuleRow[] = [
  { rule: 'answerHours', value: 48, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'brandFeeBasisPoints', value: 1_000, from: '2020-01-01', mark: 'P', source: asOrders },
  { rule: 'creatorFeeBasisPoints', value: 1_000, from: '2020-01-01', mark: 'P', source: asOrders },
];

/**
 * The rules in force on a day, `YYYY-MM-DD` in Shanghai.
 * @throws RangeError when a rule has no row by then
 */
export const extensionRulesOn = (
  day: string,
  rows: readonly ExtensionRuleRow[] = extensionRuleRows,
): ExtensionRules => inForce<ExtensionRules>(day, rows, extensionRuleRows);
