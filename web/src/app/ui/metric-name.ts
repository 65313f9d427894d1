import { Component, computed, inject, input } from '@angular/core';
import { type MetricId, metrics } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Definition } from './definition';

/** The name of a metric, with its definition on hover and focus. No metric is shown without one. */
@Component({
  selector: 'app-metric-name',
  imports: [Definition],
  template: `<span class="name" tabindex="0" [appDefinition]="metric()"
    ><ng-content>{{ name() }}</ng-content></span
  >`,
  styles: `
    .name {
      border-radius: 3px;
      cursor: help;
      text-decoration: underline dotted var(--pr-line-strong);
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
  `,
})
export class MetricName {
  private readonly texts = inject(Texts);
  readonly metric = input.required<MetricId>();
  protected readonly name = computed(() => this.texts.of(metrics[this.metric()]));
}
