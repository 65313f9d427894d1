import { Component, computed, inject, input } from '@angular/core';
import { peerDensity, peersBelow } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';

const points = 72;
const roomRight = 1.15;

/**
 * How the peers' true lifts are spread, as the estimate assumes them, with this note and the bar among them. The filled
 * part is the peers that do less well.
 */
@Component({
  selector: 'app-peer-strip',
  template: `
    <div class="picture" role="img" [attr.aria-label]="sentence()">
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
        <path class="all" [attr.d]="area(most())" />
        <path class="below" [attr.d]="area(lift())" />
      </svg>
      <i class="line average" [style.left.%]="at(1)"></i>
      <i class="line bar" [style.left.%]="at(bar())"></i>
      <span class="interval" [style.left.%]="at(low())" [style.width.%]="at(high()) - at(low())"></span>
      <span class="dot" [style.left.%]="at(lift())"></span>
    </div>
    <div class="marks" aria-hidden="true">
      <span [style.left.%]="clear(at(bar()))">{{ barWord() }}</span>
    </div>
    <p class="key" aria-hidden="true">{{ hereWord() }} · {{ belowWord() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    .picture {
      position: relative;
      height: 74px;
      margin-top: 4px;
      border-bottom: 1px solid var(--pr-line-strong);
    }
    svg {
      position: absolute;
      inset: 0 0 0 0;
      width: 100%;
      height: 100%;
    }
    .all {
      fill: var(--pr-basin);
      stroke: var(--pr-line-strong);
      stroke-width: 1;
      vector-effect: non-scaling-stroke;
    }
    .below {
      fill: color-mix(in srgb, var(--pr-organic) 24%, transparent);
    }
    .line {
      position: absolute;
      inset-block: 0;
      width: 0;
      border-left: 1px dashed var(--pr-muted);
    }
    .line.bar {
      border-left: 2px solid var(--pr-ink);
    }
    .interval {
      position: absolute;
      bottom: 14px;
      height: 4px;
      border-radius: 2px;
      background: var(--pr-organic);
    }
    .dot {
      position: absolute;
      bottom: 10px;
      width: 12px;
      height: 12px;
      margin-left: -6px;
      border: 2px solid var(--pr-card);
      border-radius: 50%;
      background: var(--pr-organic);
    }
    .marks {
      position: relative;
      height: 19px;
      font-size: 12px;
    }
    .marks span {
      position: absolute;
      transform: translateX(-50%);
      white-space: nowrap;
      font-weight: 600;
    }
    .key {
      color: var(--pr-ink);
      font-size: 12.5px;
      font-weight: 650;
    }
  `,
})
export class PeerStrip {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  /** gamma shape of the peers' lifts around 1 */
  readonly spread = input.required<number>();
  readonly lift = input.required<number>();
  readonly low = input.required<number>();
  readonly high = input.required<number>();
  readonly bar = input.required<number>();

  /** The right end: nearly all peers, and whatever has to be shown, with some room. */
  protected readonly most = computed(() =>
    Math.max(1 + 3 / Math.sqrt(this.spread()), roomRight * this.high(), roomRight * this.bar()),
  );
  private readonly peak = computed(() =>
    Math.max(
      ...Array.from({ length: points }, (_, step) =>
        peerDensity(this.spread(), ((step + 1) / points) * this.most()),
      ),
    ),
  );
  private readonly share = computed(() => this.format.percent(peersBelow(this.spread(), this.lift()), 0));
  protected readonly belowWord = computed(() => this.texts.say('why.peers.below', { share: this.share() }));
  protected readonly hereWord = computed(() =>
    this.texts.say('why.peers.here', { lift: this.format.lift(this.lift()) }),
  );
  protected readonly barWord = computed(() =>
    this.texts.say('why.peers.bar', { bar: this.format.lift(this.bar()) }),
  );
  protected readonly sentence = computed(() =>
    this.texts.say('why.peers.sentence', {
      lift: this.format.lift(this.lift()),
      low: this.format.lift(this.low()),
      high: this.format.lift(this.high()),
      share: this.share(),
      bar: this.format.lift(this.bar()),
    }),
  );

  protected at(lift: number): number {
    return Math.max(0, Math.min(100, (100 * lift) / this.most()));
  }

  /** A label stays inside the picture. */
  protected clear(percent: number): number {
    return Math.max(12, Math.min(88, percent));
  }

  /** The peers up to a lift, as an area under their density. */
  protected area(upTo: number): string {
    const end = Math.min(upTo, this.most());
    const curve = Array.from({ length: points + 1 }, (_, step) => {
      const lift = (step / points) * end;
      const height = 36 * Math.min(1, peerDensity(this.spread(), lift) / this.peak());
      return `${this.at(lift).toFixed(2)} ${(40 - height).toFixed(2)}`;
    });
    return `M0 40 L${curve.join(' L')} L${this.at(end).toFixed(2)} 40 Z`;
  }
}
