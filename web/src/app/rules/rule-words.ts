import { inject, Service } from '@angular/core';
import { isShareMetric, type RuleEvidence } from '@poolrise/contracts';
import type { RuleAction, RuleCondition, RuleMetric } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

/** What rules say, and what they judged by, in plain words. */
@Service()
export class RuleWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  /** "If the paid click rate is below 3% over the last 24 hours after 1,000 impressions, stop the boost." */
  sentence(
    { metric, comparison, value, leastImpressions, windowHours }: RuleCondition,
    action: RuleAction,
  ): string {
    const spent = metric === 'spendShare';
    const said = {
      metric: this.texts.say(`rules.metric.${metric}`),
      comparison: this.texts.say(`rules.${spent ? 'spentComparison' : 'comparison'}.${comparison}`),
      value: this.value(metric, value),
      hours: this.texts.count('rules.hours', windowHours),
      impressions: this.format.number(leastImpressions),
      action: this.texts.say(`rules.action.${action}`),
    };
    return this.texts.say(spent ? 'rules.spentSentence' : 'rules.sentence', said);
  }

  value(metric: RuleMetric, value: number): string {
    if (!isShareMetric(metric)) return this.format.money(Math.round(value));
    const percent = value * 100;
    // As many digits as were typed, two at most.
    const digits = Number.isInteger(percent) ? 0 : Number.isInteger(Math.round(percent * 1e6) / 1e5) ? 1 : 2;
    return this.format.percent(value, digits);
  }

  /** The figure with its interval, of how many, and against what. */
  evidence(metric: RuleMetric, found: RuleEvidence): string {
    const threshold = this.value(metric, found.threshold);
    const n = this.format.number(metric === 'followRate' ? found.reads : found.impressions);
    if (isShareMetric(metric)) {
      const value = this.format.percent(found.value ?? 0);
      if (metric === 'spendShare')
        return this.texts.say('rules.evidence.spent', {
          value,
          budget: this.format.roundMoney(found.budgetCents),
          threshold,
        });
      const [low, high] = [this.format.percent(found.low), this.format.percent(found.high)];
      const key = metric === 'followRate' ? 'rules.evidence.ofReads' : 'rules.evidence.rate';
      return this.texts.say(key, { value, low, high, n, threshold });
    }
    const low = this.format.money(Math.round(found.low));
    if (found.value === null) return this.texts.say('rules.evidence.costNone', { low, n, threshold });
    const value = this.format.money(Math.round(found.value));
    if (found.high === null) return this.texts.say('rules.evidence.costOpen', { value, low, n, threshold });
    const high = this.format.money(Math.round(found.high));
    return this.texts.say('rules.evidence.cost', { value, low, high, n, threshold });
  }
}
