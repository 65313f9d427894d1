import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { MovementRow, StatementView } from '@poolrise/contracts';
import type { StatementAccount } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { FailedState } from '../../ui/failed-state';
import { FigureGrid } from '../../ui/figure-grid';
import { AppSource } from '../../ui/figure-source';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { Money } from '../../ui/money';
import { Skeleton } from '../../ui/skeleton';
import { metricOf } from './line-metrics';

/** Movements of one account in a period, the earliest first, each with the balance after it. */
@Component({
  selector: 'app-movements',
  imports: [
    AppLineage,
    AppSource,
    FailedState,
    FigureGrid,
    FilterChips,
    MatButton,
    Money,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'statement.movements' | t }} <small>{{ 'statement.movementsHint' | t }}</small>
    </h2>
    <app-filter-chips
      [label]="'statement.account' | t"
      [choices]="choices()"
      [word]="word"
      [chosen]="account()"
      (choose)="choose.emit($event)"
    />
    @if (movements.items(); as rows) {
      @if (rows.length > 0) {
        <table
          class="pr-table"
          [appSource]="{ streams: ['journal'], over: 'all-time', dataAt: movements.asOf() }"
        >
          <thead>
            <tr>
              <th scope="col">{{ 'wallet.journal.at' | t }}</th>
              <th scope="col">{{ 'wallet.journal.kind' | t }}</th>
              <th scope="col" class="pr-number">{{ 'statement.amount' | t }}</th>
              <th scope="col" class="pr-number">{{ 'statement.balance' | t }}</th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (row of rows; track row.id) {
              <tr>
                <td class="at">
                  <time [attr.datetime]="row.at">{{ format.dateTime(row.at) }}</time>
                </td>
                <td class="kind">
                  <b>{{ kind(row) }}</b>
                  @if (row.boostId; as boostId) {
                    <a [routerLink]="session.to('boosts', boostId)">{{ row.subject }}</a>
                  } @else if (session.may('read:orders') && row.orderId) {
                    <a [routerLink]="session.to('orders', row.orderId)">{{ row.subject }}</a>
                  } @else {
                    <span>{{ row.subject }}</span>
                  }
                  @if (row.by; as name) {
                    <small>{{ 'wallet.journal.by' | t: { name } }}</small>
                  }
                </td>
                <td class="pr-number amount">
                  <app-money appLineage="ledgerMovement" [cents]="row.cents" [signed]="true" />
                </td>
                <td class="pr-number after">
                  <app-money [appLineage]="metricOf[account()]" [cents]="row.balanceCents" />
                </td>
              </tr>
            }
          </tbody>
        </table>
        @if (movements.hasMore()) {
          <button matButton="outlined" type="button" class="more" (click)="movements.loadMore()">
            {{ (movements.loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
          </button>
        }
      } @else {
        <p class="none">{{ 'statement.noMovements' | t }}</p>
      }
    } @else if (movements.error(); as error) {
      <app-failed-state [error]="error" (retry)="movements.reload()" />
    } @else {
      <div class="waiting" aria-busy="true">
        <p class="pr-only-screen-reader" role="status">{{ 'statement.loadingMovements' | t }}</p>
        @for (row of [1, 2, 3, 4]; track row) {
          <app-skeleton height="38px" />
        }
      </div>
    }
  `,
  styleUrl: './movements.scss',
})
export class Movements {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly period = input.required<{ from: string; to: string }>();
  readonly account = input.required<StatementAccount>();
  /** those of the statement */
  readonly accounts = input.required<StatementView['accounts']>();
  readonly choose = output<StatementAccount>();

  protected readonly metricOf = metricOf;
  protected readonly choices = computed(() => {
    const shown = this.accounts().map(({ account }) => account);
    return shown.includes(this.account()) ? shown : [...shown, this.account()];
  });
  protected readonly movements = paged<MovementRow>(() => {
    const { from, to } = this.period();
    return `/api/v1/wallet/statement/movements?account=${this.account()}&from=${from}&to=${to}&limit=20`;
  }, 'wallet');

  protected kind({ kind }: MovementRow): string {
    return this.texts.say(`wallet.kind.${kind}`);
  }

  protected readonly word = (account: StatementAccount): string =>
    this.texts.say(`statement.accounts.${account}`);
}
