import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Format } from './format';
import { observeWidth } from './observe-size';

/** What a budget brings, and between which bounds; `beside` is another line, drawn in dashes. */
export interface MoneyPoint {
  cents: number;
  value: number | null;
  low?: number;
  high?: number;
  beside?: number | null;
  title: string;
}

const height = 200;
const margin = { top: 14, right: 16, bottom: 26, left: 52 };

/**
 * Something that money brings, by how much money. The chart of the house counts time along its foot and no money, so this one is
 * drawn here; whoever shows it puts the same figures in a table below.
 */
@Component({
  selector: 'app-money-curve',
  template: `
    <div #plot>
      <svg [attr.width]="width()" [attr.height]="height" aria-hidden="true">
        @for (tick of levels(); track tick.y) {
          <line
            class="grid"
            [attr.x1]="margin.left"
            [attr.x2]="width() - margin.right"
            [attr.y1]="tick.y"
            [attr.y2]="tick.y"
          />
          <text class="level" [attr.x]="margin.left - 8" [attr.y]="tick.y + 4">{{ tick.word }}</text>
        }
        <path class="band" [attr.d]="drawn().band" />
        <path class="line" [attr.d]="drawn().line" />
        <path class="line beside" [attr.d]="drawn().beside" />
        @for (dot of drawn().dots; track dot.x) {
          <circle [class.here]="dot.here" [attr.cx]="dot.x" [attr.cy]="dot.y" [attr.r]="dot.here ? 6 : 3">
            <title>{{ dot.title }}</title>
          </circle>
        }
        @for (tick of feet(); track tick.x) {
          <text class="foot" [attr.x]="tick.x" [attr.y]="height - 6">{{ tick.word }}</text>
        }
      </svg>
    </div>
    @if (names(); as names) {
      <p class="key">
        <span><i></i>{{ names.line }}</span>
        <span><i class="beside"></i>{{ names.beside }}</span>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    div {
      overflow: hidden;
    }
    svg {
      display: block;
      max-width: 100%;
    }
    .grid {
      stroke: var(--pr-line);
    }
    text {
      fill: var(--pr-muted);
      font-size: 11px;
    }
    .level {
      text-anchor: end;
    }
    .foot {
      text-anchor: middle;
    }
    .line {
      fill: none;
      stroke: var(--pr-organic);
      stroke-width: 2;
    }
    .line.beside {
      stroke: var(--pr-muted);
      stroke-width: 1.5;
      stroke-dasharray: 5 4;
    }
    .key {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      margin-bottom: 6px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .key span {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    i {
      width: 22px;
      border-top: 2px solid var(--pr-organic);
    }
    i.beside {
      border-top: 1.5px dashed var(--pr-muted);
    }
    .band {
      fill: var(--pr-organic);
      opacity: 0.14;
    }
    circle {
      fill: var(--pr-organic);
    }
    circle.here {
      fill: var(--pr-action);
      stroke: var(--pr-card);
      stroke-width: 2;
    }
  `,
})
export class MoneyCurve {
  private readonly format = inject(Format);
  readonly points = input.required<readonly MoneyPoint[]>();
  /** the budget that is asked about */
  readonly here = input.required<number>();
  /** what the two lines are; null where there is one */
  readonly names = input<{ line: string; beside: string } | null>(null);

  protected readonly height = height;
  protected readonly margin = margin;
  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 560);

  private readonly top = computed(() =>
    Math.max(
      1,
      ...this.points().map(({ value, high, beside }) => Math.max(value ?? 0, high ?? 0, beside ?? 0)),
    ),
  );
  private readonly most = computed(() => Math.max(1, ...this.points().map(({ cents }) => cents)));

  protected readonly drawn = computed(() => {
    const known = this.points().flatMap((point) =>
      point.value === null ? [] : [{ ...point, value: point.value }],
    );
    const at = ({ cents }: MoneyPoint, value: number): string =>
      `${this.x(cents).toFixed(1)},${this.y(value).toFixed(1)}`;
    const path = (places: string[]): string => (places.length > 0 ? `M${places.join('L')}` : '');
    const banded = known.filter(({ low, high }) => low !== undefined && high !== undefined);
    return {
      line: path(known.map((point) => at(point, point.value))),
      beside: path(
        this.points().flatMap((point) => (typeof point.beside === 'number' ? [at(point, point.beside)] : [])),
      ),
      band: path([
        ...banded.map((point) => at(point, point.high ?? 0)),
        ...banded.toReversed().map((point) => at(point, point.low ?? 0)),
      ]),
      dots: known.map((point) => ({
        x: this.x(point.cents),
        y: this.y(point.value),
        here: point.cents === this.here(),
        title: point.title,
      })),
    };
  });
  protected readonly levels = computed(() =>
    [0, 0.5, 1].map((part) => ({
      y: this.y(this.top() * part),
      word: this.format.compact(Math.round(this.top() * part)),
    })),
  );
  protected readonly feet = computed(() =>
    this.points()
      .filter(({ cents }) => cents === this.here() || cents === this.most())
      .map(({ cents }) => ({
        x: Math.min(this.x(cents), this.width() - margin.right - 24),
        // Whole yuan: two of them stand beside each other on a phone.
        word: this.format.roundMoney(Math.round(cents / 100) * 100),
      })),
  );

  private x(cents: number): number {
    return margin.left + (cents / this.most()) * (this.width() - margin.left - margin.right);
  }

  private y(value: number): number {
    return height - margin.bottom - (value / this.top()) * (height - margin.top - margin.bottom);
  }
}
