import { Component, computed, inject, input } from '@angular/core';
import type { PortfolioView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { MoneyCurve, type MoneyPoint } from '../ui/money-curve';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';

type Point = NonNullable<PortfolioView['frontier']>[number];

/**
 * Budget against net reach; the table below it has the same figures for everybody.
 */
@Component({
  selector: 'app-frontier-plot',
  imports: [AppLineage, FigureGrid, MoneyCurve, T],
  template: `
    <app-money-curve [points]="drawn()" [here]="budgetCents()" [names]="names()" />
    <details>
      <summary>{{ 'matching.plan.frontier' | t }}</summary>
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col" class="pr-number">{{ 'matching.budget' | t }}</th>
            <th scope="col" class="pr-number">{{ 'matching.plan.reached' | t }}</th>
            @if (boosted()) {
              <th scope="col" class="pr-number">{{ 'matching.plan.boosts.without' | t }}</th>
              <th scope="col" class="pr-number">{{ 'matching.plan.boosts.ofIt' | t }}</th>
            }
            <th scope="col" class="pr-number">{{ 'matching.plan.creators' | t }}</th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (point of points(); track point.budgetCents) {
            <tr [class.here]="point.budgetCents === budgetCents()">
              <th scope="row" class="pr-number">{{ format.roundMoney(point.budgetCents) }}</th>
              <td class="pr-number">
                <span appLineage="netReach">{{ rounded(point.reach?.people) }}</span>
              </td>
              @if (boosted()) {
                <td class="pr-number">
                  <span appLineage="netReach">{{ rounded(point.withoutBoosts?.people) }}</span>
                </td>
                <td class="pr-number">
                  <span appLineage="boostSpend">{{ format.roundMoney(point.boostCents) }}</span>
                </td>
              }
              <td class="pr-number">{{ point.creators }}</td>
            </tr>
          }
        </tbody>
      </table>
    </details>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    summary {
      color: var(--pr-muted);
      font-size: 12px;
      cursor: pointer;
    }
    tr.here {
      background: var(--pr-tint);
    }
  `,
})
export class FrontierPlot {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly points = input.required<readonly Point[]>();
  readonly budgetCents = input.required<number>();

  protected readonly boosted = computed(() => this.points().some(({ withoutBoosts }) => withoutBoosts));
  protected readonly drawn = computed(() =>
    this.points().map(({ budgetCents, creators, reach, withoutBoosts }): MoneyPoint => ({
      cents: budgetCents,
      value: reach?.people ?? null,
      ...(reach && { low: reach.low, high: reach.high }),
      beside: withoutBoosts?.people ?? null,
      title: this.texts.say('matching.plan.frontierPoint', {
        budget: this.format.roundMoney(budgetCents),
        people: this.rounded(reach?.people),
        n: creators,
      }),
    })),
  );
  protected readonly names = computed(() =>
    this.boosted()
      ? {
          line: this.texts.say('matching.plan.boosts.with'),
          beside: this.texts.say('matching.plan.boosts.without'),
        }
      : null,
  );

  protected rounded(people: number | undefined): string {
    return this.format.number(people === undefined ? null : Math.round(people));
  }
}
