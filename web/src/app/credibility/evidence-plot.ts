import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { observeWidth } from '../ui/observe-size';
import { PlotReading } from '../ui/plot-reading';
import { TableSwitch } from '../ui/table-switch';
import { edgePath, nearestPoint, type PlotPoint, plotScale } from './plot-scale';

/**
 * What one check looked at, point by point, against the edge of what is usual. Unusual points are told by shape as well as
 * by colour. Read by pointer or arrow keys, and as a table.
 *
 * Drawn here and not by ngx-charts: its axis of time cannot hold notes or hours of the day, and it has no edge that
 * differs from point to point.
 */
@Component({
  selector: 'app-evidence-plot',
  imports: [PlotReading, TableSwitch, T],
  templateUrl: './evidence-plot.html',
  styleUrls: ['../ui/plot.scss', './evidence-plot.scss'],
})
export class EvidencePlot {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly heading = input.required<string>();
  readonly hint = input('');
  readonly points = input.required<readonly PlotPoint[]>();
  readonly bars = input(false);
  /** what the dashed line is */
  readonly edgeName = input.required<string>();
  readonly write = input.required<(value: number) => string>();

  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 420);
  protected readonly height = 172;
  protected readonly asTable = signal(false);
  protected readonly cursor = signal<number | null>(null);
  protected readonly nearest = (x: number) => nearestPoint(this.points().length, this.scale(), x);

  protected readonly scale = computed(() =>
    plotScale(this.points(), this.width(), this.height, this.write()),
  );
  protected readonly edge = computed(() => edgePath(this.points(), this.scale()));
  protected readonly hasEdge = computed(() => this.points().some(({ edge }) => edge !== null));
  protected readonly someUsual = computed(() => this.points().some(({ unusual }) => !unusual));
  protected readonly someUnusual = computed(() => this.points().some(({ unusual }) => unusual));
  protected readonly said = computed(() => {
    const index = this.cursor();
    const point = index === null ? undefined : this.points()[index];
    return point ? this.sentence(point) : '';
  });
  protected readonly label = computed(() => {
    const unusual = this.points().filter((point) => point.unusual);
    const first = unusual.slice(0, 3).map((point) => this.sentence(point));
    return [`${this.heading()}.`, ...first, this.texts.say('charts.pointKeys')].join(' ');
  });

  protected value(value: number | null): string {
    return value === null ? this.format.number(null) : this.write()(value);
  }

  private sentence({ name, observed, edge, unusual }: PlotPoint): string {
    const said = this.texts.say('credibility.plot.point', { name, value: this.write()(observed) });
    const beyond =
      edge === null ? '' : this.texts.say('credibility.plot.pointEdge', { edge: this.write()(edge) });
    return said + beyond + (unusual ? this.texts.say('credibility.plot.pointUnusual') : '');
  }
}
