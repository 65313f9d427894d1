import { Component, computed, inject, input } from '@angular/core';
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

/** What shops owe for sales of product links, by note and product, and the rule by which a sale counts. */
@Component({
  selector: 'app-commission-card',
  imports: [AppLineage, FigureGrid, MetricName, Money, RouterLink, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'earnings.commission.title' | t }}</h2>
    <p class="text">{{ 'earnings.commission.apart' | t }}</p>
    <p class="text">{{ 'earnings.commission.rule' | t: rule() }}</p>
    @if (commission().links.length > 0) {
      @let sums = commission().sums;
      <dl appFigureGrid>
        <div>
          <dt><app-metric-name metric="commissionConfirmed" [tabbable]="false" /></dt>
          <dd class="total">
            <app-money appLineage="commissionConfirmed" [cents]="sums.confirmedCents" />
          </dd>
        </div>
        <div>
          <dt><app-metric-name metric="commissionExpected" [tabbable]="false" /></dt>
          <dd class="total"><app-money appLineage="commissionExpected" [cents]="sums.expectedCents" /></dd>
        </div>
        <div>
          <dt><app-metric-name metric="linkSold" [tabbable]="false" /></dt>
          <dd class="total"><app-money appLineage="linkSold" [cents]="sums.soldCents" /></dd>
        </div>
        <div>
          <dt><app-metric-name metric="openToSale" [tabbable]="false" /></dt>
          <dd class="total">
            <span appLineage="openToSale">{{ format.metric('openToSale', sums.openToSale) }}</span>
          </dd>
        </div>
      </dl>
      <div [appScrolls]="'earnings.commission.title' | t">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ 'earnings.commission.link' | t }}</th>
              <th scope="col" class="number"><app-metric-name metric="linkOpens" /></th>
              <th scope="col" class="number"><app-metric-name metric="linkSales" /></th>
              <th scope="col" class="number"><app-metric-name metric="linkSold" /></th>
              <th scope="col" class="number"><app-metric-name metric="commissionExpected" /></th>
              <th scope="col" class="number"><app-metric-name metric="commissionConfirmed" /></th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (row of commission().links; track row.noteId + row.product) {
              <tr>
                <th scope="row" class="name">
                  {{ row.title }}
                  <small
                    ><a [routerLink]="session.to('notes', row.noteId)" [attr.lang]="row.language">{{
                      row.noteTitle
                    }}</a></small
                  >
                  <small>{{ 'earnings.commission.rate' | t: { rate: rate(row.ratePermyriad) } }}</small>
                </th>
                <td class="number">
                  <span appLineage="linkOpens">{{ format.number(row.opens) }}</span>
                  @if (row.paidOpens > 0) {
                    <small>{{ 'earnings.commission.paid' | t: { n: format.number(row.paidOpens) } }}</small>
                  }
                </td>
                <td class="number">
                  <span appLineage="linkSales">{{ format.number(row.sales) }}</span>
                  <small>{{ format.metric('openToSale', row.openToSale) }}</small>
                </td>
                <td class="number">
                  <app-money appLineage="linkSold" [cents]="row.soldCents" />
                  @if (row.returnedCents > 0) {
                    <small>{{
                      'earnings.commission.returned' | t: { money: format.money(row.returnedCents) }
                    }}</small>
                  }
                </td>
                <td class="number">
                  <app-money appLineage="commissionExpected" [cents]="row.expectedCents" />
                </td>
                <td class="number strong">
                  <app-money appLineage="commissionConfirmed" [cents]="row.confirmedCents" />
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (commission().more; as more) {
        <p class="text more">{{ 'earnings.more' | t: { n: format.number(more) } }}</p>
      }
    } @else {
      <p class="more">
        {{ 'earnings.commission.none' | t }}
        <a [routerLink]="session.to('write')">{{ 'earnings.commission.write' | t }}</a>
      </p>
    }
  `,
  styleUrls: ['../ui/card-table.scss', './earnings.scss'],
})
export class CommissionCard {
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  readonly commission = input.required<EarningsView['commission']>();

  protected readonly rate = (permyriad: number): string =>
    this.format.percent(permyriad / 10_000, permyriad % 100 === 0 ? 0 : 1);
  protected readonly rule = computed(() => {
    const { windowDays, confirmDays } = this.commission();
    return { days: windowDays, confirm: confirmDays };
  });
}
