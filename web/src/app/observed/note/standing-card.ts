import { Component, computed, inject, input } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import type { StandingEstimate } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { oddsText } from '../../ui/odds-text';
import { RateWhisker } from '../../ui/rate-whisker';
import { ObservedWords } from '../observed-words';
import { EstimateWords } from './estimate-words';
import { AppLineage } from '../../ui/lineage';

/** The rate of the note against its peers, and what cannot be said yet with what would let it be. */
@Component({
  selector: 'app-standing-card',
  imports: [AppLineage, RateWhisker, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'observed.standing.heading' | t }}</h2>
    @if (standing(); as it) {
      <p class="lift">
        <b appLineage="observedLift">{{ format.lift(it.lift) }}</b>
        <app-rate-whisker [estimate]="it" [tone]="tone()" />
      </p>
      <p class="range">
        {{
          'observed.standing.range'
            | t: { low: format.lift(it.low), high: format.lift(it.high), odds: odds(it.probabilityAbove) }
        }}
      </p>
      <dl>
        <dt>{{ basis(it) | t }}</dt>
        <dd>
          <span appLineage="observedRate">{{ format.decimal(it.perThousand, 1) }}</span>
        </dd>
        <dt>{{ (it.peers === 0 ? 'observed.standing.usual' : 'observed.standing.peers') | t }}</dt>
        <dd>
          <span appLineage="observedRate">{{ format.decimal(it.peersPerThousand, 1) }}</span>
        </dd>
      </dl>
      <p class="quiet">{{ means(it) }}</p>
    } @else {
      <p class="quiet none">{{ 'observed.standing.none' | t }}</p>
    }
    @if (untold().length > 0) {
      <h3>{{ 'observed.untold.heading' | t }}</h3>
      <ul>
        @for (one of untold(); track one) {
          <li>{{ one }}</li>
        }
      </ul>
    }
    @if (helps().length > 0) {
      <h3>{{ 'observed.help.heading' | t }}</h3>
      <ul class="helps">
        @for (one of helps(); track one) {
          <li>{{ one }}</li>
        }
      </ul>
    }
  `,
  styles: `
    .lift {
      display: flex;
      gap: 14px;
      align-items: center;
      margin-top: 6px;
    }
    .lift b {
      font-size: 24px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
    .range {
      font-size: 13px;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px 12px;
      margin: 10px 0;
      font-size: 13px;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    .quiet {
      color: var(--pr-muted);
      font-size: 12px;
      text-wrap: pretty;
    }
    .none {
      margin-top: 6px;
      font-size: 13px;
    }
    h3 {
      margin-top: 14px;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
      font-size: 13px;
      font-weight: 650;
    }
    ul {
      display: grid;
      gap: 6px;
      margin: 6px 0 0;
      padding-inline-start: 18px;
      color: var(--pr-muted);
      font-size: 13px;
    }
    .helps {
      color: var(--pr-ink);
    }
  `,
})
export class StandingCard {
  private readonly texts = inject(Texts);
  private readonly all = inject(ObservedWords);
  private readonly words = inject(EstimateWords);
  protected readonly format = inject(Format);
  readonly note = input.required<ObservedNoteView>();

  protected readonly basis = ({ basis }: StandingEstimate) => `observed.basis.${basis}` as const;

  protected readonly standing = computed(() => {
    const standing = this.note().estimate?.standing;
    return standing?.told ? standing.is : null;
  });
  /** Hollow while the interval leaves open on which side of the average it lies. */
  protected readonly tone = computed(() => {
    const it = this.standing();
    if (!it || (it.low < 1 && it.high > 1)) return 'wait';
    return it.low >= 1 ? 'pass' : 'stop';
  });
  protected readonly untold = computed(() => this.words.untold(this.note()));
  protected readonly helps = computed(() => this.words.helps(this.note()));

  protected odds(probability: number): string {
    return oddsText(probability, this.format, 0);
  }

  protected means({ compared, circle, peers }: StandingEstimate): string {
    const reactions = this.all.list(compared.map((one) => this.texts.say(`observed.metric.${one}`)));
    if (peers === 0) return this.texts.say('observed.standing.alone', { reactions });
    const key = `observed.circle.${circle}`;
    return this.texts.say('observed.standing.means', {
      reactions,
      circle: this.texts.knows(key) ? this.texts.say(key) : '',
      n: this.format.number(peers),
    });
  }
}
