import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { FigureSource } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { LivesChart } from '../../notes/replay/lives-chart';
import { Emphasis } from '../../ui/emphasis';
import { AppSource } from '../../ui/figure-source';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { BestCard } from './best-card';
import { EffectTable } from './effect-table';
import { FromCard } from './from-card';
import { ModelCard } from './model-card';
import { type Answered, OneMoreWords } from './one-more-words';
import { PriceCard } from './price-card';

/** An answer: the sentence first, then what changes, where it comes from, what else could be done, and what it rests on. */
@Component({
  selector: 'app-one-more-result',
  imports: [
    AppLineage,
    AppSource,
    BestCard,
    EffectTable,
    Emphasis,
    FromCard,
    LivesChart,
    ModelCard,
    PriceCard,
    T,
  ],
  template: `
    <div class="stack" [appSource]="source()">
      <section class="pr-card">
        <p class="verdict" role="status">
          <span [appLineage]="['oneMoreNet', 'oneMoreCost', 'oneMoreWorth']">
            <app-emphasis [text]="verdict()" />
          </span>
        </p>
        <p class="small">{{ boost() }}</p>
        @if (undelivered(); as words) {
          <p class="small">{{ words }}</p>
        }
      </section>
      <app-effect-table [answer]="answer()" />
      <div class="two">
        <app-price-card [answer]="answer()" [(centsPerRead)]="centsPerRead" />
        <app-from-card [answer]="answer()" />
      </div>
      <app-best-card [answer]="answer()" />
      <section class="pr-card">
        <h2>
          {{ 'oneMore.life.heading' | t }} <small>{{ 'oneMore.life.hint' | t }}</small>
        </h2>
        <app-lives-chart class="lives" [lines]="lines()" [label]="'oneMore.life.chart' | t" />
      </section>
      <app-model-card [answer]="answer()" />
    </div>
  `,
  styles: `
    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
      gap: 16px;
    }
    .verdict {
      font-size: 16px;
      line-height: 1.55;
    }
    .small {
      margin-top: 8px;
      color: var(--pr-muted);
      font-size: 13px;
    }
    .lives {
      margin-top: 14px;
    }
  `,
})
export class OneMoreResultView {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(OneMoreWords);
  readonly answer = input.required<Answered>();

  /** What a read is worth: the workspace's own price until somebody moves it. */
  protected readonly centsPerRead = linkedSignal(() => Math.round(this.answer().result.price.centsPerRead));
  protected readonly verdict = computed(() => this.words.verdict(this.answer(), this.centsPerRead()));
  protected readonly source = computed((): FigureSource => ({
    streams: ['pool-runs', 'hosted-hours', 'hosted-boosts'],
    over: 'ahead',
    dataAt: this.answer().requestedAt,
  }));
  protected readonly boost = computed(() => {
    const { boost, voucherName } = this.answer();
    return this.texts.say('oneMore.boost', {
      voucher: voucherName,
      budget: this.format.roundMoney(boost.budgetCents),
      wallet: this.format.roundMoney(boost.walletCents),
      impressions: this.format.number(boost.impressions),
      hours: boost.durationHours,
      at: this.format.dateTime(boost.startsAt),
    });
  });
  protected readonly undelivered = computed(() => {
    const { boost, result } = this.answer();
    if (result.from.paid >= 0.97 * boost.impressions) return '';
    return this.texts.say('oneMore.undelivered', {
      paid: this.format.number(Math.round(result.from.paid)),
      impressions: this.format.number(boost.impressions),
    });
  });
  protected readonly lines = computed(() => {
    const { before, after } = this.answer().result.life;
    return [
      {
        name: this.texts.say('oneMore.life.without'),
        colour: 'var(--pr-guaranteed)',
        values: before.map(({ impressions }) => impressions),
        dashed: true,
      },
      {
        name: this.texts.say('oneMore.life.with'),
        colour: 'var(--pr-organic)',
        values: after.map(({ impressions }) => impressions),
      },
    ];
  });
}
