import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatTooltip } from '@angular/material/tooltip';
import { Router, RouterLink } from '@angular/router';
import type { JournalRow, TopUpView, WalletView } from '@poolrise/contracts';
import { type Account, type MetricId, walletBuckets } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { MetricName } from '../ui/metric-name';
import { Money } from '../ui/money';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { JournalTable } from './journal-table';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { TopUps } from './top-ups';

/** Accounts a person asks about; the outer ones (top-up, issued, lapsed) only ever stand across from these. */
const accounts = [
  'cash',
  'voucher',
  'rebate',
  'compensation',
  'credit',
  'reserved',
  'spent',
] as const satisfies readonly Account[];
type Shown = (typeof accounts)[number];
const metricOf: Record<Shown, MetricId> = {
  cash: 'balance',
  voucher: 'voucherBalance',
  rebate: 'rebateBalance',
  compensation: 'compensationBalance',
  credit: 'creditBalance',
  reserved: 'reserved',
  spent: 'spend',
};

/** The balances of a workspace, the proof that they add up, and the journal behind them. */
@Component({
  selector: 'app-wallet-page',
  imports: [
    AppLineage,
    AppSource,
    EmptyState,
    FailedState,
    FilterChips,
    Icon,
    JournalTable,
    MatButton,
    MatTooltip,
    MetricName,
    Money,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
    TopUps,
  ],
  host: { class: 'pr-page' },
  templateUrl: './wallet-page.html',
  styleUrl: './wallet-page.scss',
})
export default class WalletPage {
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** filters of the journal, from the address */
  readonly account = input<string>();
  readonly boostId = input<string>();
  readonly voucherId = input<string>();

  protected readonly wallet = httpResource<WalletView>(() => '/api/v1/wallet');
  protected readonly balances = kept(() => 'wallet', this.wallet);
  protected readonly chosen = computed(() => accounts.find((account) => account === this.account()));
  protected readonly choices = [undefined, ...accounts];
  protected readonly filtered = computed(() => !!(this.chosen() || this.boostId() || this.voucherId()));
  protected readonly journal = paged<JournalRow>(() => {
    // The longest page there is: running boosts settle often, and a day of settlements is a few lines here.
    const query = new URLSearchParams({ limit: '200' });
    const filters = { account: this.chosen(), boostId: this.boostId(), voucherId: this.voucherId() };
    for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
    return `/api/v1/wallet/journal?${query}`;
  }, 'wallet');

  /** Credit stands here once some was granted. */
  protected readonly tiles = computed(() => {
    const view = this.balances();
    if (!view) return [];
    return accounts
      .filter((account) => account !== 'credit' || view.creditLimitCents > 0)
      .map((account) => ({
        account,
        metric: metricOf[account],
        cents: view[`${account}Cents`],
        about: this.about(account, view),
      }));
  });

  private readonly topUps = viewChild.required(TopUps);

  constructor() {
    reloadOn(this.wallet, 'wallet');
  }

  protected name(account: Shown) {
    return `wallet.balance.${account}` as const;
  }

  private about(account: Shown, view: WalletView): string {
    if (account === 'credit')
      return this.texts.say('wallet.balance.creditText', {
        limit: this.format.money(view.creditLimitCents),
        owed: this.format.money(view.creditOwedCents),
      });
    const parts = (['orders', 'voucher', ...walletBuckets] as const).filter((part) => view.held[part] > 0);
    if (account !== 'reserved' || parts.length === 0) return this.texts.say(`wallet.balance.${account}Text`);
    // What is held, by where it came from.
    return parts
      .map((part) => `${this.texts.say(`wallet.held.${part}`)} ${this.format.money(view.held[part])}`)
      .join(' · ');
  }

  protected readonly choiceWord = (account: Shown | undefined): string =>
    this.texts.say(account ? `wallet.balance.${account}` : 'wallet.journal.allAccounts');

  protected show(account: Shown | undefined): void {
    void this.router.navigate([], { queryParams: { account }, queryParamsHandling: 'merge' });
  }

  protected async topUp(): Promise<void> {
    const { TopUpDialog } = await import('./top-up-dialog');
    const cashCents = this.balances()?.cashCents ?? 0;
    this.dialog
      .open(TopUpDialog, { width: '440px', data: { cashCents } })
      .afterClosed()
      .subscribe((topUp: TopUpView | undefined) => {
        if (!topUp) return;
        // Told by the live stream as well; this does not wait for it.
        this.wallet.reload();
        this.journal.reload();
        this.topUps().reload();
      });
  }
}
