import { computed, Directive, effect, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { markNames, type MetricId, metrics } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';

/**
 * Explains a metric on hover and focus: its formula, where that comes from, and how certain it is.
 *
 * For things that are reached by keyboard anyway (a sort button); `app-metric-name` is the one for plain text.
 */
@Directive({
  selector: '[appDefinition]',
  hostDirectives: [MatTooltip],
})
export class Definition {
  private readonly texts = inject(Texts);
  private readonly tooltip = inject(MatTooltip);
  readonly metric = input.required<MetricId>({ alias: 'appDefinition' });

  private readonly explanation = computed(() => {
    const metric = metrics[this.metric()];
    return [
      this.texts.say('common.formula', {
        name: this.texts.of(metric),
        formula: this.texts.of(metric.formula),
      }),
      this.texts.say('common.source', { source: metric.source }),
      this.texts.of(markNames[metric.mark]),
    ].join('\n');
  });

  constructor() {
    this.tooltip.tooltipClass = 'app-definition';
    this.tooltip.showDelay = 250;
    effect(() => (this.tooltip.message = this.explanation()));
  }
}
