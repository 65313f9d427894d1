import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../../i18n/texts';

/** One figure of a creator on the range of the peers. */
@Component({
  selector: 'app-peer-range',
  template: `
    <h4>{{ heading() }}</h4>
    <svg viewBox="0 0 400 44" role="img" [attr.aria-label]="label()">
      <line class="ground" x1="8" x2="392" y1="20" y2="20" />
      <rect class="peers" rx="5" y="14" height="12" [attr.x]="at(range().low)" [attr.width]="width()" />
      @if (range().unusual) {
        <path class="mark unusual" [attr.d]="'M' + at(range().observed) + ' 12l8 8l-8 8l-8 -8Z'" />
      } @else {
        <circle class="mark" r="6.5" cy="20" [attr.cx]="at(range().observed)" />
      }
    </svg>
    <p aria-hidden="true">{{ label() }}</p>
  `,
  styles: `
    h4 {
      margin: 0;
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 550;
    }
    svg {
      display: block;
      width: 100%;
      max-width: 480px;
    }
    .ground {
      stroke: var(--pr-line-strong);
    }
    .peers {
      fill: var(--pr-basin);
      stroke: var(--pr-line-strong);
    }
    .mark {
      fill: var(--pr-organic);
      stroke: var(--pr-card);
      stroke-width: 1.5;
    }
    .mark.unusual {
      fill: var(--pr-stopped);
    }
    p {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class PeerRange {
  private readonly texts = inject(Texts);
  readonly heading = input.required<string>();
  readonly range = input.required<{ observed: number; low: number; high: number; unusual: boolean }>();
  readonly write = input.required<(value: number) => string>();

  private readonly top = computed(() => 1.1 * Math.max(this.range().observed, this.range().high) || 1);
  protected readonly width = computed(() => this.at(this.range().high) - this.at(this.range().low));
  protected readonly label = computed(() => {
    const { observed, low, high } = this.range();
    const write = this.write();
    const peers = this.texts.say('credibility.range', { low: write(low), high: write(high) });
    const mark = this.texts.chinese() ? '：' : ': ';
    const stop = this.texts.chinese() ? '；' : '; ';
    return (
      this.texts.say('credibility.plot.observed') +
      mark +
      write(observed) +
      stop +
      this.texts.say('credibility.plot.peers') +
      mark +
      peers
    );
  });

  protected at(value: number): number {
    return 8 + (384 * value) / this.top();
  }
}
