import { Component, computed, input } from '@angular/core';

const width = 120;

/** A rate on a scale from nothing: the dot is the estimate, the bar its 80 % interval. The words beside it carry the figures. */
@Component({
  selector: 'app-rate-interval',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 120 12" width="120" height="12" [style.color]="colour()">
      <line class="ground" x1="0" [attr.x2]="width" y1="6" y2="6" />
      <line class="interval" [attr.x1]="at(rate().low)" [attr.x2]="at(rate().high)" y1="6" y2="6" />
      <circle [attr.cx]="at(rate().mid)" cy="6" r="4.5" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      line-height: 0;
    }
    .ground {
      stroke: var(--pr-line);
    }
    .interval {
      stroke: currentColor;
      stroke-width: 4;
      opacity: 0.45;
    }
    circle {
      fill: currentColor;
    }
  `,
})
export class RateInterval {
  readonly rate = input.required<{ low: number; mid: number; high: number }>();
  /** the rate at the right end */
  readonly scale = input.required<number>();
  readonly colour = input.required<string>();
  protected readonly width = width;
  private readonly per = computed(() => (this.scale() > 0 ? (width - 10) / this.scale() : 0));
  protected at(rate: number): number {
    return 5 + rate * this.per();
  }
}
