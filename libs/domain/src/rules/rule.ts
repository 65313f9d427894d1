import type { Mark } from '../metrics/mark';
import type { MetricId } from '../metrics/definitions';

/** Figures of a boost that a rule may watch. All follow from its hourly counts and its price. */
export const ruleMetrics = [
  'ctrPaid',
  'followRate',
  'cpc',
  'cpf',
  'spendShare',
] as const satisfies MetricId[];
export type RuleMetric = (typeof ruleMetrics)[number];

export const ruleComparisons = ['below', 'above'] as const;
export type RuleComparison = (typeof ruleComparisons)[number];

/** What a rule does: ends the boost, which gives back what was not delivered, or only tells. */
export const ruleActions = ['stop-boost', 'notify'] as const;
export type RuleAction = (typeof ruleActions)[number];

/** On trial a rule only writes down what it would have done. */
export const ruleStates = ['dry-run', 'live', 'off'] as const;
export type RuleState = (typeof ruleStates)[number];

/** When a rule applies: a figure of the last `windowHours` full hours on the wrong side of a value, once enough was counted. */
export interface RuleCondition {
  metric: RuleMetric;
  comparison: RuleComparison;
  /** in the unit of the metric: a share from 0 to 1, or cents */
  value: number;
  /** paid impressions within the window before which the rule says nothing */
  leastImpressions: number;
  windowHours: number;
}

/** What may be asked for. */
export const ruleBounds = {
  leastImpressions: 100,
  mostImpressions: 1_000_000,
  leastWindowHours: 1,
  mostWindowHours: 168,
  mostCents: 10_000_00,
} as const;

/** Over how many days back a rule may be replayed. */
export const replayDays = [7, 14] as const;

/** How often rules may change one thing, from one day on. */
export interface RuleTerms {
  changesPerDay: number;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

/** Every term as it has been; a later row takes the place of the earlier ones. */
export const ruleTerms: readonly RuleTerms[] = [
  {
    changesPerDay: 2,
    from: '2020-01-01',
    mark: 'C',
    source:
      'practitioners change a bid at most twice a day, lest the delivery has to learn anew; our default for anything a rule does',
  },
];

/**
 * The terms in force on a day.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when none has begun by then
 */
export function ruleTermsOn(day: string, rows: readonly RuleTerms[] = ruleTerms): RuleTerms {
  const begun = rows.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  const terms = begun.at(-1);
  if (!terms) throw new RangeError(`No terms for rules on ${day}`);
  return terms;
}
