import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { EarningsView, StatementFormat } from '@poolrise/contracts';
import { dayInShanghai, type FigureSource } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { AppSource } from '../ui/figure-source';
import { PageHeader } from '../ui/page-header';
import { asFile, saveAnswer } from '../ui/save-answer';
import { Skeleton } from '../ui/skeleton';
import { StatTile } from '../ui/stat-tile';
import { CommissionCard } from './commission-card';
import { EarnedCard } from './earned-card';
import { MonthBars } from './month-bars';
import { PayoutsCard } from './payouts-card';

/** A month of what the desk earned, what it will be paid and when, and the commission that shops owe it. */
@Component({
  selector: 'app-earnings-page',
  imports: [
    AppSource,
    CommissionCard,
    EarnedCard,
    EmptyState,
    FailedState,
    MatButton,
    MonthBars,
    PageHeader,
    PayoutsCard,
    Refusal,
    RouterLink,
    Skeleton,
    StatTile,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'earnings.title' | t" [text]="'earnings.text' | t">
      <ng-container actions>
        <a matButton [routerLink]="session.to('wallet')">{{ 'earnings.toWallet' | t }}</a>
        @for (format of formats; track format) {
          <button
            matButton="outlined"
            type="button"
            disabledInteractive
            [disabled]="sending.busy()"
            (click)="take(format)"
          >
            {{ 'earnings.take' | t: { format: format.toUpperCase() } }}
          </button>
        }
      </ng-container>
    </app-page-header>
    <app-refusal [words]="sending.refusal()" />
    @if (view(); as view) {
      @if (empty()) {
        <section class="pr-card">
          <app-empty-state
            icon="wallet"
            [title]="'earnings.empty.title' | t"
            [text]="'earnings.empty.text' | t"
          >
            <a matButton="filled" [routerLink]="session.to('orders', 'board')">{{
              'earnings.empty.board' | t
            }}</a>
          </app-empty-state>
        </section>
      } @else {
        <app-month-bars class="bars" [months]="view.months" [chosen]="view.month" (choose)="show($event)" />
        <h2 class="month">{{ monthName() }}</h2>
        <div class="tiles" [appSource]="source()">
          <app-stat-tile metric="earningsSettled" [value]="view.sums.netCents">{{
            'earnings.tiles.settled' | t
          }}</app-stat-tile>
          <app-stat-tile metric="earningsGross" [value]="view.sums.grossCents">{{
            texts.count('earnings.tiles.gross', view.orders.items.length + view.orders.more)
          }}</app-stat-tile>
          <app-stat-tile metric="earningsFee" [value]="view.sums.feeCents">{{
            'earnings.tiles.fee' | t
          }}</app-stat-tile>
          <app-stat-tile metric="rewardCash" [value]="view.sums.rewardCents">{{
            texts.count('earnings.tiles.rewards', view.rewards.items.length + view.rewards.more)
          }}</app-stat-tile>
        </div>
        <div class="grid">
          <app-earned-card [view]="view" [appSource]="source()" />
          <app-payouts-card [payouts]="view.payouts" [appSource]="ahead()" />
          <app-commission-card class="wide" [commission]="view.commission" [appSource]="links()" />
        </div>
      }
    } @else if (earnings.error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="earnings.reload()" /></section>
    } @else {
      <div aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'earnings.loading' | t }}</span>
        <app-skeleton class="bars" height="190px" radius="16px" />
        <div class="tiles">
          @for (tile of [1, 2, 3, 4]; track tile) {
            <app-skeleton height="102px" radius="16px" />
          }
        </div>
        <app-skeleton height="320px" radius="16px" />
      </div>
    }
  `,
  styleUrls: ['../ui/board.scss', './earnings-page.scss'],
})
export default class EarningsPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly sending = sending();
  protected readonly formats = ['xlsx', 'csv'] as const satisfies readonly StatementFormat[];

  /** from the address */
  readonly month = input<string>();
  private readonly thisMonth = dayInShanghai(new Date()).slice(0, 7);
  protected readonly chosen = computed(() => {
    const month = this.month() ?? '';
    return /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : this.thisMonth;
  });
  protected readonly earnings = httpResource<EarningsView>(() => `/api/v1/earnings?month=${this.chosen()}`);
  private readonly last = kept(() => 'earnings', this.earnings);
  /** The month before stays until the next one is there, since the bars are the same; not when that could not be had. */
  protected readonly view = computed(() => {
    const view = this.last();
    return view?.month === this.chosen() || !this.earnings.error() ? view : undefined;
  });

  protected readonly empty = computed(() => {
    const view = this.view();
    if (!view) return false;
    const earned = view.months.some(({ orderCents, rewardCents }) => orderCents + rewardCents > 0);
    const shown = [view.orders, view.rewards, view.payouts].some(({ items }) => items.length > 0);
    return !earned && !shown && view.commission.links.length === 0 && view.month === this.thisMonth;
  });
  protected readonly monthName = computed(() => {
    const [year = '', number = ''] = (this.view()?.month ?? this.chosen()).split('-');
    return this.texts.say('statement.month', {
      year,
      month: this.texts.say(`statement.months.${number as '01'}`),
    });
  });
  protected readonly source = computed(() => this.of(['journal']));
  protected readonly links = computed(() => this.of(['product-events']));
  protected readonly ahead = computed((): FigureSource | null => {
    const view = this.view();
    return view ? { streams: ['order-steps'], over: 'ahead', dataAt: view.asOf } : null;
  });

  constructor() {
    reloadOn(this.earnings, 'earnings', 'orders', 'wallet');
  }

  protected show(month: string): void {
    const queryParams = { month: month === this.thisMonth ? undefined : month };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async take(format: StatementFormat): Promise<void> {
    const ask = { month: this.chosen(), format, language: this.texts.language() };
    await this.sending.send(() =>
      saveAnswer(this.http.post('/api/v1/earnings/files', ask, asFile), `earnings-${ask.month}.${format}`),
    );
  }

  private of(streams: FigureSource['streams']): FigureSource | null {
    const view = this.view();
    if (!view) return null;
    const [year = 0, number = 0] = view.month.split('-').map(Number);
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const over = { from: `${view.month}-01`, to: `${view.month}-${last}`, timeZone: 'Asia/Shanghai' };
    return { streams, over, dataAt: view.asOf };
  }
}
