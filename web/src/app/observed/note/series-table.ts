import { Component, computed, inject, input } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import type { CorrectionKind, ObservedMetric, SeriesPoint } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Scrolls } from '../../ui/scrolls';
import { ObservedWords, opened } from '../observed-words';
import { ShownValue } from '../shown-value';

/** The figures of the chart, day by day, the latest first. */
@Component({
  selector: 'app-series-table',
  imports: [Scrolls, ShownValue, T],
  template: `
    <div class="days" [appScrolls]="'observed.series.heading' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'observed.day' | t }}</th>
            @for (metric of metrics(); track metric) {
              <th scope="col" class="pr-number">{{ nameOf(metric) | t }}</th>
            }
            <th scope="col">{{ 'observed.series.from' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.day) {
            <tr>
              <th scope="row">{{ words.day(row.day) }}</th>
              @for (point of row.points; track $index) {
                <td class="pr-number">
                  @if (point) {
                    <app-shown-value [span]="point.span" />
                    @if (point.correction; as why) {
                      <small>{{ fellBy(why) | t }}</small>
                    }
                  } @else {
                    —
                  }
                </td>
              }
              <td class="from">{{ row.sources }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .days {
      max-height: 320px;
      margin-top: 8px;
      overflow-y: auto;
    }
    tbody th {
      color: var(--pr-ink);
    }
    small {
      display: block;
      color: var(--pr-stopped);
      font-size: 11px;
    }
    .from {
      color: var(--pr-muted);
      white-space: nowrap;
    }
  `,
})
export class SeriesTable {
  protected readonly words = inject(ObservedWords);
  readonly note = input.required<ObservedNoteView>();
  readonly metrics = input.required<readonly ObservedMetric[]>();

  protected readonly nameOf = (metric: ObservedMetric) => `observed.metric.${metric}` as const;
  protected readonly fellBy = (why: CorrectionKind) => `observed.correction.${why}` as const;

  protected readonly rows = computed(() => {
    const { points } = this.note().series;
    const shown = this.metrics().map(
      (metric) => new Map(points[metric].map((point) => [point.day, { ...point, span: opened(point.span) }])),
    );
    const days = [...new Set(shown.flatMap((one) => [...one.keys()]))].sort().reverse();
    return days.map((day) => {
      const its: (SeriesPoint | undefined)[] = shown.map((one) => one.get(day));
      const sources = new Set(its.flatMap((point) => (point ? [point.source] : [])));
      return {
        day,
        points: its,
        sources: this.words.list([...sources].map((one) => this.words.source(one))),
      };
    });
  });
}
