import { Component, computed, inject, input } from '@angular/core';
import type { SpillAssumption, SpillEstimate, SpillRefusal } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { ObservedWords } from '../observed-words';
import { AppLineage } from '../../ui/lineage';

/** What bought impressions did to the natural ones: an interval with what must be true for it, or why it cannot be told. */
@Component({
  selector: 'app-spill-card',
  imports: [AppLineage, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'observed.spill.heading' | t }}</h2>
    <p class="verdict">{{ verdict() | t }}</p>
    @if (interval(); as words) {
      <p>
        <span appLineage="naturalSpill">{{ words }}</span>
      </p>
    }
    @if (spill().why; as why) {
      <p class="quiet">{{ whyNot(why) | t: { n: spill().days } }}</p>
    }
    @if (spill().interval && spill().assumptions.length > 0) {
      <details>
        <summary>{{ 'observed.spill.assumes' | t }}</summary>
        <ul>
          @for (one of spill().assumptions; track one) {
            <li>{{ assumed(one) | t }}</li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    p {
      font-size: 13px;
      text-wrap: pretty;
    }
    .verdict {
      margin-top: 4px;
      font-size: 15px;
      font-weight: 600;
    }
    .quiet,
    details {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    details {
      margin-top: 8px;
    }
    summary {
      cursor: pointer;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 6px 0 0;
      padding-inline-start: 18px;
    }
  `,
})
export class SpillCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(ObservedWords);
  readonly spill = input.required<SpillEstimate>();

  protected readonly verdict = computed(() => `observed.spill.verdict.${this.spill().verdict}` as const);
  protected readonly whyNot = (why: SpillRefusal) => `observed.spill.why.${why}` as const;
  protected readonly assumed = (one: SpillAssumption) => `observed.spill.assumption.${one}` as const;
  protected readonly interval = computed(() => {
    const { interval, days } = this.spill();
    if (!interval) return '';
    return this.texts.say('observed.spill.interval', {
      low: this.words.signed(100 * interval.low),
      high: this.words.signed(100 * interval.high),
      days: this.format.number(days),
    });
  });
}
