import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../../i18n/texts';
import { Format } from './format';
import { type BasinShape, wavePath } from './ladder-shape';
import { oddsText } from './odds-text';

let drawn = 0;

/**
 * One lock of the ladder: the basin, its water, its gate to the next basin, and above the rim how the note does
 * against its peers. Only drawing: the sentence for those who do not see it is the ladder's.
 */
@Component({
  selector: 'g[appLadderBasin]',
  template: `
    <svg:clipPath [attr.id]="id + '-basin'">
      <svg:rect [attr.width]="shape().width" [attr.height]="shape().height" rx="10" />
    </svg:clipPath>
    <svg:clipPath [attr.id]="id + '-water'">
      <svg:path [class.moves]="moves()" [style.transform]="waterAt()" [attr.d]="water()" />
    </svg:clipPath>

    <svg:rect class="basin" [attr.width]="shape().width" [attr.height]="shape().height" rx="10" />
    <svg:g [attr.clip-path]="'url(#' + id + '-basin)'">
      @if (shape().filled > 0) {
        <svg:path class="water" [class.moves]="moves()" [style.transform]="waterAt()" [attr.d]="water()" />
      }
    </svg:g>
    <svg:rect class="rim" x="0" y="0" [attr.width]="shape().width" [attr.height]="shape().height" rx="10" />

    @if (verdictAt(); as y) {
      <svg:line class="verdict" x1="0" [attr.x2]="shape().width" [attr.y1]="y" [attr.y2]="y" />
      <svg:path
        class="flag"
        [attr.transform]="'translate(' + shape().width + ' ' + y + ')'"
        d="M0 0 l7 -4 v8 Z"
      />
    }

    <svg:g class="dry">
      <svg:text class="number" [attr.x]="middle()" [attr.y]="numberY()">{{ seen() }}</svg:text>
    </svg:g>
    @if (shape().filled > 0) {
      <svg:g class="wet" [attr.clip-path]="'url(#' + id + '-water)'">
        <svg:text class="number" [attr.x]="middle()" [attr.y]="numberY()">{{ seen() }}</svg:text>
        @if (word(); as state) {
          <svg:text class="word" [attr.x]="middle()" y="63">{{ state }}</svg:text>
        }
      </svg:g>
    }

    @if (hasNext()) {
      @switch (shape().basin.state) {
        @case ('passed') {
          <svg:path
            class="channel"
            [attr.transform]="'translate(' + shape().width + ' 26)'"
            d="M0 0 h14 v10 h-14 Z"
          />
        }
        @case ('stopped') {
          <svg:path class="shut" [attr.transform]="'translate(' + (shape().width + 7) + ' 6)'" d="M0 0 v44" />
          <svg:path
            class="octagon"
            [attr.transform]="'translate(' + (shape().width + 7) + ' 28)'"
            d="M-3.5 -8 h7 l5 5 v6 l-5 5 h-7 l-5 -5 v-6 Z"
          />
          <svg:path
            class="octagon-bar"
            [attr.transform]="'translate(' + (shape().width + 7) + ' 28)'"
            d="M-4 0 h8"
          />
        }
        @default {
          <svg:path
            class="gate"
            [attr.transform]="'translate(' + (shape().width + 7) + ' 12)'"
            d="M0 0 v32"
          />
        }
      }
    }

    <svg:text class="name" [attr.x]="middle()" [attr.y]="shape().height + 17">{{ name() }}</svg:text>
    <svg:text class="tiny" [attr.x]="middle()" [attr.y]="shape().height + 32">{{ size() }}</svg:text>
    @if (shape().verdictY !== null) {
      <svg:text class="tiny next" [attr.x]="middle()" [attr.y]="shape().height + 47">{{ next() }}</svg:text>
    }

    @if (whisker(); as w) {
      <svg:line
        class="average"
        x1="8"
        [attr.x2]="shape().width - 8"
        [attr.y1]="w.average"
        [attr.y2]="w.average"
      />
      <svg:path class="interval" [attr.d]="interval()" />
      <svg:circle
        class="dot"
        [class.open]="shape().verdictY !== null"
        [attr.cx]="dotX()"
        [attr.cy]="w.dot"
        r="3.75"
      />
      <svg:text class="lift" [attr.x]="dotX() + 11" [attr.y]="w.dot + liftDrop()">{{ lift() }}</svg:text>
    }
    @if (odds(); as text) {
      <svg:text class="odds" [attr.x]="middle()" y="-82">{{ text }}</svg:text>
    }
  `,
  styleUrl: './ladder-basin.scss',
  host: {
    '[attr.transform]': "'translate(' + shape().x + ' ' + shape().y + ')'",
    '[class]': "'is-' + shape().basin.state",
  },
})
export class LadderBasin {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly shape = input.required<BasinShape>();
  readonly hasNext = input(false);
  /** chance to pass, 0 to 1, on the present basin only */
  readonly passProbability = input<number | null>(null);
  readonly nextCheckAt = input<number | null>(null);
  /** true when the numbers grew since the last picture: only then does the water move */
  readonly moves = input(false);

  /** where nobody knows the verdicts: what was passed is likely and not said to be so */
  readonly estimated = input(false);

  protected readonly id = `ladder-${++drawn}`;
  protected readonly middle = computed(() => this.shape().width / 2);
  protected readonly dotX = computed(() => this.shape().width / 2 - 10);

  protected readonly water = computed(() => {
    const { basin, width, height } = this.shape();
    // Still water is flat: a wave means that readers are coming in.
    return basin.state === 'current' ? wavePath(width, height + 6) : `M0 0 H${width} V${height + 6} H0 Z`;
  });
  protected readonly waterAt = computed(
    () => `translateY(${this.shape().height * (1 - this.shape().filled)}px)`,
  );
  protected readonly verdictAt = computed(() => {
    const { verdictY, y } = this.shape();
    return verdictY === null ? null : Math.max(0.5, verdictY - y);
  });

  protected readonly seen = computed(() => {
    const { basin } = this.shape();
    if (basin.state === 'ahead') return '–';
    const seen = this.format.number(basin.organicImpressions);
    return this.estimated() ? `≈ ${seen}` : seen;
  });
  protected readonly word = computed(() => {
    const { state } = this.shape().basin;
    return state === 'passed' && !this.estimated() ? `✓ ${this.texts.say('climb.basin.passed')}` : '';
  });
  protected readonly numberY = computed(() =>
    numberLine(this.shape(), this.verdictAt(), this.word() ? 44 : 52),
  );
  protected readonly name = computed(() => this.texts.of(this.shape().basin.name));
  protected readonly size = computed(() => {
    const { level, target } = this.shape().basin;
    return `L${level} · ${this.format.compact(target)}`;
  });
  protected readonly next = computed(() =>
    this.texts.say('climb.ladder.nextShort', { n: this.format.compact(this.nextCheckAt() ?? 0) }),
  );

  protected readonly whisker = computed(() => {
    const { whisker, y } = this.shape();
    return (
      whisker && {
        average: whisker.average - y,
        dot: whisker.dot - y,
        low: whisker.low - y,
        high: whisker.high - y,
      }
    );
  });
  protected readonly interval = computed(() => {
    const w = this.whisker();
    const x = this.dotX();
    return w ? `M${x - 5} ${w.high} h10 M${x} ${w.high} V${w.low} M${x - 5} ${w.low} h10` : '';
  });
  protected readonly lift = computed(() => {
    const { lift } = this.shape();
    return lift === null ? '' : this.format.lift(lift);
  });
  /** The word stands clear of the dashed line when the dot is close to it. */
  protected readonly liftDrop = computed(() => {
    const w = this.whisker();
    if (!w || Math.abs(w.dot - w.average) > 8) return 4;
    return w.dot <= w.average ? -3 : 11;
  });

  protected readonly odds = computed(() => {
    if (this.estimated()) return '';
    if (this.shape().basin.state === 'stopped') return this.texts.say('climb.basin.stoppedHere');
    const odds = this.passProbability();
    if (odds === null) return '';
    // Nothing lies above the last basin: a chance to pass it would be a chance of nothing.
    if (!this.hasNext()) return this.texts.say('climb.ladder.widest');
    return this.texts.say('climb.ladder.odds', { odds: oddsText(odds, this.format, 0) });
  });
}

/** How far the letters of the number reach above and below the line they stand on, with some air. */
const letters = { above: 17, below: 5 };

/** Where the number stands: as near to its usual place as neither the water's surface nor the verdict's line cuts it. */
function numberLine({ height, filled }: BasinShape, verdictAt: number | null, usual: number): number {
  const lines = [...(filled > 0 ? [height * (1 - filled)] : []), ...(verdictAt === null ? [] : [verdictAt])];
  const isFree = (y: number) => !lines.some((line) => line > y - letters.above && line < y + letters.below);
  const places = Array.from(
    { length: Math.max(0, Math.floor((height - 28) / 2)) },
    (_, step) => 20 + 2 * step,
  );
  const nearest = places.toSorted((a, b) => Math.abs(a - usual) - Math.abs(b - usual));
  return [usual, ...nearest].find(isFree) ?? usual;
}
