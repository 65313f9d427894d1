import { Component, computed, inject, input } from '@angular/core';
import type { ChartKind, ChartMark } from './chart-data';
import { barCentres, isMidnight, levelTicks, nearestTo, niceTicks, timeTicks } from './chart-scale';
import { labelRows, placeMarks } from './chart-marks';
import { pointName } from './chart-sentence';
import { Format } from './format';

/** The plotting area inside the frame, in CSS pixels. */
export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}

const barGap = 6;

/** Axes, grid, marks and cursor around what the chart draws; days begin at midnight in Shanghai. */
@Component({
  selector: 'app-chart-frame',
  template: `
    <svg class="chart-axes" [attr.width]="width()" [attr.height]="height()" aria-hidden="true">
      <text class="unit" x="0" y="10">{{ unit() }}</text>
      @for (tick of rows(); track tick.value) {
        <line
          class="grid"
          [attr.x1]="plot().left"
          [attr.x2]="plot().left + plot().width"
          [attr.y1]="tick.y"
          [attr.y2]="tick.y"
        />
        <text class="row" [attr.x]="plot().left - 8" [attr.y]="tick.y + 4">{{ tick.label }}</text>
      }
      @for (tick of columns(); track tick.x) {
        <line
          class="tick"
          [attr.x1]="tick.x"
          [attr.x2]="tick.x"
          [attr.y1]="floor()"
          [attr.y2]="floor() + 4"
        />
        <text
          class="column"
          [class.strong]="tick.strong"
          [class.last]="tick.x > width() - 24"
          [attr.x]="tick.x"
          [attr.y]="floor() + 18"
        >
          {{ tick.label }}
        </text>
      }
    </svg>
    <ng-content />
    <svg class="chart-marks" [attr.width]="width()" [attr.height]="height()" aria-hidden="true">
      @for (mark of placedMarks(); track $index) {
        <line class="mark" [attr.x1]="mark.x" [attr.x2]="mark.x" [attr.y1]="mark.y - 8" [attr.y2]="floor()" />
        <text class="mark-label" [attr.text-anchor]="mark.anchor" [attr.x]="mark.textX" [attr.y]="mark.y">
          {{ mark.label }}
        </text>
      }
      @if (cursorX(); as x) {
        <line class="cursor" [attr.x1]="x" [attr.x2]="x" [attr.y1]="plot().top" [attr.y2]="floor()" />
      }
    </svg>
  `,
})
export class ChartFrame {
  private readonly format = inject(Format);

  readonly width = input.required<number>();
  readonly height = input.required<number>();
  readonly kind = input.required<ChartKind>();
  readonly points = input.required<readonly string[]>();
  readonly grain = input.required<'hour' | 'day'>();
  readonly peaks = input.required<readonly (number | null)[]>();
  /** where the axis may begin below the curve instead of at zero: the lowest value; null begins at zero */
  readonly lowest = input<number | null>(null);
  readonly unit = input.required<string>();
  readonly marks = input.required<readonly ChartMark[]>();
  readonly value = input.required<(value: number) => string>();
  readonly cursor = input.required<number | null>();

  private readonly ticks = computed(() => {
    const highest = Math.max(0, ...this.peaks().map((peak) => peak ?? 0));
    const lowest = this.lowest();
    return lowest === null ? niceTicks(highest) : levelTicks(lowest, highest);
  });
  /** The value at the upper edge of the plot. */
  readonly top = computed(() => this.ticks().at(-1) ?? 1);
  /** The value at its lower edge. */
  readonly bottom = computed(() => this.ticks()[0] ?? 0);

  private readonly across = computed(() => {
    const longest = Math.max(1, ...this.ticks().map((tick) => this.value()(tick).length));
    const left = Math.ceil(longest * 6.8) + 10;
    return { left, width: Math.max(0, this.width() - left - 10) };
  });
  readonly plot = computed((): Plot => {
    // Each row of mark labels needs its own height above the plot.
    const top = 22 + 15 * labelRows(this.marksInRows());
    return { ...this.across(), top, height: Math.max(0, this.height() - top - 26) };
  });
  protected readonly floor = computed(() => this.plot().top + this.plot().height);

  protected readonly rows = computed(() => {
    const { top, height } = this.plot();
    return this.ticks().map((value) => ({
      value,
      y: Math.round(top + (height * (this.top() - value)) / (this.top() - this.bottom())) + 0.5,
      label: this.value()(value),
    }));
  });

  private readonly times = computed(() => this.points().map((point) => Date.parse(point)));
  /** x of every point, in pixels of the frame. */
  private readonly xs = computed(() => {
    const { left, width } = this.across();
    const times = this.times();
    if (this.kind() === 'stacked-bar') {
      return barCentres(times.length, width, barGap).centres.map((centre) => left + centre);
    }
    return times.map((time) => this.timeX(time));
  });

  protected readonly columns = computed(() => {
    const room = Math.max(2, Math.floor(this.plot().width / 76));
    if (this.kind() === 'stacked-bar') {
      const every = Math.max(1, Math.ceil(this.points().length / room));
      return this.points().flatMap((point, index) =>
        index % every === 0
          ? [{ x: this.xs()[index] ?? 0, label: pointName(point, this.grain(), this.format), strong: false }]
          : [],
      );
    }
    const times = this.times();
    if (times.length < 2) return [];
    // What is counted by day has no hours to be labelled.
    const finest = this.grain() === 'day' ? 24 : 1;
    return timeTicks(times[0] ?? 0, times.at(-1) ?? 0, room, finest).map((time) => ({
      x: Math.round(this.timeX(time)) + 0.5,
      label: isMidnight(time) ? this.format.day(new Date(time)) : this.format.time(new Date(time)),
      strong: isMidnight(time),
    }));
  });

  private readonly marksInRows = computed(() =>
    placeMarks(this.marks(), (time) => this.shareOf(time), this.across().width),
  );
  protected readonly placedMarks = computed(() =>
    this.marksInRows().map(({ label, x: along, row, anchor }) => {
      const x = Math.round(this.across().left + along) + 0.5;
      return { x, label, y: 27 + 15 * row, anchor, textX: anchor === 'start' ? x + 5 : x - 5 };
    }),
  );

  protected readonly cursorX = computed(() => {
    const index = this.cursor();
    return index === null ? null : (this.xs()[index] ?? null);
  });
  /** Where the words of the cursor stand: beside it, on the side that has room. */
  readonly tip = computed(() => {
    const index = this.cursor();
    const x = this.cursorX();
    const point = index === null ? undefined : this.points()[index];
    if (index === null || x === null || point === undefined) return null;
    return { index, x, left: x > this.width() / 2, name: pointName(point, this.grain(), this.format) };
  });

  /** The point nearest to a pixel of the frame; null while there is none. */
  nearest(x: number): number | null {
    return nearestTo(this.xs(), x);
  }

  private timeX(time: number): number {
    const { left, width } = this.across();
    return left + this.shareOf(time) * width;
  }

  private shareOf(time: number): number {
    const times = this.times();
    const first = times[0] ?? 0;
    const last = times.at(-1) ?? first;
    return last > first ? (time - first) / (last - first) : 0;
  }
}
