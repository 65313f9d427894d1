import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { StatementFormat, StatementView } from '@poolrise/contracts';
import {
  dayInShanghai,
  type FigureSource,
  type StatementAccount,
  statementAccounts,
  type WalletBucket,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { sending } from '../../problems/sending';
import { Refusal } from '../../problems/refusal';
import { Session } from '../../session/session';
import { FailedState } from '../../ui/failed-state';
import { FigureGrid } from '../../ui/figure-grid';
import { AppSource } from '../../ui/figure-source';
import { type FilterChoice, FilterMenu } from '../../ui/filter-menu';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { MetricName } from '../../ui/metric-name';
import { Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { Scrolls } from '../../ui/scrolls';
import { Skeleton } from '../../ui/skeleton';
import { WalletApi } from '../wallet-api';
import { metricOf } from './line-metrics';
import { daysOf, monthsSince } from './months';
import { Movements } from './movements';
import { Reconciliation } from './reconciliation';

/** A month of the wallet: every account from its opening to its closing balance, what can be invoiced, and the proof. */
@Component({
  selector: 'app-statement-page',
  imports: [
    AppLineage,
    AppSource,
    FailedState,
    FigureGrid,
    FilterMenu,
    MatButton,
    MetricName,
    Money,
    Movements,
    PageHeader,
    Reconciliation,
    Refusal,
    RouterLink,
    Scrolls,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './statement-page.html',
  styleUrl: './statement-page.scss',
})
export default class StatementPage {
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly api = inject(WalletApi);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** from the address */
  readonly month = input<string>();
  readonly account = input<string>();

  private readonly now = new Date();
  protected readonly chosenMonth = computed(() => {
    const month = this.month() ?? '';
    return /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : dayInShanghai(this.now).slice(0, 7);
  });
  protected readonly period = computed(() => daysOf(this.chosenMonth()));
  protected readonly chosenAccount = computed(
    (): StatementAccount => statementAccounts.find((one) => one === this.account()) ?? 'cash',
  );

  protected readonly statement = httpResource<StatementView>(() => {
    const { from, to } = this.period();
    return `/api/v1/wallet/statement?from=${from}&to=${to}`;
  });
  protected readonly view = kept(() => this.chosenMonth(), this.statement);
  protected readonly sending = sending();
  protected readonly formats = ['xlsx', 'csv'] as const satisfies readonly StatementFormat[];
  /** Whichever file is being made. */
  protected readonly making = signal<StatementFormat | null>(null);

  /** Of any month that was looked at: since when there is something to see is the same for all. */
  private readonly known = kept(() => 'since', this.statement);
  protected readonly months = computed((): FilterChoice[] => {
    const since = this.known()?.since;
    const months = monthsSince(since ? new Date(since) : this.now, this.now);
    return months.map((month) => ({ value: month, label: this.monthName(month) }));
  });

  /** Accounts that have ever moved; the others would be lines of noughts. */
  protected readonly accounts = computed(() =>
    (this.view()?.accounts ?? []).filter(
      (one) => one.account === 'cash' || one.openingCents !== 0 || one.movements > 0,
    ),
  );
  protected readonly sources = computed(() => {
    const spent = this.view()?.spent;
    if (!spent) return [];
    return (['voucher', 'compensation', 'rebate', 'cash', 'credit'] as const).map((bucket) => ({
      bucket,
      cents: spent[bucket],
      invoiced: bucket === 'cash' || bucket === 'credit',
    }));
  });
  /** The period as it was asked for, up to the moment of the answer. */
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    if (!view) return null;
    return { streams: ['journal'], over: { ...view.period, timeZone: 'Asia/Shanghai' }, dataAt: view.asOf };
  });
  protected readonly metricOf = metricOf;
  protected readonly spentCents = computed(() => this.sources().reduce((sum, { cents }) => sum + cents, 0));

  constructor() {
    reloadOn(this.statement, 'wallet');
  }

  protected monthName(month: string): string {
    const [year, number] = month.split('-');
    return this.texts.say('statement.month', {
      year: year ?? '',
      month: this.texts.say(`statement.months.${number as '01'}`),
    });
  }

  protected sourceName(bucket: 'voucher' | WalletBucket): string {
    // A balance of credit is what is free of it; what was spent is just credit.
    return this.texts.say(bucket === 'credit' ? 'statement.credit' : `wallet.balance.${bucket}`);
  }

  protected name(account: StatementAccount): string {
    return this.texts.say(`statement.accounts.${account}`);
  }

  protected show(queryParams: { month?: string | undefined; account?: StatementAccount }): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async take(format: StatementFormat): Promise<void> {
    this.making.set(format);
    await this.sending.send(() =>
      this.api.takeStatement({
        ...this.period(),
        format,
        language: this.texts.chinese() ? 'zh-CN' : 'en',
      }),
    );
    this.making.set(null);
  }

  protected async changeBuyer(view: StatementView): Promise<void> {
    const { InvoiceBuyerDialog } = await import('../invoice-buyer-dialog');
    this.dialog
      .open(InvoiceBuyerDialog, { width: '480px', data: view.buyer })
      .afterClosed()
      .subscribe((saved: boolean | undefined) => saved && this.statement.reload());
  }
}
