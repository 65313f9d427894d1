import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { ReportResult, ReportSpec } from '@poolrise/contracts';
import type { MetricId } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppChart } from '../../ui/app-chart';
import { Format } from '../../ui/format';
import { ReportWords } from '../report-words';
import { barsMost, curvesOf } from './chart-of';
import { GroupBars } from './group-bars';

/** One metric of a report drawn: over time as curves, otherwise as a bar for each group. */
@Component({
  selector: 'app-report-chart',
  imports: [AppChart, GroupBars, T],
  template: `
    @if (drawable().length > 1 && (curves() || bars().length > 1)) {
      <label class="which"
        ><span>{{ 'reports.chart.which' | t }}</span>
        <select class="pr-field" [value]="metric()" (change)="metric.set($any($event.target).value)">
          @for (id of drawable(); track id) {
            <option [value]="id" [selected]="id === metric()">{{ words.metric(id) }}</option>
          }
        </select></label
      >
    }
    @if (curves(); as drawn) {
      <app-chart
        kind="line"
        [heading]="words.metric(metric())"
        [hint]="hint()"
        [unit]="words.metric(metric())"
        [points]="drawn.points"
        [series]="drawn.series"
        [grain]="hourly() ? 'hour' : 'day'"
        [write]="write()"
        [fileName]="metric()"
      />
    } @else if (bars().length > 1) {
      <h2>
        {{ words.metric(metric()) }}
        @if (groupsLeft() > 0) {
          <small>{{ 'reports.chart.first' | t: { n: bars().length } }}</small>
        }
      </h2>
      <app-group-bars [label]="words.metric(metric())" [bars]="bars()" />
    }
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      min-width: 0;
    }
    :host:empty {
      display: none;
    }
    .which {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
      margin-bottom: 12px;
      color: var(--pr-muted);
      font-size: 13px;
    }
    h2 {
      font-size: 14px;
      font-weight: 650;
    }
    h2 small {
      margin-inline-start: 8px;
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 400;
    }
  `,
})
export class ReportChart {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(ReportWords);
  readonly result = input.required<ReportResult>();
  readonly spec = input.required<ReportSpec>();

  /** Metrics that have a figure anywhere. */
  protected readonly drawable = computed(() => {
    const { columns, rows } = this.result();
    return columns.flatMap(({ metric }, at) =>
      rows.some(({ cells }) => typeof cells[at]?.figure.value === 'number') ? [metric] : [],
    );
  });
  /** What somebody chose; before that what the rows are sorted by. */
  protected readonly metric = linkedSignal<{ drawable: MetricId[]; by: string }, MetricId>({
    source: () => ({ drawable: this.drawable(), by: this.spec().sort.by }),
    computation: ({ drawable, by }, before) => {
      const sorted = drawable.find((one) => one === by);
      const stays = before?.source.by === by && drawable.includes(before.value);
      return (stays ? before.value : (sorted ?? drawable[0])) ?? 'impressions';
    },
  });
  protected readonly hourly = computed(() => this.spec().dimensions.includes('hour'));
  protected readonly curves = computed(() =>
    this.drawable().length
      ? curvesOf(
          this.result(),
          this.spec(),
          this.metric(),
          (row, at) => this.nameOf(row, at),
          this.words.metric(this.metric()),
        )
      : null,
  );
  protected readonly bars = computed(() => {
    const { columns, rows } = this.result();
    const at = columns.findIndex(({ metric }) => metric === this.metric());
    return rows
      .flatMap((row) => {
        const figure = row.cells[at]?.figure;
        if (!figure || figure.value === null || figure.value < 0) return [];
        const { value, low, high } = figure;
        const name = this.spec().dimensions.map((_, dimension) => this.nameOf(row, dimension));
        return [
          {
            key: JSON.stringify(row.keys.map(({ key }) => key)),
            name: name.join(' · '),
            value,
            low: low ?? value,
            high: high ?? value,
            text: this.words.figure(this.metric(), figure),
          },
        ];
      })
      .slice(0, barsMost);
  });
  protected readonly groupsLeft = computed(() => this.result().rowsInAll - this.bars().length);
  protected readonly hint = computed(() => {
    const { dimensions } = this.spec();
    return dimensions.length === 2 ? this.texts.say('reports.chart.largest') : '';
  });
  protected readonly write = computed(() => {
    const metric = this.metric();
    return (value: number) => this.format.metric(metric, value);
  });

  private nameOf(row: ReportResult['rows'][number], at: number): string {
    const dimension = this.spec().dimensions[at];
    const key = row.keys[at];
    return dimension && key ? this.words.key(dimension, key, this.spec()) : '';
  }
}
