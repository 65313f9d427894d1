import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { VoucherPortfolioView } from '@poolrise/contracts';
import { type BoostGoal, boostGoals, type FigureSource } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { centsOf } from '../../ui/cents-of';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { AppSource } from '../../ui/figure-source';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { StatTile } from '../../ui/stat-tile';
import { BurnList } from './burn-list';
import { ExpiryWeeks } from './expiry-weeks';
import { LeftList } from './left-list';
import { Proposals } from './proposals';

/** What vouchers end when, what of them will be lost, and the boosts that lose least. */
@Component({
  selector: 'app-voucher-portfolio-page',
  imports: [
    AppSource,
    BurnList,
    EmptyState,
    ExpiryWeeks,
    FailedState,
    FilterChips,
    LeftList,
    MatButton,
    PageHeader,
    Proposals,
    RouterLink,
    Skeleton,
    StatTile,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './portfolio-page.html',
  styleUrl: './portfolio-page.scss',
})
export default class VoucherPortfolioPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** from the address: cents that the wallet may add, and what is bought */
  readonly wallet = input<string>();
  readonly goal = input<string>();

  protected readonly goals = boostGoals;
  protected readonly chosenGoal = computed(
    (): BoostGoal => boostGoals.find((goal) => goal === this.goal()) ?? 'reads',
  );
  private readonly walletCents = computed(() => {
    const cents = this.wallet();
    return cents !== undefined && /^\d{1,8}$/.test(cents) ? Number(cents) : null;
  });

  protected readonly portfolio = httpResource<VoucherPortfolioView>(() => {
    const cents = this.walletCents();
    return `/api/v1/vouchers/portfolio?goal=${this.chosenGoal()}${cents === null ? '' : `&walletCents=${cents}`}`;
  });
  // The old plan stays on screen while another is made.
  protected readonly view = kept(() => 'portfolio', this.portfolio);
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    return view ? { streams: ['vouchers', 'journal'], over: 'now', dataAt: view.asOf } : null;
  });

  /** The one sentence that this page is for. */
  protected readonly finding = computed(() => {
    const view = this.view();
    if (!view) return '';
    const { waste, plan } = view;
    const key = plan.boosts.length > 0 ? 'voucherPlan.finding' : 'voucherPlan.findingNoPlan';
    return this.texts.say(key, {
      lost: this.format.expectedMoney(waste.expectedCents),
      worth: this.format.roundMoney(view.worthCents),
      low: this.format.expectedMoney(waste.lowCents),
      high: this.format.expectedMoney(waste.highCents),
      saved: this.format.roundMoney(plan.savedCents),
      wallet: this.format.roundMoney(plan.walletCents),
    });
  });
  protected readonly paceText = computed(() => {
    const pace = this.view()?.pace;
    if (!pace) return '';
    return this.texts.say('voucherPlan.pace', {
      days: this.format.number(Math.round(pace.days)),
      uses: this.format.number(pace.uses),
    });
  });
  /** What the plan is worth beside letting the checkout choose, and how far from the best it can be. */
  protected readonly comparison = computed(() => {
    const view = this.view();
    if (!view || view.plan.boosts.length === 0) return '';
    const { burnOrderAlone, plan } = view;
    const more = plan.savedCents - burnOrderAlone.savedCents;
    const beside = this.texts.say(more > 0 ? 'voucherPlan.moreThanBurnOrder' : 'voucherPlan.asBurnOrder', {
      budget: this.format.money(burnOrderAlone.usualBudgetCents),
      alone: this.format.money(burnOrderAlone.savedCents),
      more: this.format.money(more),
    });
    const apart = plan.boundCents - plan.savedCents;
    const bound = this.texts.say(apart > 0 ? 'voucherPlan.nearBest' : 'voucherPlan.best', {
      apart: this.format.money(apart),
    });
    return `${beside}${this.texts.chinese() ? '' : ' '}${bound}`;
  });
  protected readonly limitText = computed(() => String((this.view()?.plan.walletLimitCents ?? 0) / 100));

  protected readonly goalWord = (goal: BoostGoal): string => this.texts.say(`common.goal.${goal}`);

  constructor() {
    reloadOn(this.portfolio, 'wallet', 'boosts');
  }

  protected show(params: { goal?: BoostGoal; wallet?: number | null }): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** An amount that cannot be read leaves the one that holds. */
  protected limit(event: Event): void {
    const field = event.target as HTMLInputElement;
    const cents = centsOf(field.value);
    if (cents === null || cents > 100_000_000) field.value = this.limitText();
    else this.show({ wallet: cents });
  }
}
