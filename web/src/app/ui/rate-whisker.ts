import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../../i18n/texts';
import { Format } from './format';

/**
 * One estimate on a line: the dot is the rate against the peers, the bar its 80 % interval, the dashed line their
 * average. The scale is logarithmic from half to twice as often; what lies beyond stands at the end of it.
 */
@Component({
  selector: 'app-rate-whisker',
  template: `
    <svg role="img" viewBox="0 0 96 16" width="96" height="16" [attr.aria-label]="label()">
      <line class="average" x1="48" x2="48" y1="0" y2="16" />
      <path class="interval" [attr.d]="interval()" />
      <circle class="dot" [class.open]="open()" cy="8" r="4" [attr.cx]="at(estimate().lift)" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      --whisker: var(--pr-organic);
    }
    :host(.is-stop) {
      --whisker: var(--pr-stopped);
    }
    .average {
      stroke: var(--pr-muted);
      stroke-dasharray: 3 2;
    }
    .interval {
      fill: none;
      stroke: var(--whisker);
      stroke-width: 1.75;
    }
    .dot {
      fill: var(--whisker);
      stroke: var(--whisker);
      stroke-width: 2;
    }
    .dot.open {
      fill: var(--pr-card);
    }
  `,
  host: { '[class.is-stop]': "tone() === 'stop'" },
})
export class RateWhisker {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly estimate = input.required<{ lift: number; low: number; high: number }>();
  readonly tone = input<'pass' | 'stop' | 'wait'>('pass');

  /** Hollow while it is not judged yet, as on the ladder. */
  protected readonly open = computed(() => this.tone() === 'wait');
  protected readonly interval = computed(() => {
    const low = this.at(this.estimate().low);
    const high = this.at(this.estimate().high);
    return `M${low} 4 v8 M${low} 8 H${high} M${high} 4 v8`;
  });
  protected readonly label = computed(() => {
    const { lift, low, high } = this.estimate();
    return this.texts.say('climb.whisker', {
      lift: this.format.lift(lift),
      low: this.format.lift(low),
      high: this.format.lift(high),
    });
  });

  protected at(lift: number): number {
    return 48 + 42 * Math.max(-1, Math.min(1, Math.log2(Math.max(lift, 0.01))));
  }
}
