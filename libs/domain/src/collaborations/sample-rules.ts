import { inForce } from './order-rules';
import type { Mark } from '../metrics/mark';

/** The rules of sending a sample. */
export interface SampleRules {
  /** after so many days without an answer the creator is reminded and the brand is told */
  answerDays: number;
  /** a sample that is not there so many days before the draft is due is late */
  nearDraftDays: number;
  /** how far ahead the brand may promise to send it, in days */
  promiseDaysMost: number;
  /** parcels within one order */
  parcelsMost: number;
  /** how long an address is kept after the order has ended, in days */
  addressKeptDays: number;
}

/** One rule from one day on, and who says so. */
export interface SampleRuleRow {
  rule: keyof SampleRules;
  value: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

const ours = 'nothing is published: a default of this product, not a rule of the platform';
const law =
  'Personal Information Protection Law, article 19: no longer than the purpose needs; the number of days is ours';

/** Every rule as it has been. A later row of a rule takes the place of the earlier ones. */
export const sampleRuleRows: readonly SampleRuleRow[] = [
  { rule: 'answerDays', value: 7, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'nearDraftDays', value: 3, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'promiseDaysMost', value: 60, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'parcelsMost', value: 5, from: '2020-01-01', mark: 'P', source: ours },
  { rule: 'addressKeptDays', value: 30, from: '2020-01-01', mark: 'P', source: law },
];

/**
 * The rules in force on a day, `YYYY-MM-DD` in Shanghai.
 * @throws RangeError when a rule has no row by then
 */
export const sampleRulesOn = (day: string, rows: readonly SampleRuleRow[] = sampleRuleRows): SampleRules =>
  inForce<SampleRules>(day, rows, sampleRuleRows);
