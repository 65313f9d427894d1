import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import type { Basin, ObservedNoteView } from '@poolrise/contracts';
import { middleOf, type ObservedEstimate } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { beginAt } from '../../ui/begin-at';
import { Format } from '../../ui/format';
import { LadderBasin } from '../../ui/ladder-basin';
import { shapeLadder } from '../../ui/ladder-shape';
import { observeWidth } from '../../ui/observe-size';
import { Scrolls } from '../../ui/scrolls';
import { TableSwitch } from '../../ui/table-switch';
import { opened } from '../observed-words';
import { EstimateWords } from './estimate-words';

/** Below this a level is not worth a word. */
const leastOdds = 0.005;
/** Room for the name and the size of a pool, in pixels. */
const underBasin = 44;

/**
 * The locks of the climb view for a note that nobody but the platform knows: the water stands as the natural exposure would
 * have filled the pools, and above each rim is how likely the note is there.
 */
@Component({
  selector: 'app-observed-ladder',
  imports: [LadderBasin, Scrolls, TableSwitch, T],
  template: `
    <div class="bar">
      <p>{{ 'observed.ladder.key' | t }}</p>
      <app-table-switch of="picture" [(asTable)]="asTable" />
    </div>
    @if (asTable()) {
      <div [appScrolls]="'observed.ladder.heading' | t">
        <table class="pr-table">
          <thead>
            <tr>
              <th scope="col">{{ 'climb.column.level' | t }}</th>
              <th scope="col" class="pr-number">{{ 'observed.ladder.odds' | t }}</th>
              <th scope="col" class="pr-number">{{ 'climb.column.target' | t }}</th>
            </tr>
          </thead>
          <tbody>
            @for (rung of rungs(); track rung.basin.level) {
              <tr [class.here]="rung.likely">
                <th scope="row">L{{ rung.basin.level }} {{ texts.of(rung.basin.name) }}</th>
                <td class="pr-number">{{ words.odds(rung.probability) }}</td>
                <td class="pr-number">{{ format.number(rung.basin.target) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <div class="view" #view tabindex="0" role="region" [attr.aria-label]="'observed.ladder.heading' | t">
        <svg
          role="img"
          [attr.aria-label]="sentence()"
          [attr.viewBox]="'0 0 ' + shape().width + ' ' + shape().height"
          [attr.width]="shape().width"
          [attr.height]="shape().height"
        >
          @for (basin of shape().basins; track basin.basin.level; let last = $last) {
            <svg:g appLadderBasin [shape]="basin" [hasNext]="!last" [estimated]="true" />
            @if (rungs()[$index]; as rung) {
              @if (rung.probability >= least) {
                <g [attr.transform]="'translate(' + basin.centre + ' ' + (basin.y - 10) + ')'">
                  <rect
                    class="belief"
                    [class.likely]="rung.likely"
                    x="-26"
                    y="-19"
                    width="52"
                    height="22"
                    rx="11"
                  />
                  <text class="odds" [class.likely]="rung.likely" y="-4">
                    {{ words.odds(rung.probability) }}
                  </text>
                </g>
              }
            }
          }
        </svg>
      </div>
    }
  `,
  styleUrl: '../../ui/ladder.scss',
  styles: `
    .bar {
      color: var(--pr-muted);
    }
    .belief {
      fill: var(--pr-basin);
    }
    .belief.likely {
      fill: var(--pr-tint);
      stroke: var(--pr-action);
    }
    .odds {
      fill: var(--pr-muted);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
      text-anchor: middle;
    }
    .odds.likely {
      fill: var(--pr-action);
      font-weight: 650;
    }
    tbody th {
      color: var(--pr-ink);
    }
    tr.here {
      background: var(--pr-tint);
    }
  `,
})
export class ObservedLadder {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(EstimateWords);
  readonly note = input.required<ObservedNoteView>();
  readonly level = input.required<Extract<ObservedEstimate['level'], { told: true }>['is']>();

  private readonly view = viewChild<ElementRef<HTMLElement>>('view');
  private readonly width = observeWidth(this.view, 720);
  protected readonly asTable = signal(false);
  protected readonly least = leastOdds;

  /** The natural exposure in the middle of its bounds; the total where nothing else is known. */
  private readonly seen = computed(() => {
    const { impressionsNatural, impressions } = this.note().series.points;
    const last = impressionsNatural.at(-1) ?? impressions.at(-1);
    const span = last && opened(last.span);
    return span ? Math.round(span.high === Infinity ? span.low : middleOf(span)) : 0;
  });
  private readonly stands = computed(() => {
    const movement = this.note().estimate?.movement;
    return movement?.told && movement.is.movement === 'stopped';
  });

  protected readonly rungs = computed(() => {
    const { level: likely, levels: beliefs } = this.level();
    let left = this.seen();
    return this.note().levels.map(({ level, name, target }) => {
      const state: Basin['state'] =
        level > likely ? 'ahead' : level < likely ? 'passed' : this.stands() ? 'stopped' : 'current';
      const filled = state === 'ahead' ? 0 : Math.min(target, left);
      left -= filled;
      const basin: Basin = {
        level,
        key: String(level),
        name,
        target,
        state,
        organicImpressions: filled,
        paidImpressions: 0,
        estimate: null,
        enteredAt: null,
        closedAt: null,
      };
      const probability = beliefs.find((one) => one.level === level)?.probability ?? 0;
      return { basin, probability, likely: level === likely };
    });
  });
  protected readonly shape = computed(() => {
    const shape = shapeLadder(
      this.rungs().map(({ basin }) => basin),
      null,
      this.width(),
    );
    // Nothing bought stands beside these locks, so the room for it is not needed.
    const height = Math.max(...shape.basins.map((basin) => basin.y + basin.height)) + underBasin;
    return { ...shape, height };
  });
  protected readonly sentence = computed(() =>
    this.rungs()
      .filter(({ probability }) => probability >= leastOdds)
      .map(({ basin, probability }) => `${this.texts.of(basin.name)} ${this.words.odds(probability)}`)
      .join(this.texts.chinese() ? '，' : ', '),
  );

  constructor() {
    beginAt(
      this.view,
      () => this.shape().basins.find(({ basin }) => basin.level === this.level().level)?.centre,
    );
  }
}
