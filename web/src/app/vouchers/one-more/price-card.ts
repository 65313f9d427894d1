import { Component, computed, inject, input, model } from '@angular/core';
import { metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { type Answered, costOf, judgedAt } from './one-more-words';

/** From which price of a read on the boost pays; the price at hand is the workspace's own and can be moved. */
@Component({
  selector: 'app-price-card',
  imports: [AppLineage, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'oneMore.price.heading' | t }}</h2>
    <label>
      {{ 'oneMore.price.slider' | t }}
      <b>{{ format.money(centsPerRead()) }}</b>
      <input
        type="range"
        min="0"
        step="1"
        [max]="most()"
        [value]="centsPerRead()"
        [attr.aria-valuetext]="format.money(centsPerRead())"
        (input)="move($event)"
      />
    </label>
    <p class="source">
      <span appLineage="oneMoreReadPrice">{{ source() }}</span>
      @if (centsPerRead() !== usual()) {
        <button type="button" class="pr-link" (click)="centsPerRead.set(usual())">
          {{ 'oneMore.price.reset' | t }}
        </button>
      }
    </p>
    <dl>
      <div>
        <dt>{{ 'oneMore.price.cost' | t }}</dt>
        <dd>
          <span appLineage="oneMoreCost">{{ format.money(cost()) }}</span>
        </dd>
      </div>
      <div>
        <dt>{{ breakEvenName() }}</dt>
        <dd>
          <span appLineage="oneMoreBreakEven">{{ breakEven() }}</span>&ngsp;
          <small>{{ breakEvenRange() }}</small>
        </dd>
      </div>
    </dl>
    @if (wallet(); as words) {
      <p class="source">{{ words }}</p>
    }
  `,
  styles: `
    label {
      display: block;
      margin-top: 12px;
    }
    input {
      display: block;
      width: 100%;
      height: 28px;
      accent-color: var(--pr-action);
    }
    .source,
    dt,
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    button {
      border: 0;
      background: none;
      cursor: pointer;
      font: inherit;
    }
    dl {
      display: grid;
      gap: 8px;
      margin: 12px 0;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    dd {
      margin: 0;
      font-size: 15px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
    small {
      font-weight: 400;
    }
  `,
})
export class PriceCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly answer = input.required<Answered>();
  readonly centsPerRead = model.required<number>();

  protected readonly cost = computed(() => Math.round(costOf(this.answer())));
  protected readonly usual = computed(() => Math.round(this.answer().result.price.centsPerRead));
  private readonly pays = computed(() => judgedAt(this.answer(), this.centsPerRead()).breakEven);
  /** Three times what a read costs or would have to be worth: far enough to see the verdict turn. */
  protected readonly most = computed(() => {
    const { breakEven } = judgedAt(this.answer(), this.usual());
    return 10 * Math.ceil((3 * Math.max(10, this.usual(), breakEven.cents ?? 0)) / 10);
  });
  protected readonly breakEvenName = computed(() => this.texts.of(metrics.oneMoreBreakEven));
  protected readonly breakEven = computed(() => {
    const { cents } = this.pays();
    return cents === null ? this.texts.say('oneMore.price.never') : this.format.money(Math.round(cents));
  });
  protected readonly breakEvenRange = computed(() => {
    const { low, high } = this.pays();
    if (low === null) return '';
    const least = this.format.money(Math.round(low));
    if (high === null) return this.texts.say('oneMore.price.breakEvenLeast', { low: least });
    return this.texts.say('oneMore.price.breakEvenRange', {
      low: least,
      high: this.format.money(Math.round(high)),
    });
  });
  protected readonly wallet = computed(() => {
    const { boost } = this.answer();
    const share = boost.walletCents / Math.max(1, boost.walletCents + boost.voucherCents);
    const { cents } = judgedAt(this.answer(), this.centsPerRead(), share * costOf(this.answer())).breakEven;
    if (share === 1 || cents === null) return '';
    return this.texts.say('oneMore.price.wallet', { price: this.format.money(Math.round(cents)) });
  });
  protected readonly source = computed(() => {
    const { source, boosts, spentCents, reads, centsPerRead } = this.answer().result.price;
    if (source === 'category') return this.texts.say('oneMore.price.category');
    return this.texts.say('oneMore.price.own', {
      price: this.format.money(Math.round(centsPerRead)),
      boosts: this.format.number(boosts),
      spent: this.format.money(spentCents),
      reads: this.format.number(reads),
    });
  });

  protected move(event: Event): void {
    this.centsPerRead.set(Number((event.target as HTMLInputElement).value));
  }
}
