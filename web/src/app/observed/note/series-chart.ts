import { Component, computed, type ElementRef, inject, input, model, signal, viewChild } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import type { ObservedMetric } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { nearestTo } from '../../ui/chart-scale';
import { ChartTip } from '../../ui/chart-tip';
import { FilterChips } from '../../ui/filter-chips';
import { Format, unknown } from '../../ui/format';
import { observeWidth } from '../../ui/observe-size';
import { PlotReading } from '../../ui/plot-reading';
import { TableSwitch } from '../../ui/table-switch';
import { ObservedWords, opened } from '../observed-words';
import { SeriesTable } from './series-table';
import {
  metricColours,
  metricsOf,
  type SeriesGroup,
  seriesGroups,
  seriesMargin,
  shapeSeries,
} from './series-shape';

const height = 300;

/**
 * The counters of a note over the days. The chart of the house draws exact figures in even steps; files come when they come, and
 * rounded figures have bounds, so this one is drawn here. The table has the same figures for everybody.
 */
@Component({
  selector: 'app-series-chart',
  imports: [ChartTip, FilterChips, PlotReading, SeriesTable, TableSwitch, T],
  host: { class: 'pr-card' },
  templateUrl: './series-chart.html',
  styleUrls: ['../../ui/plot.scss', './series-chart.scss'],
})
export class SeriesChart {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  readonly note = input.required<ObservedNoteView>();
  readonly group = model.required<SeriesGroup>();

  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 640);
  protected readonly height = height;
  protected readonly margin = seriesMargin;
  protected readonly asTable = signal(false);
  protected readonly cursor = signal<number | null>(null);
  protected readonly nearest = (x: number) =>
    nearestTo(
      this.shape().days.map((day) => day.x),
      x,
    );
  protected readonly groups = seriesGroups;
  protected readonly groupWord = (group: SeriesGroup): string => this.texts.say(`observed.group.${group}`);
  protected readonly colours = metricColours;

  protected readonly shape = computed(() =>
    shapeSeries(this.note(), this.group(), { width: this.width(), height }),
  );
  protected readonly shown = computed((): readonly ObservedMetric[] =>
    metricsOf[this.group()].filter((metric) => this.note().series.points[metric].length > 0),
  );
  /** Where nothing is corrected, nobody needs to know the sign for it. */
  protected readonly hasCorrection = computed(() =>
    this.shape().lines.some(({ points }) => points.some(({ corrected }) => corrected)),
  );
  protected readonly hasBounds = computed(() =>
    this.shape().lines.some(({ points }) => points.some(({ isExact }) => !isExact)),
  );
  protected readonly at = computed(() => {
    const index = this.cursor();
    return index === null ? null : (this.shape().days[index] ?? null);
  });
  protected readonly tip = computed(() => {
    const at = this.at();
    if (!at) return null;
    return {
      ...at,
      left: at.x > this.width() / 2,
      figures: this.shown().map((metric) => ({ metric, text: this.textAt(metric, at.day) })),
    };
  });
  protected readonly label = computed(() =>
    this.words.sentences([
      `${this.texts.say('observed.series.heading')}: ${this.groupWord(this.group())}.`,
      ...this.shown().map((metric) => this.lastOf(metric)),
      this.texts.say('charts.keys'),
    ]),
  );
  protected readonly said = computed(() => {
    const tip = this.tip();
    if (!tip) return '';
    const figures = tip.figures.map(({ metric, text }) => `${this.name(metric)} ${text}`);
    return `${this.words.day(tip.day)}: ${this.words.list(figures)}`;
  });

  protected name(metric: ObservedMetric): string {
    return this.texts.say(`observed.metric.${metric}`);
  }

  protected tick(at: number): string {
    return this.format.day(new Date(at));
  }

  private textAt(metric: ObservedMetric, day: string): string {
    const point = this.note().series.points[metric].find((one) => one.day === day);
    return point ? this.words.span(opened(point.span)).text : unknown;
  }

  private lastOf(metric: ObservedMetric): string {
    const point = this.note().series.points[metric].at(-1);
    return this.texts.say('observed.series.last', {
      name: this.name(metric),
      n: point ? this.words.span(opened(point.span)).text : unknown,
      day: this.words.day(point?.day ?? null),
    });
  }
}
