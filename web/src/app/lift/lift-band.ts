import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { isMidnight, nearestTo } from '../ui/chart-scale';
import { ChartTip } from '../ui/chart-tip';
import { Format } from '../ui/format';
import { observeWidth } from '../ui/observe-size';
import { PlotReading } from '../ui/plot-reading';
import { Scrolls } from '../ui/scrolls';
import { TableSwitch } from '../ui/table-switch';
import { bandMargin, shapeBand } from './band-shape';
import { type LiftView, subjectOf } from './lift-subject';
import { LiftWords } from './lift-words';

const height = 280;

/** The interval of a trial as it narrowed, hour by hour. The chart of the house begins at zero; this one may go below. */
@Component({
  selector: 'app-lift-band',
  imports: [ChartTip, PlotReading, Scrolls, T, TableSwitch],
  host: { class: 'pr-card' },
  templateUrl: './lift-band.html',
  styleUrls: ['../ui/plot.scss', './lift-band.scss'],
})
export class LiftBand {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(LiftWords);
  readonly view = input.required<LiftView>();

  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 640);
  protected readonly height = height;
  protected readonly margin = bandMargin;
  protected readonly asTable = signal(false);
  protected readonly cursor = signal<number | null>(null);

  protected readonly names = computed(() => this.words.names(subjectOf(this.view()).kind));
  protected readonly shape = computed(() => shapeBand(this.view().band, { width: this.width(), height }));
  protected readonly nearest = (x: number) =>
    nearestTo(
      this.shape().points.map((point) => point.x),
      x,
    );
  protected readonly tip = computed(() => {
    const index = this.cursor();
    const point = index === null ? undefined : this.shape().points[index];
    const look = index === null ? undefined : this.view().band[index];
    if (!point || !look) return null;
    return {
      x: point.x,
      left: point.x > this.width() / 2,
      at: this.format.dateTime(look.at),
      seen: this.words.share(look.share.mid),
      interval: this.words.between(look.share),
      readers: this.format.number(look.readers),
    };
  });
  protected readonly label = computed(() => {
    const { band, incrementality } = this.view();
    const label = this.texts.say('lift.band.label', {
      n: band.length,
      share: this.words.about(incrementality),
    });
    return `${label} ${this.texts.say('charts.keys')}`;
  });
  protected readonly said = computed(() => {
    const index = this.cursor();
    const look = index === null ? undefined : this.view().band[index];
    if (!look) return '';
    return this.texts.say('lift.band.point', {
      at: this.format.dateTime(look.at),
      share: this.words.about(look.share),
      readers: this.format.number(look.readers),
    });
  });

  /** Midnights by their day, the hours between by their time. */
  protected tick(at: number): string {
    const date = new Date(at);
    return isMidnight(at) ? this.format.day(date) : this.format.time(date);
  }
}
