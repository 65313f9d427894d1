import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatDialogClose } from '@angular/material/dialog';
import { MatTooltip } from '@angular/material/tooltip';
import { walletBuckets } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Money } from '../ui/money';
import { LaunchDraft } from './launch-draft';
import { roundRough } from './launch-goal';
import { LaunchRefusal } from './launch-refusal';

/** What the boost brings and what it costs, before anybody pays: promised figures solid, estimates as bars. */
@Component({
  selector: 'app-launch-estimate',
  imports: [LaunchRefusal, MatDialogClose, MatTooltip, Money, RouterLink, T],
  template: `
    <section [class.is-old]="draft.estimating()">
      <h3>{{ 'boosts.launch.estimate' | t }}</h3>
      <p class="promised">
        <b>{{ format.number(draft.estimate()?.impressions ?? null) }}</b>
        <span
          >{{ (draft.placement() === 'search' ? 'searchWords.launch.bought' : 'boosts.launch.guaranteed') | t
          }}<br />{{ 'boosts.launch.guaranteedText' | t }}</span
        >
      </p>
      @for (row of rows(); track row.name) {
        <div class="figure">
          <span>{{ row.name }}</span>
          <b>≈ {{ row.mid }}</b>
          <span class="bar" aria-hidden="true">
            <i [style.inset-inline-start.%]="row.from" [style.inset-inline-end.%]="100 - row.to"></i>
            <u [style.inset-inline-start.%]="row.at"></u>
          </span>
          <small>{{ 'boosts.launch.interval' | t: { low: row.low, high: row.high } }}</small>
        </div>
      }
      @if (draft.estimate()?.forecast; as forecast) {
        <p class="source">
          <span class="from" tabindex="0" [matTooltip]="'common.source' | t: { source: forecast.source }">{{
            from()
          }}</span>
          {{ 'boosts.launch.estimateShare' | t: { coverage: format.percent(forecast.coverage, 0) } }}
        </p>
      }
    </section>

    <section [class.is-old]="draft.estimating()">
      <h3>{{ 'boosts.launch.pays' | t }}</h3>
      <dl>
        <dt>{{ 'boosts.launch.total' | t }}</dt>
        <dd><app-money [cents]="draft.budgetCents()" /></dd>
        <dt>{{ 'boosts.launch.fromVouchers' | t }}</dt>
        <dd><app-money [cents]="less(draft.estimate()?.voucherCents)" /></dd>
        <dt class="strong">{{ 'boosts.launch.fromWallet' | t }}</dt>
        <dd class="strong"><app-money [cents]="draft.estimate()?.walletCents ?? null" /></dd>
        @for (part of parts(); track part.bucket) {
          <dt class="part">{{ texts.say(part.word) }}</dt>
          <dd><app-money [cents]="part.cents" /></dd>
        }
        <dt>{{ 'boosts.launch.walletAfter' | t }}</dt>
        <dd><app-money [cents]="after()" /></dd>
      </dl>
      <app-launch-refusal class="beside" field="wallet" />
      @if (draft.field() === 'wallet' && session.may('read:wallet')) {
        <a class="pr-link" matDialogClose [routerLink]="session.to('wallet')">{{
          'boosts.launch.topUp' | t
        }}</a>
      }
      @if (refund(); as refund) {
        <p class="refund">{{ refund }}</p>
      }
      <p class="source">{{ 'boosts.launch.refundRule' | t }}</p>
    </section>
    <p class="pr-only-screen-reader" aria-live="polite">{{ spoken() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 18px;
      align-content: start;
      padding: 18px;
      border-radius: 14px;
      background: var(--pr-bg);
    }
    /* In one column the dialog says it above its buttons. */
    @media (max-width: 839px) {
      .beside {
        display: none;
      }
    }
    /* Older figures stay readable; a dashed edge says that newer ones are on their way. */
    .is-old {
      outline: 1px dashed var(--pr-line);
      outline-offset: 6px;
    }
    h3 {
      margin: 0 0 8px;
      font-size: 13px;
      font-weight: 650;
    }
    .promised {
      display: flex;
      gap: 12px;
      align-items: center;
      margin-bottom: 14px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .promised b {
      color: var(--pr-paid-text);
      font-size: 26px;
      font-variant-numeric: tabular-nums;
      font-weight: 650;
      letter-spacing: -0.01em;
    }
    .figure {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 3px 12px;
      margin-bottom: 12px;
      font-size: 13px;
    }
    .figure b {
      font-variant-numeric: tabular-nums;
      font-weight: 650;
    }
    .bar {
      position: relative;
      grid-column: 1 / -1;
      height: 8px;
      border-radius: 4px;
      background: var(--pr-basin);
      box-shadow: inset 0 0 0 1px var(--pr-line);
    }
    .bar i {
      position: absolute;
      inset-block: 0;
      border-radius: 4px;
      background: repeating-linear-gradient(135deg, var(--pr-paid) 0 3px, var(--pr-tint-paid) 3px 6px);
    }
    .bar u {
      position: absolute;
      inset-block: -3px;
      width: 2px;
      background: var(--pr-ink);
    }
    small,
    .source {
      grid-column: 1 / -1;
      color: var(--pr-muted);
      font-size: 12px;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      row-gap: 5px;
      margin: 0;
      font-size: 13px;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      text-align: end;
    }
    .part {
      padding-inline-start: 12px;
    }
    .strong {
      padding-top: 5px;
      border-top: 1px solid var(--pr-line);
      color: var(--pr-ink);
      font-weight: 650;
    }
    .from {
      cursor: help;
      text-decoration: underline dotted var(--pr-line-strong);
      text-underline-offset: 3px;
    }
    .refund {
      margin-top: 12px;
      font-size: 13px;
    }
    .refund + .source {
      margin-top: 4px;
    }
    a {
      display: inline-block;
      margin-top: 8px;
      font-size: 13px;
    }
  `,
})
export class LaunchEstimate {
  protected readonly draft = inject(LaunchDraft);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly texts = inject(Texts);

  /** Each bar stands on its own scale from zero to a quarter beyond its upper end: reads and follows differ a thousandfold. */
  protected readonly rows = computed(() => {
    const forecast = this.draft.estimate()?.forecast;
    if (!forecast) return [];
    const shown = [
      { name: this.texts.say('common.goal.reads'), ...forecast.reads },
      { name: this.texts.say('common.goal.likes-collects'), ...forecast.likesCollects },
      { name: this.texts.say('common.goal.follows'), ...forecast.follows },
    ];
    return shown.map(({ name, low, mid, high }) => {
      const scale = 100 / Math.max(1, high * 1.25);
      const rough = (value: number) => this.format.number(roundRough(value));
      return {
        name,
        from: low * scale,
        at: mid * scale,
        to: high * scale,
        low: rough(low),
        mid: rough(mid),
        high: rough(high),
      };
    });
  });

  /** In the reader's own words; the api's exact source, with its marks, is one hover or focus away. */
  protected readonly from = computed(() => {
    const category = this.draft.offer.value()?.category;
    if (!category) return '';
    const name = this.texts.say(`common.category.${category}`);
    return this.texts.say('boosts.launch.estimateFrom', {
      category: this.texts.chinese() ? name : name.toLowerCase(),
    });
  });

  protected readonly after = computed(() => {
    const cash = this.draft.offer.value()?.cashCents;
    const pays = this.draft.estimate()?.wallet.cash;
    return cash === undefined || pays === undefined || pays > cash ? null : cash - pays;
  });

  /** Which bucket of the wallet pays what, once it is more than cash alone. */
  protected readonly parts = computed(() => {
    const wallet = this.draft.estimate()?.wallet;
    if (!wallet || wallet.cash === this.draft.estimate()?.walletCents) return [];
    return walletBuckets
      .filter((bucket) => wallet[bucket] > 0)
      .map((bucket) => ({ bucket, cents: wallet[bucket], word: `wallet.account.${bucket}` as const }));
  });

  protected readonly refund = computed(() => {
    const refund = this.draft.estimate()?.refundIfStoppedHalfway;
    if (!refund) return '';
    return this.texts.say(refund.voucherCents > 0 ? 'boosts.launch.refundBoth' : 'boosts.launch.refund', {
      cash: this.format.money(refund.walletCents),
      voucher: this.format.money(refund.voucherCents),
    });
  });

  /** One quiet sentence for screen readers when a new estimate has arrived. */
  protected readonly spoken = computed(() => {
    const estimate = this.draft.estimate();
    if (this.draft.estimating() || !estimate) return '';
    const impressions = `${this.format.number(estimate.impressions)} ${this.texts.say('boosts.launch.guaranteed')}`;
    const pays = `${this.texts.say('boosts.launch.fromWallet')} ${this.format.money(estimate.walletCents)}`;
    return `${impressions}. ${pays}.`;
  });

  protected less(cents: number | undefined): number | null {
    if (cents === undefined) return null;
    return cents === 0 ? 0 : -cents;
  }
}
