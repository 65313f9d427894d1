import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ReportSpec } from '@poolrise/contracts';
import { type MetricId, metricIds, reportLimits } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Definition } from '../../ui/definition';
import { Icon } from '../../ui/icon';
import { obstaclesOf } from '../report-draft';
import { ReportWords } from '../report-words';
import { metricsFor } from './metric-groups';

/** The metrics of a report: what is chosen, and a list to look through. What cannot be had says why, before it is asked for. */
@Component({
  selector: 'app-metric-picker',
  imports: [Definition, Icon, T],
  templateUrl: './metric-picker.html',
  styleUrl: './metric-picker.scss',
})
export class MetricPicker {
  private readonly texts = inject(Texts);
  private readonly words = inject(ReportWords);
  readonly spec = input.required<ReportSpec>();
  readonly choice = output<MetricId[]>();
  protected readonly text = signal('');
  protected readonly most = reportLimits.metrics;

  private readonly obstacles = computed(() => obstaclesOf(this.spec(), metricIds));
  protected readonly full = computed(() => this.spec().metrics.length >= reportLimits.metrics);
  protected readonly chosen = computed(() => this.spec().metrics.map((id) => this.shown(id)));
  protected readonly parts = computed(() =>
    metricsFor(this.text()).map(({ group, ids }) => ({
      group,
      metrics: ids
        .map((id) => this.shown(id))
        // What can be had stands before what cannot.
        .sort((one, other) => Number(one.refusal !== null) - Number(other.refusal !== null)),
    })),
  );

  private shown(id: MetricId) {
    const obstacle = this.obstacles().get(id);
    return {
      id,
      name: this.words.metric(id),
      on: this.spec().metrics.includes(id),
      refusal: obstacle ? this.words.obstacle(obstacle) : null,
    };
  }

  protected choose({ id, on, refusal }: { id: MetricId; on: boolean; refusal: string | null }): void {
    if (on || (refusal === null && !this.full())) this.toggle(id);
  }

  protected toggle(id: MetricId): void {
    const { metrics } = this.spec();
    const next = metrics.includes(id) ? metrics.filter((one) => one !== id) : [...metrics, id];
    if (next.length) this.choice.emit(next);
  }
}
