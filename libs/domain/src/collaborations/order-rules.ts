import type { Mark } from '../metrics/mark';

/** The rules of a cooperation order. They are frozen on the order when it is made, whatever becomes of them later. */
export interface OrderRules {
  /** how long the brand has for a draft or an outline; silence approves it */
  reviewHours: number;
  /** how often the brand may send a draft back; the next one needs no approval of the brand */
  rejectionsMost: number;
  /** how long the brand has to answer a wish to hide or delete the note while it is protected; silence is a no */
  negotiationHours: number;
  /** how long an offer stands; nobody answering ends the order */
  invitationHours: number;
  protectionDaysLeast: number;
  protectionDaysMost: number;
  /** between the end of the protection and the payment */
  payoutDays: number;
  /** of the quote, in basis points: what the brand pays on top, what it pays for the effect mode, what the creator leaves */
  brandFeeBasisPoints: number;
  effectFeeBasisPoints: number;
  creatorFeeBasisPoints: number;
  /** days after publishing within which the effect mode has to have brought its impressions */
  effectDays: number;
  /** of the quote, to the creator when the brand calls off an order for which a draft was handed in */
  calledOffBasisPoints: number;
}

/** One rule from one day on, and who says so. */
export interface OrderRuleRow {
  rule: keyof OrderRules;
  value: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

const review = 'vvjia.com/tb/134566.html';
const protection = 'm.58pf.com/h-nd-191.html';
const fee = 'relangdata.cn/activity/details/224.html; order report of Aug 2026: quote 50.0, fee 5.0';
const ours = 'nothing is published: a default of this product, not a rule of the platform';

/** Every rule as it is known to have been. A later row of a rule takes the place of the earlier ones. */
export const orderRuleRows: readonly OrderRuleRow[] = [
  { rule: 'reviewHours', value: 72, from: '2020-01-01', mark: 'B', source: review },
  { rule: 'rejectionsMost', value: 3, from: '2020-01-01', mark: 'B', source: review },
  { rule: 'negotiationHours', value: 48, from: '2020-01-01', mark: 'B', source: protection },
  { rule: 'invitationHours', value: 72, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'protectionDaysLeast', value: 30, from: '2020-01-01', mark: 'B', source: protection },
  { rule: 'protectionDaysMost', value: 365, from: '2020-01-01', mark: 'B', source: protection },
  { rule: 'payoutDays', value: 7, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'brandFeeBasisPoints', value: 1_000, from: '2020-01-01', mark: 'B', source: fee },
  { rule: 'effectFeeBasisPoints', value: 1_000, from: '2022-10-13', mark: 'B', source: fee },
  {
    rule: 'creatorFeeBasisPoints',
    value: 1_000,
    from: '2020-01-01',
    mark: 'D',
    source: 'said of the platform; one page says 15 %, lihui01.cn',
  },
  { rule: 'effectDays', value: 15, from: '2022-10-13', mark: 'B', source: fee },
  { rule: 'calledOffBasisPoints', value: 3_000, from: '2020-01-01', mark: 'P', source: ours },
];

/**
 * The rules in force on a day: of each rule the latest row that has begun.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when a rule has no row by then
 */
export const orderRulesOn = (day: string, rows: readonly OrderRuleRow[] = orderRuleRows): OrderRules =>
  inForce<OrderRules>(day, rows, orderRuleRows);

interface RuleRow<Rules> {
  rule: keyof Rules;
  value: number;
  from: string;
}
/**
 * Of each rule the latest row that has begun on a day; rules are those that `known` names.
 * @throws RangeError when a rule has no row by then
 */
export function inForce<Rules>(
  day: string,
  rows: readonly RuleRow<Rules>[],
  known: readonly RuleRow<Rules>[],
): Rules {
  const begun = rows.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  const rules: Partial<Record<keyof Rules, number>> = {};
  for (const { rule, value } of begun) rules[rule] = value;
  const missing = namesOf(known).filter((rule) => rules[rule] === undefined);
  if (missing.length) throw new RangeError(`No rule ${missing.join(', ')} on ${day}`);
  return rules as Rules;
}

const namesOf = <Rules>(rows: readonly RuleRow<Rules>[]): (keyof Rules)[] => [
  ...new Set(rows.map(({ rule }) => rule)),
];
export const orderRuleNames = namesOf<OrderRules>(orderRuleRows);
