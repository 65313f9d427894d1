import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import {
  type CreatorFigure,
  creatorFigures,
  type JoinedCreator,
  meaningOf,
  type SaidFigure,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { nearestTo } from '../../ui/chart-scale';
import { ChartTip } from '../../ui/chart-tip';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { observeWidth } from '../../ui/observe-size';
import { PlotReading } from '../../ui/plot-reading';
import { Scrolls } from '../../ui/scrolls';
import { TableSwitch } from '../../ui/table-switch';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { creatorSeriesMargin, shapeCreatorSeries } from './creator-series-shape';
import { FileCreatorWords, reportedOf } from './creator-words';

const height = 260;

/**
 * One figure of a creator over the days of her files. Files come when they come and figures may be rounded, which the chart of the
 * house does not draw; the table has the same figures for everybody.
 */
@Component({
  selector: 'app-creator-series',
  imports: [ChartTip, FilterChips, PlotReading, Scrolls, ShownValue, TableSwitch, T],
  host: { class: 'pr-card' },
  templateUrl: './creator-series.html',
  styleUrls: ['../../ui/plot.scss', './creator-series.scss'],
})
export class CreatorSeries {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  protected readonly said = inject(FileCreatorWords);
  readonly joined = input.required<JoinedCreator>();

  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 640);
  protected readonly height = height;
  protected readonly margin = creatorSeriesMargin;
  protected readonly asTable = signal(false);
  protected readonly cursor = signal<number | null>(null);

  /** Figures with something to see over the days; with one day alone, those of it. */
  protected readonly figures = computed(() => {
    const { series } = this.joined();
    return creatorFigures.filter((figure) => (series[figure]?.length ?? 0) > 0);
  });
  protected readonly figure = linkedSignal<CreatorFigure | undefined>(() => this.figures()[0]);
  protected readonly word = (figure: CreatorFigure): string => this.said.field(figure);
  protected readonly points = computed(() => {
    const figure = this.figure();
    return (figure && this.joined().series[figure]) ?? [];
  });
  protected readonly unit = computed(() => {
    const figure = this.figure();
    return figure ? meaningOf(figure).unit : 'count';
  });
  protected readonly reported = reportedOf;
  protected readonly shape = computed(() =>
    shapeCreatorSeries(this.points(), { width: this.width(), height }),
  );
  protected readonly nearest = (x: number) => nearestTo(this.shape().days, x);
  protected readonly latestFirst = computed(() => this.points().toReversed());
  protected readonly tip = computed(() => {
    const at = this.cursor();
    const point = at === null ? undefined : this.points()[at];
    const x = at === null ? undefined : this.shape().days[at];
    if (!point || x === undefined) return null;
    const said = [point, ...point.others].map((one) => ({
      source: this.words.source(one.source),
      text: this.textOf(one),
    }));
    return { day: this.words.day(point.day), x, left: x > this.width() / 2, said };
  });
  protected readonly label = computed(() => {
    const figure = this.figure();
    const last = this.points().at(-1);
    if (!figure || !last) return '';
    return this.words.sentences([
      this.texts.say('observedCreators.series.last', {
        name: this.word(figure),
        n: this.textOf(last),
        day: this.words.day(last.day),
      }),
      this.texts.say('charts.keys'),
    ]);
  });
  protected readonly spoken = computed(() => {
    const tip = this.tip();
    return tip
      ? `${tip.day}: ${this.words.list(tip.said.map(({ source, text }) => `${source} ${text}`))}`
      : '';
  });

  protected tick(at: number): string {
    return this.format.day(new Date(at));
  }

  protected level(value: number): string {
    return this.unit() === 'money' ? this.format.roundMoney(value) : this.format.compact(value);
  }

  private textOf({ reading }: SaidFigure): string {
    return this.words.figure(reportedOf(reading), this.unit()).text;
  }
}
