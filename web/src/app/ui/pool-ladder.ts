import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import type { Basin, ClimbView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { beginAt } from './begin-at';
import { Format } from './format';
import { LadderBasin } from './ladder-basin';
import { ladderSentence } from './ladder-sentence';
import { shapeLadder } from './ladder-shape';
import { LadderTable } from './ladder-table';
import { observeWidth } from './observe-size';
import { oddsText } from './odds-text';
import { TableSwitch } from './table-switch';

/**
 * The climb of a note as canal locks: water shows how full the present basin is, the dot and whisker above a rim how
 * the note does against its peers, the side tank what money bought. The same facts as a sentence and as a table.
 */
@Component({
  selector: 'app-pool-ladder',
  imports: [LadderBasin, LadderTable, TableSwitch, T],
  template: `
    <div class="bar">
      <p class="key">
        <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
          <path class="key-average" d="M0 16 H28" />
          <path class="key-interval" d="M10 1.5 h8 M14 1.5 V13.5 M10 13.5 h8" />
          <circle class="key-dot" cx="14" cy="7.5" r="3" />
        </svg>
        {{ 'climb.ladder.key' | t }}
      </p>
      <app-table-switch of="picture" [(asTable)]="asTable" />
    </div>

    @if (asTable()) {
      <app-ladder-table [basins]="basins()" [current]="current()" />
    } @else {
      <div class="view" #view tabindex="0" role="region" [attr.aria-label]="'climb.ladder.region' | t">
        <svg
          role="img"
          [attr.aria-label]="sentence()"
          [attr.viewBox]="'0 0 ' + shape().width + ' ' + shape().height"
          [attr.width]="shape().width"
          [attr.height]="shape().height"
        >
          <defs>
            <pattern
              [attr.id]="hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="hatch-ground" width="6" height="6" />
              <line class="hatch-line" y2="6" />
            </pattern>
          </defs>
          @for (basin of shape().basins; track basin.basin.level; let last = $last) {
            <svg:g
              appLadderBasin
              [shape]="basin"
              [hasNext]="!last"
              [moves]="grew()"
              [passProbability]="basin.verdictY === null ? null : (current()?.passProbability ?? null)"
              [nextCheckAt]="current()?.nextCheckAt ?? null"
            />
          }
          @if (paid() > 0) {
            <g [attr.transform]="'translate(' + shape().tank.x + ' ' + shape().tank.y + ')'">
              <rect
                class="tank"
                [attr.width]="shape().tank.width"
                [attr.height]="shape().tank.height"
                rx="10"
              />
              <clipPath [attr.id]="hatch + '-tank'">
                <rect [attr.width]="shape().tank.width" [attr.height]="shape().tank.height" rx="10" />
              </clipPath>
              <rect
                [attr.clip-path]="'url(#' + hatch + '-tank)'"
                [attr.fill]="'url(#' + hatch + ')'"
                [attr.y]="shape().tank.height * (1 - shape().tank.filled)"
                [attr.width]="shape().tank.width"
                [attr.height]="shape().tank.height"
              />
              <rect
                class="tank-rim"
                [attr.width]="shape().tank.width"
                [attr.height]="shape().tank.height"
                rx="10"
              />
              <text class="paid share" [attr.x]="shape().tank.width / 2" y="28">{{ paidShare() }}</text>
              <text class="paid" [attr.x]="shape().tank.width" [attr.y]="shape().tank.height + 18">
                {{ paidWords() }}
              </text>
              <text class="tiny" [attr.x]="shape().tank.width" [attr.y]="shape().tank.height + 34">
                {{ 'climb.ladder.paidMeans' | t }}
              </text>
            </g>
          }
        </svg>
      </div>
    }
  `,
  styleUrls: ['./ladder.scss', './pool-ladder.scss'],
})
export class PoolLadder {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly basins = input.required<readonly Basin[]>();
  readonly current = input.required<ClimbView['current']>();

  private readonly view = viewChild<ElementRef<HTMLElement>>('view');
  private readonly width = observeWidth(this.view, 720);
  protected readonly asTable = signal(false);
  protected readonly hatch = `ladder-hatch-${crypto.randomUUID().slice(0, 8)}`;

  protected readonly shape = computed(() => shapeLadder(this.basins(), this.current(), this.width()));
  protected readonly paid = computed(() =>
    this.basins().reduce((sum, basin) => sum + basin.paidImpressions, 0),
  );
  protected readonly paidWords = computed(() =>
    this.texts.say('climb.ladder.paid', { n: this.format.number(this.paid()) }),
  );
  protected readonly paidShare = computed(() =>
    this.texts.say('climb.ladder.paidShare', { share: oddsText(this.shape().tank.filled, this.format, 0) }),
  );
  protected readonly sentence = computed(() =>
    ladderSentence(this.basins(), this.current(), this.texts, this.format),
  );

  private readonly seen = computed(() =>
    this.basins().reduce((sum, basin) => sum + basin.organicImpressions, 0),
  );
  /** Impressions only ever grow, so more of them than a moment ago means that readers came, not that the page opened. */
  protected readonly grew = linkedSignal<number, boolean>({
    source: this.seen,
    computation: (seen, before) => before !== undefined && seen > before.source,
  });

  constructor() {
    beginAt(this.view, () => {
      const { basins } = this.shape();
      return (basins.findLast(({ basin }) => basin.state !== 'ahead') ?? basins[0])?.centre;
    });
  }
}
