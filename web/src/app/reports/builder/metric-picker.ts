import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { ReportSpec } from '@poolrise/contracts';
import { type MetricId, metricIds, reportLimits } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppLineage } from '../../ui/lineage';
import { Icon } from '../../ui/icon';
import { obstaclesOf } from '../report-draft';
import { ReportWords } from '../report-words';
import { metricsFor } from './metric-groups';

/** The metrics of a report: what is chosen, and a list to look through. What cannot be had says why, before it is asked for. */
@Component({
  selector: 'app-metric-picker',
  imports: [AppLineage, Icon, T],
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
  private readonly chosen = computed(() => this.spec().metrics.map((id) => this.shown(id)));
  protected readonly had = computed(() => this.chosen().filter(({ refusal }) => refusal === null));
  /** Chosen metrics that cannot be had, those with the same reason together. */
  protected readonly refused = computed(() => {
    const reasons = new Map<string, ReturnType<typeof this.shown>[]>();
    for (const one of this.chosen())
      if (one.refusal !== null) reasons.set(one.refusal, [...(reasons.get(one.refusal) ?? []), one]);
    return [...reasons].map(([refusal, metrics]) => ({ refusal, metrics }));
  });
  protected readonly parts = computed(() =>
    metricsFor(this.text()).map(({ group, ids }) => ({
      group,
      metrics: ids
        .map((id) => this.shown(id))
        // What can be had stands before what cannot.
        .sort((one, other) => Number(one.refusal !== null) - Number(other.refusal !== null)),
    })),
  );

  /** One of the list is a stop of Tab; the arrow keys lead to the others. */
  protected readonly active = signal<MetricId | null>(null);
  protected readonly stop = computed(() => {
    const listed = this.parts().flatMap(({ metrics }) => metrics.map(({ id }) => id));
    return listed.find((id) => id === this.active()) ?? listed[0];
  });
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected move(event: KeyboardEvent): void {
    const all = [...this.list().nativeElement.querySelectorAll<HTMLElement>('[role=checkbox]')];
    const at = all.indexOf(event.target as HTMLElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const next = all[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

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
