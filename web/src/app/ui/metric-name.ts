import { Component, computed, inject, input } from '@angular/core';
import { type MetricId, metrics } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { AppLineage } from './lineage';

/**
 * The name of a metric, with its definition on hover and focus, and where its figures here come from. No metric is shown
 * without one. `[tabbable]` is false where the figure beside it explains itself: one stop is enough for both.
 */
@Component({
  selector: 'app-metric-name',
  imports: [AppLineage],
  template: `<span class="name" [appLineage]="metric()" [tabbable]="tabbable()"
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
  readonly tabbable = input(true);
  protected readonly name = computed(() => this.texts.of(metrics[this.metric()]));
}
