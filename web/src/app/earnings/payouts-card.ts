import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EarningsView, PayoutRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { FigureGrid } from '../ui/figure-grid';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { Money } from '../ui/money';
import { Scrolls } from '../ui/scrolls';

/** Agreed orders that are not paid yet: when each falls due, or what it hangs on. */
@Component({
  selector: 'app-payouts-card',
  imports: [AppLineage, Chip, FigureGrid, MetricName, Money, RouterLink, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <div class="head">
      <h2>{{ 'earnings.payouts.title' | t }}</h2>
      <app-money class="total" appLineage="earningsAhead" [cents]="payouts().netCents" />
    </div>
    <p class="text">{{ 'earnings.payouts.text' | t }}</p>
    @if (payouts().items.length > 0) {
      <dl>
        @for (month of months(); track month.month) {
          <div>
            <dt>{{ month.name }}</dt>
            <dd><app-money appLineage="earningsAhead" [cents]="month.netCents" /></dd>
          </div>
        }
        @if (payouts().undated.orders > 0) {
          <div>
            <dt>{{ 'earnings.payouts.undated' | t }}</dt>
            <dd><app-money appLineage="earningsAhead" [cents]="payouts().undated.netCents" /></dd>
          </div>
        }
      </dl>
      <div [appScrolls]="'earnings.payouts.title' | t">
        <table class="snug">
          <thead>
            <tr>
              <th scope="col">{{ 'earnings.order' | t }}</th>
              <th scope="col">{{ 'earnings.payouts.due' | t }}</th>
              <th scope="col" class="number"><app-metric-name metric="earningsAhead" /></th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (row of payouts().items; track row.orderId) {
              <tr>
                <th scope="row" class="name">
                  <a [routerLink]="session.to('orders', row.orderId)">{{ row.name }}</a>
                  <small>{{ row.brandName }}</small>
                </th>
                <td class="name">
                  @if (row.dueAt) {
                    {{ format.day(row.dueAt) }}
                  } @else {
                    {{ 'earnings.payouts.noDate' | t }}
                  }
                  <small>{{ stepWord(row.step) }}</small>
                  @if (row.late) {
                    <app-chip tone="stopped" icon="error">{{ lateWord(row.late) }}</app-chip>
                  }
                </td>
                <td class="number">
                  <span class="strong">
                    <app-money appLineage="earningsAhead" [cents]="row.netCents" />
                  </span>
                  <small>{{
                    (row.upTo ? 'earnings.payouts.upTo' : 'earnings.payouts.less')
                      | t: { gross: format.money(row.grossCents), fee: format.money(row.feeCents) }
                  }}</small>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (payouts().more; as more) {
        <p class="text more">{{ 'earnings.payouts.more' | t: { n: format.number(more) } }}</p>
      }
    } @else {
      <p class="more">{{ 'earnings.payouts.none' | t }}</p>
    }
  `,
  styleUrls: ['../ui/card-table.scss', './earnings.scss'],
})
export class PayoutsCard {
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly texts = inject(Texts);
  readonly payouts = input.required<EarningsView['payouts']>();

  protected readonly stepWord = (step: PayoutRow['step']): string =>
    this.texts.say(`earnings.payouts.step.${step}`);
  protected readonly lateWord = (late: NonNullable<PayoutRow['late']>): string =>
    this.texts.say(`earnings.payouts.late.${late}`);
  protected readonly months = computed(() =>
    this.payouts().months.map((sum) => ({
      ...sum,
      name: this.texts.say('statement.month', {
        year: sum.month.slice(0, 4),
        month: this.texts.say(`statement.months.${sum.month.slice(5) as '01'}`),
      }),
    })),
  );
}
