import type { Mark } from '../metrics/mark';
import { inForce } from './order-rules';

/** The rules of a recruitment. They are frozen on it when it is published. */
export interface RecruitmentRules {
  /** after the last moment to apply, hours in which the brand selects; nobody selected by then is told so */
  selectionHours: number;
  /** longest time to apply, days */
  applyDaysMost: number;
  /** creators that one recruitment may want */
  wantedMost: number;
}

/** One rule from one day on, and who says so. */
export interface RecruitmentRuleRow {
  rule: keyof RecruitmentRules;
  value: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

const ours = 'nothing is published: a default of this product, not a rule of the platform';

export const recruitmentRuleRows: readonly RecruitmentRuleRow[] = [
  { rule: 'selectionHours', value: 72, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'applyDaysMost', value: 90, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'wantedMost', value: 200, from: '2020-01-01', mark: 'P', source: ours },
];

/**
 * The rules in force on a day.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when a rule has no row by then
 */
export const recruitmentRulesOn = (
  day: string,
  rows: readonly RecruitmentRuleRow[] = recruitmentRuleRows,
): RecruitmentRules => inForce<RecruitmentRules>(day, rows, recruitmentRuleRows);
