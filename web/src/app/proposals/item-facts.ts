import { Component, computed, inject, input } from '@angular/core';
import type { SharedItem } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';

type Shown = Pick<SharedItem, 'creator' | 'gone' | 'kind' | 'notes' | 'note' | 'priceCents' | 'forecast'>;

/** A creator as proposed: who, on what terms, and what may be expected. */
@Component({
  selector: 'app-item-facts',
  imports: [AppLineage, Chip, T],
  template: `
    <div class="who">
      <h3>{{ item().creator.name }}</h3>
      <small>{{ item().creator.redId }}</small>
      <app-chip>{{ tier() }}</app-chip>
      @if (item().gone) {
        <app-chip tone="stopped" icon="stopped">{{ 'proposals.item.gone' | t }}</app-chip>
      }
    </div>
    <div class="terms">
      <b appLineage="proposalPrice">{{ format.roundMoney(item().priceCents) }}</b>
      <small>{{ terms() }}</small>
    </div>
    <p class="facts">
      <span [appLineage]="['readsMedian', 'impressionsMedian']">{{ medians() }}</span>
    </p>
    <p class="facts">
      <span appLineage="forecastReads">{{ forecast() }}</span>
    </p>
    @if (item().note; as note) {
      <p class="note">{{ note }}</p>
    }
    @if (item().gone) {
      <p class="facts">{{ 'proposals.item.goneText' | t }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 3px 16px;
      min-width: 0;
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 8px;
    }
    h3 {
      font-size: 15px;
      font-weight: 650;
      overflow-wrap: anywhere;
    }
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .terms {
      grid-row: span 2;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    .terms b {
      display: block;
      font-size: 16px;
      font-weight: 650;
    }
    .facts {
      color: var(--pr-muted);
      font-size: 13px;
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 559px) {
      .terms {
        grid-row: auto;
      }
      .facts {
        grid-column: 1 / -1;
      }
    }
    .note {
      grid-column: 1 / -1;
      margin-top: 4px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ItemFacts {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly item = input.required<Shown>();

  protected readonly tier = computed(() => {
    const { tier, followers } = this.item().creator;
    return `${this.texts.of(tier.name)} · ${this.texts.count('common.followers', followers, {}, this.format.compact(followers))}`;
  });
  protected readonly terms = computed(() => {
    const { kind, notes } = this.item();
    return `${this.texts.say(`proposals.item.kind.${kind}`)} · ${this.texts.count('proposals.item.notes', notes)}`;
  });
  protected readonly medians = computed(() => {
    const { readsMedian, impressionsMedian } = this.item().creator;
    return this.texts.say('proposals.item.medians', {
      reads: this.format.compact(readsMedian),
      impressions: this.format.compact(impressionsMedian),
    });
  });
  protected readonly forecast = computed(() => {
    const { forecast, kind } = this.item();
    if (!forecast) return this.texts.say('proposals.item.noForecast');
    const { expected, low, high } = forecast.reads;
    const reads = this.format.compact(expected);
    const expects =
      low === null || high === null
        ? this.texts.say('proposals.item.forecast', { reads })
        : this.texts.say('proposals.item.forecastWithin', {
            reads,
            low: this.format.compact(low),
            high: this.format.compact(high),
          });
    const basis = this.texts.say(`proposals.item.basis.${forecast.basis}`, {
      n: forecast.sample,
      kind: this.texts.say(`proposals.item.kind.${kind}`),
    });
    return `${expects} · ${basis}`;
  });
}
