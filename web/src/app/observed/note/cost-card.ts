import { Component, computed, inject, input } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import { type CostPart, costPartMetrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format, unknown } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';

/** What the note cost as far as files say, with the parts that nobody said. */
@Component({
  selector: 'app-cost-card',
  imports: [AppLineage, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'observed.cost.heading' | t }}</h2>
    <p class="total">
      <b appLineage="trueCost">{{ total() }}</b> <span>{{ meaning() }}</span>
    </p>
    <dl>
      @for (part of note().cost.parts; track part.key) {
        <dt>{{ nameOf(part) | t }}</dt>
        <dd [class.quiet]="part.state === 'unknown'">
          <span [appLineage]="metrics[part.key]">{{ written(part) }}</span>
        </dd>
      }
    </dl>
    @if (adCents() !== null && adsUnknown()) {
      <p class="ads">{{ 'observed.cost.someAds' | t: { n: format.money(adCents()) } }}</p>
    }
  `,
  styles: `
    .total {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: baseline;
      margin-top: 4px;
    }
    .total b {
      font-size: 20px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
    .total span,
    .ads {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 4px 12px;
      margin: 10px 0 0;
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
    }
    .ads {
      margin-top: 8px;
    }
  `,
})
export class CostCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly note = input.required<ObservedNoteView>();

  protected readonly metrics = costPartMetrics;
  protected readonly nameOf = ({ key }: CostPart) => `observed.cost.part.${key}` as const;

  protected readonly total = computed(() => {
    const { totalCents, atLeastCents } = this.note().cost;
    if (totalCents !== null) return this.format.money(totalCents);
    return atLeastCents > 0 ? `≥ ${this.format.money(atLeastCents)}` : unknown;
  });
  protected readonly meaning = computed(() => {
    const { state, atLeastCents } = this.note().cost;
    const nothing = state === 'unknown' && atLeastCents === 0;
    return this.texts.say(`observed.cost.state.${nothing ? 'nothing' : state}`);
  });
  /** The ads of the note as its rows add up, whether or not they are all. */
  protected readonly adCents = computed(() => {
    const fees = this.note().ads.flatMap(({ feeCents }) => feeCents ?? []);
    return fees.length > 0 ? fees.reduce((sum, fee) => sum + fee, 0) : null;
  });
  protected readonly adsUnknown = computed(() =>
    this.note().cost.parts.some(({ key, state }) => key === 'ads' && state === 'unknown'),
  );

  protected written({ key, state, cents }: CostPart): string {
    if (state === 'unknown') return this.texts.say('observed.cost.unknown');
    const sign = key === 'vouchers' && cents > 0 ? '−' : '';
    return `${state === 'estimated' ? '≈ ' : ''}${sign}${this.format.money(cents)}`;
  }
}
