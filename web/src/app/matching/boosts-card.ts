import { Component, computed, inject, input } from '@angular/core';
import type { BoostsView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';

/** What boosts were good for beside creators: one sentence, and what it rests on. */
@Component({
  selector: 'app-boosts-card',
  imports: [AppLineage, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'matching.plan.boosts.title' | t }}</h2>
    <p class="said">{{ sentence() }}</p>
    @if (boosts().cents > 0) {
      <dl>
        <div>
          <dt>{{ 'matching.plan.boosts.with' | t }}</dt>
          <dd>
            <span appLineage="netReach">{{
              people(boosts().without.net.people + boosts().gain.readers)
            }}</span>
          </dd>
        </div>
        <div>
          <dt>{{ 'matching.plan.boosts.without' | t }}</dt>
          <dd>
            <span appLineage="netReach">{{ people(boosts().without.net.people) }}</span>
          </dd>
          <dd class="quiet">
            {{
              'matching.plan.boosts.withoutText'
                | t: { n: boosts().without.creators, money: format.roundMoney(boosts().without.spentCents) }
            }}
          </dd>
        </div>
        <div>
          <dt>{{ 'matching.plan.boosts.perThousand' | t }}</dt>
          <dd>
            <span appLineage="readersPerThousandYuan">{{ rate(boosts().boostPerThousandYuan) }}</span>
          </dd>
          <dd class="quiet">
            {{ 'matching.plan.boosts.lastPick' | t: { people: rate(boosts().lastPickPerThousandYuan) } }}
          </dd>
        </div>
      </dl>
    }
    @if (boosts().benchmarks.length > 0) {
      <details>
        <summary>{{ 'matching.plan.boosts.basis' | t }}</summary>
        <ul>
          @for (one of boosts().benchmarks; track one.category) {
            <li>{{ benchmark(one) }}</li>
          }
          <li>{{ 'matching.plan.boosts.newShare' | t: { share: format.percent(boosts().newShare) } }}</li>
          <li>
            {{
              'matching.plan.boosts.price'
                | t
                  : { money: format.money(boosts().centsPerThousand), source: texts.of(boosts().priceSource) }
            }}
          </li>
        </ul>
      </details>
    }
  `,
  styles: `
    .said {
      margin-top: 6px;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      gap: 10px 18px;
      margin: 14px 0 0;
    }
    dt,
    .quiet,
    summary,
    li {
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 400;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }
    details {
      margin-top: 12px;
    }
    summary {
      cursor: pointer;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 8px 0 0;
      padding-inline-start: 18px;
    }
  `,
})
export class BoostsCard {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly boosts = input.required<BoostsView>();
  /** the most that boosts might have cost, and the least that one costs */
  readonly mostCents = input.required<number>();

  protected readonly sentence = computed(() => {
    const { verdict, cents, gain, boostPerThousandYuan, lastPickPerThousandYuan } = this.boosts();
    return this.texts.say(`matching.plan.boosts.verdict.${verdict}`, {
      money: this.format.roundMoney(cents),
      people: this.people(gain.readers),
      low: this.people(Math.max(0, gain.low)),
      high: this.people(gain.high),
      boost: this.rate(boostPerThousandYuan),
      creator: this.rate(lastPickPerThousandYuan),
      most: this.format.roundMoney(this.mostCents()),
    });
  });

  protected people(count: number): string {
    return this.format.number(Math.round(count));
  }

  protected rate(readers: number | null): string {
    return this.format.number(readers === null ? null : Math.round(readers));
  }

  protected benchmark({
    category,
    notes,
    impressions,
    reads,
    through,
  }: BoostsView['benchmarks'][number]): string {
    return this.texts.say('matching.plan.boosts.benchmark', {
      category:
        category === null
          ? this.texts.say('matching.plan.boosts.allCategories')
          : this.texts.say(`common.category.${category}`),
      notes,
      rate: this.format.percent(impressions > 0 ? reads / impressions : 0),
      impressions: this.format.number(impressions),
      day: this.format.wholeDay(through),
    });
  }
}
