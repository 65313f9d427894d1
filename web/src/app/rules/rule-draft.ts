import { isShareMetric, type RuleView } from '@poolrise/contracts';
import {
  type RuleAction,
  ruleBounds,
  type RuleComparison,
  type RuleCondition,
  type RuleMetric,
} from '@poolrise/domain';
import { centsOf } from '../ui/cents-of';

/** A rule as it is filled in; the value is what was typed, in percent or yuan. */
export interface RuleDraft {
  name: string;
  campaignId: string | null;
  metric: RuleMetric;
  comparison: RuleComparison;
  value: string;
  impressions: string;
  windowHours: number;
  action: RuleAction;
}

/** What practitioners begin with: below 3 % of clicks after 1,000 impressions. */
export const emptyRule: RuleDraft = {
  name: '',
  campaignId: null,
  metric: 'ctrPaid',
  comparison: 'below',
  value: '3',
  impressions: '1000',
  windowHours: 24,
  action: 'stop-boost',
};

/** Value and side that a figure begins with when it is chosen. */
export const usual: Record<RuleMetric, Pick<RuleDraft, 'comparison' | 'value'>> = {
  ctrPaid: { comparison: 'below', value: '3' },
  followRate: { comparison: 'below', value: '0.5' },
  cpc: { comparison: 'above', value: '0.5' },
  cpf: { comparison: 'above', value: '20' },
  spendShare: { comparison: 'above', value: '80' },
};

export const windowChoices = [1, 6, 12, 24, 48, 72, 168] as const;

export type RuleField = 'name' | 'value' | 'impressions';

/** Two digits after the point, as many as the fields promise. */
function shareOf(typed: string): number | null {
  const cents = centsOf(typed);
  return cents !== null && cents >= 1 && cents <= 9_999 ? cents / 10_000 : null;
}

function moneyOf(typed: string): number | null {
  const cents = centsOf(typed);
  return cents !== null && cents >= 1 && cents <= ruleBounds.mostCents ? cents : null;
}

const countOf = (typed: string): number | null => {
  const plain = typed.replaceAll(/[,，\s]/g, '');
  const n = /^\d{1,7}$/.test(plain) ? Number(plain) : null;
  return n !== null && n >= ruleBounds.leastImpressions && n <= ruleBounds.mostImpressions ? n : null;
};

/** The condition; null while something of it is missing or wrong. */
export function conditionOf({
  metric,
  comparison,
  value,
  impressions,
  windowHours,
}: RuleDraft): RuleCondition | null {
  const number = isShareMetric(metric) ? shareOf(value) : moneyOf(value);
  const leastImpressions = countOf(impressions);
  if (number === null || leastImpressions === null) return null;
  return { metric, comparison, value: number, leastImpressions, windowHours };
}

/** What is wrong before anybody is asked. */
export function ruleFaults(draft: RuleDraft): RuleField[] {
  const { name, metric, value, impressions } = draft;
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...((isShareMetric(metric) ? shareOf(value) : moneyOf(value)) === null ? (['value'] as const) : []),
    ...(countOf(impressions) === null ? (['impressions'] as const) : []),
  ];
}

/** A kept rule as the form has it. */
export function draftOf({ name, campaign, condition, action }: RuleView): RuleDraft {
  const { metric, comparison, value, leastImpressions, windowHours } = condition;
  const shown = isShareMetric(metric) ? Math.round(value * 10_000) / 100 : value / 100;
  return {
    name,
    campaignId: campaign?.id ?? null,
    metric,
    comparison,
    value: String(shown),
    impressions: String(leastImpressions),
    windowHours,
    action,
  };
}
