import { Component, computed, inject, input } from '@angular/core';
import type { PlanForecastView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Format } from '../ui/format';

const width = 320;
const height = 96;

/** Claims issued by day: the middle as a line, what is likely as a band around it, the places as a dashed line. */
@Component({
  selector: 'app-issued-course',
  imports: [T],
  template: `
    <figure>
      <figcaption>{{ 'rewardDesk.forecast.course' | t }}</figcaption>
      <svg
        [attr.viewBox]="'0 0 ' + width + ' ' + height"
        preserveAspectRatio="none"
        role="img"
        [attr.aria-label]="reading()"
      >
        <path class="band" [attr.d]="band()" />
        <path class="middle" [attr.d]="middle()" />
        @if (quotaAt(); as at) {
          <line class="quota" x1="0" [attr.x2]="width" [attr.y1]="at" [attr.y2]="at" />
        }
      </svg>
      <p>{{ reading() }}</p>
    </figure>
  `,
  styles: `
    figure {
      margin: 14px 0 0;
    }
    figcaption {
      margin-bottom: 4px;
      font-size: 12.5px;
    }
    svg {
      display: block;
      width: 100%;
      height: 96px;
      border-bottom: 1px solid var(--pr-line);
    }
    .band {
      fill: var(--pr-tint);
    }
    .middle {
      fill: none;
      stroke: var(--pr-action);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .quota {
      stroke: var(--pr-muted);
      stroke-dasharray: 4 3;
      vector-effect: non-scaling-stroke;
    }
    p {
      margin-top: 4px;
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class IssuedCourse {
  private readonly format = inject(Format);
  readonly forecast = input.required<PlanForecastView>();
  readonly quota = input.required<number>();
  readonly says = input.required<(given: Record<string, string>) => string>();
  protected readonly width = width;
  protected readonly height = height;

  private readonly last = computed(() => this.forecast().course.at(-1));
  /** The quota is on the picture where it is near; far above all that is likely it would only flatten the line. */
  private readonly top = computed(() => {
    const high = Math.max(1, this.last()?.issued.high ?? 1);
    return this.quota() <= 1.6 * high ? Math.max(high, this.quota()) * 1.04 : high * 1.04;
  });
  protected readonly quotaAt = computed(() =>
    this.quota() <= this.top() ? height - (this.quota() / this.top()) * height : null,
  );
  protected readonly middle = computed(() => line(this.points(({ middle }) => middle)));
  protected readonly band = computed(() => {
    const above = this.points(({ high }) => high);
    const below = this.points(({ low }) => low).reverse();
    return `${line([...above, ...below])} Z`;
  });
  protected readonly reading = computed(() => {
    const { day = 0, issued = { low: 0, middle: 0, high: 0 } } = this.last() ?? {};
    const number = (value: number): string => this.format.number(Math.round(value));
    return this.says()({
      days: number(day),
      low: number(issued.low),
      middle: number(issued.middle),
      high: number(issued.high),
      quota: number(this.quota()),
    });
  });

  private points(of: (issued: PlanForecastView['issued']) => number): [x: number, y: number][] {
    const { course } = this.forecast();
    const days = this.last()?.day ?? 1;
    return [
      [0, height],
      ...course.map(({ day, issued }): [number, number] => [
        (day / days) * width,
        height - (of(issued) / this.top()) * height,
      ]),
    ];
  }
}

const line = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], at) => `${at ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
