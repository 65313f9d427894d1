import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { BoostView } from '@poolrise/contracts';
import { type FigureSource, type MetricId, shanghaiDays, type StreamId } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { BoostBadge } from '../ui/boost-badge';
import { CopyLink } from '../ui/copy-link';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { MetricName } from '../ui/metric-name';
import { Money } from '../ui/money';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { ShareBar } from '../ui/share-bar';
import { Skeleton } from '../ui/skeleton';
import { audienceText } from './audience-text';
import { CampaignLink } from '../campaigns/campaign-link';
import { BoostSearchWords } from './search/boost-search-words';
import { LiftCard } from './lift/lift-card';
import { paceText } from './pace-word';
import { PacingChart } from './pacing-chart';
import { refundNow } from './refund-now';
import { StopDialog } from './stop-dialog';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { FigureGrid } from '../ui/figure-grid';

/** One boost: what it delivered against its plan, what it spent and from where, and what comes back. */
@Component({
  selector: 'app-boost-page',
  imports: [
    AppLineage,
    AppSource,
    BoostBadge,
    BoostSearchWords,
    CampaignLink,
    CopyLink,
    FailedState,
    FigureGrid,
    Icon,
    LiftCard,
    MatButton,
    MetricName,
    Money,
    PacingChart,
    PageHeader,
    RouterLink,
    Scrolls,
    ShareBar,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './boost-page.html',
  styleUrl: './boost-page.scss',
})
export default class BoostPage {
  private readonly dialog = inject(MatDialog);
  private readonly title = inject(PageTitle);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly boostId = input.required<string>();

  protected readonly boost = httpResource<BoostView>(() => `/api/v1/boosts/${this.boostId()}`);
  protected readonly view = kept(this.boostId, this.boost);

  protected readonly mayStop = computed(() => {
    const state = this.view()?.state;
    return this.session.may('launch:boosts') && (state === 'running' || state === 'scheduled');
  });
  protected readonly open = computed(() => {
    const state = this.view()?.state;
    return state === 'running' || state === 'scheduled';
  });
  protected readonly refund = computed(() => {
    const boost = this.view();
    if (!boost) return '';
    if (this.open()) {
      const { toWalletCents, toVouchersCents } = refundNow(boost);
      return this.texts.say('boosts.page.refundRunning', {
        money: this.format.money(toWalletCents + toVouchersCents),
      });
    }
    const done =
      boost.refundedCents > 0
        ? this.texts.say('boosts.page.refundDone', { money: this.format.money(boost.refundedCents) })
        : this.texts.say('boosts.page.refundNone');
    if (boost.lapsedCents === 0) return done;
    const lapsed = this.texts.say('boosts.page.refundLapsed', {
      money: this.format.money(boost.lapsedCents),
    });
    return boost.refundedCents > 0 ? `${done} ${lapsed}` : lapsed;
  });
  protected readonly money = computed(() => {
    const boost = this.view();
    if (!boost) return '';
    const said = {
      budget: this.format.money(boost.budgetCents),
      spent: this.format.money(boost.spentCents),
      left: this.format.money(boost.budgetCents - boost.spentCents),
      returned: this.format.money(boost.refundedCents),
    };
    return this.texts.say(this.open() ? 'boosts.page.budgetSentence' : 'boosts.page.budgetEnded', said);
  });
  /** The buckets of the wallet, so that the table below the vouchers adds up to the budget. */
  protected readonly walletParts = computed(() =>
    (this.view()?.wallet ?? []).map((part) => ({
      ...part,
      name:
        part.bucket === 'cash'
          ? this.texts.say('boosts.page.wallet')
          : this.texts.say(`wallet.account.${part.bucket}`),
    })),
  );

  protected readonly rows: {
    metric: MetricId;
    paid: (boost: BoostView) => number | null;
    organic: (boost: BoostView) => number | null;
  }[] = [
    {
      metric: 'impressions',
      paid: (boost) => boost.deliveredImpressions,
      organic: (boost) => boost.organic.impressions,
    },
    { metric: 'clicks', paid: (boost) => boost.reads, organic: (boost) => boost.organic.reads },
    { metric: 'ctr', paid: (boost) => boost.ctr, organic: (boost) => boost.organic.ctr },
    { metric: 'likes', paid: (boost) => boost.likes, organic: () => null },
    { metric: 'collects', paid: (boost) => boost.collects, organic: () => null },
    { metric: 'follows', paid: (boost) => boost.follows, organic: () => null },
    { metric: 'cpm', paid: (boost) => boost.cpm, organic: () => null },
    { metric: 'cpc', paid: (boost) => boost.cpc, organic: () => null },
  ];

  constructor() {
    reloadOn(this.boost, 'boosts', 'wallet');
    effect(() => {
      const boost = this.view();
      if (boost) this.title.name(boost.noteTitle);
    });
  }

  protected audience(boost: BoostView): string {
    return audienceText(boost.audience, this.texts);
  }

  /** The boost and its note over the hours that it ran, and the accounts that pay it. */
  protected readonly sources = computed(() => {
    const view = this.view();
    const from = (...streams: StreamId[]): FigureSource | null =>
      view
        ? { streams, over: shanghaiDays(view.startsAt, view.endedAt ?? view.asOf), dataAt: view.asOf }
        : null;
    return {
      bought: from('hosted-boosts'),
      readers: from('hosted-hours', 'hosted-boosts'),
      money: from('vouchers', 'journal'),
    };
  });

  protected pace(boost: BoostView): string {
    const word = this.texts.say(`boosts.page.pace.${boost.paceState}`);
    return paceText(boost, word, this.format);
  }

  /** What the bar leaves open, said: the figures above it are not said twice. */
  protected undelivered({ plannedImpressions, deliveredImpressions }: BoostView): string {
    const n = this.format.number(Math.max(0, plannedImpressions - deliveredImpressions));
    return this.texts.say(this.open() ? 'boosts.page.impressionsLeft' : 'boosts.page.impressionsMissed', {
      n,
    });
  }

  protected goal(boost: BoostView): string {
    return this.texts.say(`common.goal.${boost.goal}`);
  }

  protected placement({ placement }: BoostView) {
    return `searchWords.placement.${placement}` as const;
  }

  protected stop(boost: BoostView): void {
    this.dialog
      .open<StopDialog, BoostView, BoostView>(StopDialog, { data: boost, width: '460px' })
      .afterClosed()
      .subscribe((stopped) => {
        if (stopped) this.boost.set(stopped);
      });
  }
}
