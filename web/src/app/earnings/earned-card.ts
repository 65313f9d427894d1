import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EarningsView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Session } from '../session/session';
import { FigureGrid } from '../ui/figure-grid';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { Money } from '../ui/money';
import { Scrolls } from '../ui/scrolls';

/** What orders and reward plans paid in a month, line by line, with the fee on each. */
@Component({
  selector: 'app-earned-card',
  imports: [AppLineage, FigureGrid, MetricName, Money, RouterLink, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'earnings.earned.title' | t }}</h2>
    <p class="text">{{ 'earnings.earned.text' | t }}</p>
    @if (view().orders.items.length > 0) {
      <div [appScrolls]="'earnings.earned.title' | t">
        <table class="snug">
          <thead>
            <tr>
              <th scope="col">{{ 'earnings.order' | t }}</th>
              <th scope="col" class="number"><app-metric-name metric="earningsGross" /></th>
              <th scope="col" class="number"><app-metric-name metric="earningsFee" /></th>
              <th scope="col" class="number"><app-metric-name metric="earningsSettled" /></th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (row of view().orders.items; track row.id) {
              <tr>
                <th scope="row" class="name">
                  <a [routerLink]="session.to('orders', row.orderId)">{{ row.name }}</a>
                  <small>{{
                    'earnings.earned.paid' | t: { brand: row.brandName, at: format.day(row.paidAt) }
                  }}</small>
                </th>
                <td class="number"><app-money appLineage="earningsGross" [cents]="row.grossCents" /></td>
                <td class="number">
                  <app-money appLineage="earningsFee" [cents]="row.feeCents ? -row.feeCents : 0" />
                  <small>{{ 'earnings.earned.rate' | t: { rate: rate(row.feeBasisPoints) } }}</small>
                </td>
                <td class="number strong">
                  <app-money appLineage="earningsSettled" [cents]="row.netCents" />
                </td>
              </tr>
            }
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{{ 'earnings.earned.sum' | t }}</th>
              <td class="number"><app-money [cents]="view().sums.grossCents" /></td>
              <td class="number">
                <app-money [cents]="view().sums.feeCents ? -view().sums.feeCents : 0" />
              </td>
              <td class="number"><app-money [cents]="view().sums.netCents" /></td>
            </tr>
          </tfoot>
        </table>
      </div>
      @if (view().orders.more; as more) {
        <p class="text more">{{ 'earnings.more' | t: { n: format.number(more) } }}</p>
      }
    } @else {
      <p class="more">{{ 'earnings.earned.none' | t }}</p>
    }
    @if (view().rewards.items.length > 0) {
      <div [appScrolls]="'earnings.rewards.title' | t">
        <table class="snug">
          <thead>
            <tr>
              <th scope="col">{{ 'earnings.rewards.title' | t }}</th>
              <th scope="col" class="number"><app-metric-name metric="rewardCash" /></th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (row of view().rewards.items; track row.id) {
              <tr>
                <th scope="row" class="name">
                  {{ row.name }}
                  <small>{{ format.day(row.at) }}</small>
                </th>
                <td class="number strong"><app-money appLineage="rewardCash" [cents]="row.cents" /></td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (view().rewards.more; as more) {
        <p class="text more">{{ 'earnings.more' | t: { n: format.number(more) } }}</p>
      }
    }
    <p class="text more">{{ 'earnings.tax' | t }}</p>
  `,
  styleUrls: ['../ui/card-table.scss', './earnings.scss'],
})
export class EarnedCard {
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly rate = (permyriad: number): string =>
    this.format.percent(permyriad / 10_000, permyriad % 100 === 0 ? 0 : 1);
  readonly view = input.required<EarningsView>();
}
