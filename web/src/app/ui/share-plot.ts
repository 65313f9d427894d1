import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from './format';
import { observeWidth } from './observe-size';
import { PlotReading } from './plot-reading';
import { nearestShare, shareScale, sharePath, type SharePoint, type ShareSeries } from './share-plot-data';
import { TableSwitch } from './table-switch';

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
const tallest = 320;
/** A line through more points than these is drawn without a dot for each. */
const dotsMax = 12;

/**
 * Two shares against each other, with the diagonal on which they are alike: stated against actual, creators against
 * what they got. Read by pointer or arrow keys, and as a table.
 *
 * Drawn here and not by ngx-charts, which has no plot of two measures with intervals, and none that a keyboard reads.
 */
@Component({
  selector: 'app-share-plot',
  imports: [PlotReading, TableSwitch, T],
  host: { class: 'pr-card' },
  templateUrl: './share-plot.html',
  styleUrl: './plot.scss',
})
export class SharePlot {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly heading = input.required<string>();
  readonly hint = input('');
  readonly xName = input.required<string>();
  readonly yName = input.required<string>();
  /** what the diagonal stands for */
  readonly even = input.required<string>();
  readonly series = input.required<readonly ShareSeries[]>();
  /** how to read it, in a sentence; stands where a point is read out while none is chosen */
  readonly reading = input('');

  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 480);
  protected readonly height = computed(() =>
    Math.min(tallest, Math.max(240, Math.round(this.width() * 0.72))),
  );
  protected readonly scale = computed(() => shareScale(this.width(), this.height()));
  protected readonly ticks = ticks;
  protected readonly asTable = signal(false);
  protected readonly cursor = signal<number | null>(null);
  protected readonly nearest = (x: number, y: number) => nearestShare(this.points(), this.scale(), x, y);

  protected readonly lines = computed(() =>
    this.series().map((one) => ({
      ...one,
      path: sharePath(one, this.scale()),
      dotted: !one.joined || one.points.length <= dotsMax,
    })),
  );
  /** All points in the order of the arrow keys. */
  protected readonly points = computed(() =>
    this.series().flatMap((one) => one.points.map((point) => ({ ...point, series: one }))),
  );
  protected readonly shown = computed(() => {
    const index = this.cursor();
    return index === null ? null : (this.points()[index] ?? null);
  });
  protected readonly said = computed(() => {
    const point = this.shown();
    return point ? this.sentence(point) : '';
  });
  protected readonly label = computed(() => `${this.heading()}. ${this.texts.say('charts.pointKeys')}`);

  protected share(value: number): string {
    return this.format.percent(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1);
  }

  protected interval({ low, high }: SharePoint): string {
    return low === undefined || high === undefined ? '–' : `${this.share(low)}–${this.share(high)}`;
  }

  protected number(n: number | undefined): string {
    return n === undefined ? '–' : this.format.number(n);
  }

  protected hasIntervals = computed(() => this.points().some(({ low }) => low !== undefined));

  private sentence(point: SharePoint & { series: ShareSeries }): string {
    const words = { name: point.series.name, x: this.share(point.x), y: this.share(point.y) };
    const place = this.texts.say('charts.pointAt', { ...words, xName: this.xName(), yName: this.yName() });
    if (point.n === undefined) return place;
    const behind = { n: this.number(point.n), interval: this.interval(point) };
    return place + this.texts.say('charts.pointBehind', behind);
  }
}
