import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import type { MetricId } from '@poolrise/domain';
import { AreaChartModule, BarChartModule, LineChartModule } from '@swimlane/ngx-charts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { chartCsv, type ChartKind, type ChartMark, type ChartSeries, heights, thinned } from './chart-data';
import { ChartFrame } from './chart-frame';
import { chartSentence, pointName, pointSentence } from './chart-sentence';
import { ChartTable } from './chart-table';
import { ChartTip } from './chart-tip';
import { saveFile } from './save-file';
import { Format } from './format';
import { observeHeight, observeWidth } from './observe-size';
import { PlotReading } from './plot-reading';
import { TableSwitch } from './table-switch';
import { MetricName } from './metric-name';

/** ngx-charts keeps these margins around what it draws and offers no input for them. */
const innerMargin = { top: 10, right: 20, bottom: 10, left: 20 };
export const barPadding = 6;

/**
 * A chart of the house: the only place that knows ngx-charts.
 *
 * ngx-charts draws the areas, lines and bars and nothing else. Its axes, tooltips and tab stops have no names, no
 * arrow keys and count days in the browser's time zone (its issues 990 and 896, open since 2018), so axes, marks,
 * cursor and legend are ours, and what it draws is inert. Colours are tokens: the chart changes theme without redrawing.
 */
@Component({
  selector: 'app-chart',
  imports: [
    AreaChartModule,
    BarChartModule,
    ChartFrame,
    ChartTable,
    ChartTip,
    LineChartModule,
    MetricName,
    PlotReading,
    T,
    TableSwitch,
  ],
  templateUrl: './app-chart.html',
  styleUrl: './app-chart.scss',
  // The drawn paths belong to ngx-charts and carry none of our scope attributes; every rule starts at app-chart.
  encapsulation: ViewEncapsulation.None,
  host: { '[attr.data-dashed]': 'dashed()', '[class.fills]': 'fills()' },
})
export class AppChart {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly heading = input.required<string>();
  /** what the curves are of: the heading then tells its definition and where the figures come from */
  readonly metric = input<MetricId>();
  readonly hint = input('');
  /** what the figures count, as a person says it: "impressions per hour" */
  readonly unit = input.required<string>();
  readonly kind = input<ChartKind>('stacked-area');
  /** instants, ISO 8601; they are named by hour or by day of Shanghai */
  readonly points = input.required<readonly string[]>();
  readonly grain = input<'hour' | 'day'>('hour');
  readonly series = input.required<readonly ChartSeries[]>();
  readonly marks = input<readonly ChartMark[]>([]);
  readonly height = input(220);
  /** the axis begins below the curve, for a level whose change is looked at; lines only, and the hint should say so */
  readonly level = input(false);
  /** values hold until they change, as prices do: lines go up and down in steps */
  readonly steps = input(false);
  /** takes what height its card has left, `height` at the least, so that it ends level with the column beside it */
  readonly fills = input(false);
  /** how one figure is written; plain numbers unless said otherwise */
  readonly write = input<(value: number) => string>();
  readonly fileName = input('chart');

  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 640);
  private readonly room = observeHeight(this.plot, 0);
  protected readonly drawnHeight = computed(() =>
    this.fills() ? Math.max(this.height(), this.room()) : this.height(),
  );
  protected readonly asTable = signal(false);
  protected readonly cursor = signal<number | null>(null);
  protected readonly nearest = (x: number) => this.frame()?.nearest(x) ?? null;

  protected readonly drawn = computed(() => thinned(this.points(), this.series()));
  protected readonly stacked = computed(() => this.kind() !== 'line');
  protected readonly value = computed(() => this.write() ?? ((value: number) => this.format.number(value)));
  protected readonly peaks = computed(() =>
    heights(this.drawn().points.length, this.drawn().series, this.stacked()),
  );
  protected readonly lowest = computed(() => {
    if (!this.level()) return null;
    const known = this.drawn().series.flatMap(({ values }) => values.filter((value) => value !== null));
    return known.length > 0 ? Math.min(...known) : null;
  });
  protected readonly empty = computed(() => this.peaks().every((peak) => !peak));

  protected readonly frame = viewChild(ChartFrame);
  protected readonly view = computed((): [number, number] => {
    const plot = this.frame()?.plot();
    return plot
      ? [
          plot.width + innerMargin.left + innerMargin.right,
          plot.height + innerMargin.top + innerMargin.bottom,
        ]
      : [0, 0];
  });
  protected readonly offset = computed(() => {
    const plot = this.frame()?.plot();
    return plot ? `translate(${plot.left - innerMargin.left}px, ${plot.top - innerMargin.top}px)` : '';
  });
  protected readonly top = computed(() => this.frame()?.top() ?? 1);
  protected readonly bottom = computed(() => this.frame()?.bottom() ?? 0);

  protected readonly colours = computed(() =>
    this.series().map((one) => ({
      name: one.key,
      value: one.pattern === 'hatched' ? `url(#${this.hatchOf(one)})` : one.colour,
    })),
  );
  protected readonly hatched = computed(() => this.series().filter((one) => one.pattern === 'hatched'));
  /** Which lines are plans: the style sheet dashes them by their order. */
  protected readonly dashed = computed(() =>
    this.series()
      .flatMap((one, index) => (one.pattern === 'dashed' ? [index + 1] : []))
      .join(' '),
  );
  private readonly id = crypto.randomUUID().slice(0, 8);
  protected readonly hatchOf = (one: ChartSeries) => `chart-hatch-${this.id}-${one.key}`;

  /** ngx-charts wants one list a series for areas and lines, and one list a point for bars. */
  protected readonly results = computed(() => {
    const { points, series } = this.drawn();
    if (this.kind() === 'stacked-bar') {
      return points.map((point, index) => ({
        name: point,
        series: series.map((one) => ({ name: one.key, value: one.values[index] ?? 0 })),
      }));
    }
    return series.map((one) => ({
      name: one.key,
      series: points.flatMap((point, index) => {
        const value = one.values[index] ?? (this.stacked() ? 0 : null);
        if (value === null) return [];
        const before = this.steps() ? (one.values[index - 1] ?? value) : value;
        const held = before === value ? [] : [{ name: new Date(Date.parse(point) - 1), value: before }];
        return [...held, { name: new Date(point), value }];
      }),
    }));
  });

  protected readonly label = computed(() => {
    const said = { unit: this.unit(), name: this.name, value: this.value() };
    return `${this.heading()}. ${chartSentence(this.peaks(), this.drawn().points, said, this.texts, this.format)} ${this.texts.say('charts.keys')}`;
  });
  protected readonly said = computed(() => {
    const index = this.cursor();
    return index === null
      ? ''
      : pointSentence(
          index,
          this.drawn(),
          this.stacked(),
          { name: this.name, value: this.value() },
          this.texts,
        );
  });
  protected readonly name = (point: string) => pointName(point, this.grain(), this.format);

  protected download(): void {
    saveFile(
      `${this.fileName()}.csv`,
      'text/csv',
      chartCsv(this.texts.say('charts.timeUtc'), this.points(), this.series()),
    );
  }
}
