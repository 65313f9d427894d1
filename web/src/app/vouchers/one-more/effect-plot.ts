import { Component, computed, input } from '@angular/core';

/**
 * One change on a line: the dot is the mean, the bar the middle 80 % of the worlds, the upright line no change. Rows that
 * are to be compared share a span.
 */
@Component({
  selector: 'app-effect-plot',
  template: `
    <svg
      role="img"
      viewBox="0 0 160 16"
      preserveAspectRatio="none"
      [attr.aria-label]="label()"
      [class.none]="!effect().visible"
    >
      <line class="zero" x1="80" x2="80" y1="0" y2="16" />
      <path [attr.d]="bar()" />
      <circle cy="8" r="3.5" [attr.cx]="x(effect().mean)" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      width: 160px;
      height: 16px;
      --effect: var(--pr-organic);
    }
    svg.none {
      --effect: var(--pr-muted);
    }
    .zero {
      stroke: var(--pr-line-strong);
    }
    path {
      fill: none;
      stroke: var(--effect);
      stroke-width: 2;
    }
    circle {
      fill: var(--effect);
    }
  `,
})
export class EffectPlot {
  readonly effect = input.required<{ mean: number; low: number; high: number; visible: boolean }>();
  /** what the ends of the line stand for, on either side of no change */
  readonly span = input.required<number>();
  readonly label = input.required<string>();

  protected readonly bar = computed(() => {
    const [low, high] = [this.x(this.effect().low), this.x(this.effect().high)];
    return `M${low} 4 v8 M${low} 8 H${high} M${high} 4 v8`;
  });

  protected x(value: number): number {
    const span = this.span();
    return 80 + (span > 0 ? 74 * Math.max(-1, Math.min(1, value / span)) : 0);
  }
}
