import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import {
  type CurvePeriod,
  dayInShanghai,
  daysOfCurve,
  paidPhases,
  phasesAround,
  type SeriesMetric,
  seriesMetrics,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppChart } from '../../ui/app-chart';
import type { ChartKind, ChartMark, ChartSeries } from '../../ui/chart-data';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { ObservedWords } from '../observed-words';
import { curveMetrics, curvePeriodsOf, isRate, shapeCurves } from './curve-shape';

const colours = ['var(--pr-guaranteed)', 'var(--pr-organic)', 'var(--pr-search)'] as const;

/** What came hour by hour or day by day, as the creator centre has it, with the days on which exposure was bought. */
@Component({
  selector: 'app-curve-card',
  imports: [AppChart, FilterChips, T],
  host: { class: 'pr-card' },
  template: `
    <app-chart
      fileName="note-curve"
      [kind]="kind()"
      [grain]="period()"
      [heading]="'observed.curve.heading' | t"
      [hint]="'observed.curve.hint' | t"
      [unit]="unit()"
      [points]="shape().points"
      [series]="lines()"
      [marks]="marks()"
      [level]="falls()"
      [write]="write()"
      [height]="260"
    />
    <div class="choices">
      <app-filter-chips
        [label]="'observed.curve.metric' | t"
        [choices]="metrics()"
        [word]="metricWord"
        [chosen]="metric()"
        (choose)="metric.set($event)"
      />
      @if (periods().length > 1) {
        <app-filter-chips
          [label]="'observed.curve.period' | t"
          [choices]="periods()"
          [word]="periodWord"
          [chosen]="period()"
          (choose)="period.set($event)"
        />
      }
    </div>
    <p class="from">{{ from() }}</p>
    @if (around(); as words) {
      <p class="from">{{ words }}</p>
    }
  `,
  styles: `
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 20px;
      justify-content: space-between;
      margin-top: 10px;
    }
    .from {
      margin-top: 8px;
      color: var(--pr-muted);
      font-size: 12.5px;
      text-wrap: pretty;
    }
    .from + .from {
      margin-top: 2px;
    }
  `,
})
export class CurveCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(ObservedWords);
  readonly note = input.required<ObservedNoteView>();

  protected readonly metrics = computed(() => curveMetrics(this.note()));
  // The page is read again with every file: what was chosen stays while the files still have it.
  protected readonly metric = linkedSignal<SeriesMetric[], SeriesMetric>({
    source: this.metrics,
    computation: (all, before) =>
      before && all.includes(before.value) ? before.value : (all[0] ?? 'impressions'),
  });
  protected readonly periods = computed(() => curvePeriodsOf(this.note(), this.metric()));
  protected readonly period = linkedSignal<CurvePeriod[], CurvePeriod>({
    source: this.periods,
    computation: (all, before) =>
      before && all.includes(before.value) ? before.value : (all.at(-1) ?? 'day'),
  });
  protected readonly shape = computed(() => shapeCurves(this.note(), this.metric(), this.period()));

  protected readonly metricWord = (metric: SeriesMetric): string => this.texts.of(seriesMetrics[metric]);
  protected readonly periodWord = (period: CurvePeriod): string =>
    this.texts.say(`observed.curve.by.${period}`);
  protected readonly unit = computed(() =>
    this.texts.say(`observed.curve.unit.${this.period()}`, { metric: this.metricWord(this.metric()) }),
  );
  /** Bars for what adds up; a line for rates, for hours, and where two kinds of files are compared. */
  protected readonly kind = computed((): ChartKind =>
    isRate(this.metric()) || this.period() === 'hour' || this.shape().curves.length > 1 || this.falls()
      ? 'line'
      : 'stacked-bar',
  );
  /** Of followers more may leave than come. */
  protected readonly falls = computed(() =>
    this.shape().values.some((all) => all.some((one) => (one ?? 0) < 0)),
  );
  protected readonly write = computed(() => {
    const rate = isRate(this.metric());
    return (value: number) => (rate ? this.format.percent(value) : this.format.number(Math.round(value)));
  });
  protected readonly lines = computed((): ChartSeries[] => {
    const { curves, values } = this.shape();
    return curves.map(({ source }, at) => ({
      key: source,
      name: `${this.metricWord(this.metric())} · ${this.words.source(source)}`,
      colour: colours[at % colours.length] ?? colours[0],
      values: values[at] ?? [],
    }));
  });

  protected readonly marks = computed((): ChartMark[] => {
    const { paid } = this.note();
    const { points } = this.shape();
    const [first = '', last = ''] = [points[0], points.at(-1)];
    if (!paid) return [];
    const marks = [
      { at: midnight(paid.from), label: this.texts.say('observed.curve.paidFrom') },
      { at: midnight(paid.to), label: this.texts.say('observed.curve.paidTo') },
    ];
    return marks.filter(({ at }) => at >= first && at <= last);
  });

  protected readonly from = computed(() => {
    const { curves } = this.shape();
    return this.words.sentences(
      curves.map(({ source, points }) =>
        this.texts.say('observed.curve.from', {
          kind: this.words.kind(source),
          from: this.dayOf(points[0]?.at),
          to: this.dayOf(points.at(-1)?.at),
        }),
      ),
    );
  });

  /** Days on both sides of what was bought, with what came on the average of them. */
  protected readonly around = computed(() => {
    const { paid, series } = this.note();
    if (!paid || this.shape().points.length === 0) return '';
    const phases = phasesAround(daysOfCurve(series.curves, this.metric()), paid);
    const parts = paidPhases.flatMap((phase) => {
      const { days, mean } = phases[phase];
      if (mean === null) return [];
      return [this.texts.count(`observed.curve.phase.${phase}`, days, { mean: this.write()(mean) })];
    });
    const when = this.texts.say('observed.curve.paid', {
      from: this.words.day(paid.from),
      to: this.words.day(paid.to),
    });
    return parts.length > 0
      ? this.words.sentences([
          when,
          this.texts.say('observed.curve.phases', { parts: this.words.list(parts) }),
        ])
      : when;
  });

  private dayOf(at: number | undefined): string {
    return this.words.day(at === undefined ? null : dayInShanghai(new Date(at)));
  }
}

const midnight = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
