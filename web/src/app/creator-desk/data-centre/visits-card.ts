import { Component, computed, inject, input } from '@angular/core';
import type { ReadersOfNotes } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { AppLineage } from '../../ui/lineage';

/** How many of those who opened a note left within two seconds. */
@Component({
  selector: 'app-visits-card',
  imports: [AppLineage, Emphasis, MetricName, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.data.exits.title' | t }}</h2>
    @if (rate(); as rate) {
      <p class="figure">
        <b appLineage="exit2sRate">{{ rate.share }}</b>
        <span class="text"
          ><app-metric-name metric="exit2sRate" [tabbable]="false" /><br />{{ rate.likely }}</span
        >
      </p>
      <p class="text"><app-emphasis [text]="rate.sentence" /></p>
    }
    @if (silent(); as silent) {
      <p class="text">{{ silent }}</p>
    }
  `,
  styleUrl: '../../ui/card-table.scss',
  styles: `
    .figure {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: center;
      margin: 12px 0;
    }
    .figure b {
      font-size: 30px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class VisitsCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly readers = input.required<ReadersOfNotes | null>();

  protected readonly rate = computed(() => {
    const { exits } = this.readers() ?? {};
    if (!exits || exits.share === null) return null;
    const bound = (of: number) => this.format.percent(of, 0);
    return {
      share: bound(exits.share),
      likely: this.texts.say('creatorDesk.data.exits.likely', {
        low: bound(exits.low),
        high: bound(exits.high),
      }),
      sentence: this.texts.say('creatorDesk.data.exits.of', {
        told: this.format.number(exits.told),
        exits: this.format.number(exits.exits),
      }),
    };
  });
  /** reads of which nobody told how long they were, or that there are none at all */
  protected readonly silent = computed(() => {
    const readers = this.readers();
    if (!readers || readers.exits.told === 0) return this.texts.say('creatorDesk.data.exits.none');
    const silent = readers.reads - readers.exits.told;
    return silent > 0
      ? this.texts.count('creatorDesk.data.exits.silent', silent, {}, this.format.number(silent))
      : null;
  });
}
