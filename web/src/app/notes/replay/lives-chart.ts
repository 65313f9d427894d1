import { Component, computed, inject, input } from '@angular/core';
import { T } from '../../../i18n/t';
import { Format } from '../../ui/format';

const height = 100;
const width = 100;

export interface LifeLine {
  name: string;
  colour: string;
  /** impressions so far at the end of each hour */
  values: readonly number[];
  dashed?: boolean;
}

/** One or two lives as growing lines; the numbers stand beside it, so the picture is described and not read out. */
@Component({
  selector: 'app-lives-chart',
  imports: [T],
  template: `
    <div class="frame" role="img" [attr.aria-label]="label()">
      <span class="most" aria-hidden="true">{{ format.compact(most()) }}</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2="100" y1="0" y2="0" />
        <line x1="0" x2="100" y1="50" y2="50" />
        @for (line of paths(); track line.name) {
          <path [attr.d]="line.path" [style.stroke]="line.colour" [class.dashed]="line.dashed" />
        }
        @if (cursor() !== null) {
          <line class="cursor" [attr.x1]="cursorAt()" [attr.x2]="cursorAt()" y1="0" y2="100" />
        }
      </svg>
    </div>
    <p class="hours" aria-hidden="true">
      <span>0</span><span>{{ 'replay.hours' | t: { n: format.number(hours()) } }}</span>
    </p>
    @if (lines().length > 1) {
      <ul aria-hidden="true">
        @for (line of lines(); track line.name) {
          <li><i [style.border-color]="line.colour" [class.dashed]="line.dashed"></i>{{ line.name }}</li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .frame {
      position: relative;
      height: 180px;
      border-bottom: 1px solid var(--pr-line-strong);
    }
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    .hours {
      display: flex;
      justify-content: space-between;
      margin-top: 3px;
    }
    .most,
    .hours {
      color: var(--pr-muted);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    .most {
      position: absolute;
      top: 2px;
      left: 0;
    }
    line {
      stroke: var(--pr-line);
      vector-effect: non-scaling-stroke;
    }
    .cursor {
      stroke: var(--pr-ink);
      stroke-width: 1.5;
    }
    path {
      fill: none;
      stroke-width: 2.25;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    path.dashed {
      stroke-dasharray: 6 4;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
      font-size: 12.5px;
    }
    i {
      display: inline-block;
      width: 18px;
      margin-right: 6px;
      border-top: 2.5px solid;
      vertical-align: middle;
    }
    i.dashed {
      border-top-style: dashed;
    }
  `,
})
export class LivesChart {
  protected readonly format = inject(Format);

  readonly lines = input.required<readonly LifeLine[]>();
  readonly label = input.required<string>();
  /** the hour that is looked at */
  readonly cursor = input<number | null>(null);

  private readonly points = computed(() => Math.max(2, ...this.lines().map(({ values }) => values.length)));
  /** of the longest life */
  protected readonly hours = computed(() => Math.max(0, ...this.lines().map(({ values }) => values.length)));
  protected readonly most = computed(() =>
    Math.max(1, ...this.lines().map(({ values }) => values.at(-1) ?? 0)),
  );
  protected readonly cursorAt = computed(() => this.across(this.cursor() ?? 0));
  protected readonly paths = computed(() =>
    this.lines().map((line) => ({
      ...line,
      path: `M${line.values
        .map((value, hour) => `${this.across(hour).toFixed(2)} ${this.up(value).toFixed(2)}`)
        .join(' L')}`,
    })),
  );

  private across(hour: number): number {
    return (width * hour) / (this.points() - 1);
  }

  private up(value: number): number {
    return height - (height * value) / this.most();
  }
}
