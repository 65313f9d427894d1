import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { OffersView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { OrderTabs } from '../order-tabs';
import { OfferCard } from './offer-card';
import { type HoursAsked, OfferHours } from './offer-hours';

/** Open offers of a creator side by side, and the hours by which they are weighed. */
@Component({
  selector: 'app-offers-page',
  imports: [
    EmptyState,
    FailedState,
    MatButton,
    OfferCard,
    OfferHours,
    OrderTabs,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'offers.title' | t" [text]="'offers.text' | t" />
    <app-order-tabs />
    @if (view(); as view) {
      @if (view.offers.length) {
        <p class="lead" aria-live="polite">{{ lead() }}</p>
        <ul [attr.aria-label]="'offers.list' | t">
          @for (offer of view.offers; track offer.order.id) {
            <li class="pr-card"><app-offer-card [offer]="offer" [reads]="view.reads" /></li>
          }
        </ul>
        @if (view.more > 0) {
          <p class="more">{{ texts.count('offers.more', view.more) }}</p>
        }
        <app-offer-hours [hours]="view.hours" (asked)="ask($event)" />
      } @else {
        <div class="pr-card">
          <app-empty-state icon="receipt" [title]="'offers.empty.title' | t" [text]="'offers.empty.text' | t">
            <a matButton="filled" [routerLink]="session.to('orders', 'board')">{{ 'offers.empty.go' | t }}</a>
          </app-empty-state>
        </div>
      }
    } @else if (offers.error(); as error) {
      <div class="pr-card"><app-failed-state [error]="error" (retry)="offers.reload()" /></div>
    } @else {
      <div aria-busy="true">
        <p class="pr-only-screen-reader" role="status">{{ 'offers.loading' | t }}</p>
        <app-skeleton class="lead" width="60%" height="20px" />
        <ul>
          <li><app-skeleton height="520px" radius="16px" /></li>
          <li><app-skeleton height="520px" radius="16px" /></li>
        </ul>
      </div>
    }
  `,
  styles: `
    .lead {
      display: block;
      margin-bottom: 14px;
      font-weight: 600;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
      gap: 14px;
      margin: 0 0 14px;
      padding: 0;
      list-style: none;
    }
    /* The parts of one offer stand beside the same parts of the next. */
    li.pr-card {
      display: grid;
      grid-row: span 11;
      grid-template-rows: subgrid;
      row-gap: 0;
    }
    .more {
      margin-bottom: 14px;
      color: var(--pr-muted);
    }
  `,
})
export default class OffersPage {
  private readonly router = inject(Router);
  private readonly format = inject(Format);
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  /** from the address: the creator's own hours */
  readonly imageHours = input<string>();
  readonly videoHours = input<string>();
  readonly revisionHours = input<string>();

  protected readonly offers = httpResource<OffersView>(() => {
    const asked = Object.entries({
      imageHours: this.imageHours(),
      videoHours: this.videoHours(),
      revisionHours: this.revisionHours(),
    }).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return asked.length ? `/api/v1/offers?${new URLSearchParams(asked)}` : '/api/v1/offers';
  });
  // Other hours are the same offers: what stands there stays until they are weighed anew.
  protected readonly view = kept(() => '', this.offers);

  protected readonly lead = computed(() => {
    const offers = this.view()?.offers ?? [];
    const [first] = offers;
    if (!first) return '';
    const said = (cents: number | null) =>
      cents === null ? this.format.money(null) : this.format.expectedMoney(cents);
    if (offers.length === 1)
      return first.netLikelyCents === null
        ? this.texts.say('offers.lead.oneOpen')
        : this.texts.say('offers.lead.one', {
            net: this.format.money(first.netLikelyCents),
            hourly: said(first.hourlyCents),
          });
    if (offers.some(({ netLikelyCents }) => netLikelyCents === null))
      return this.texts.say('offers.lead.open');
    const most = offers.find(({ best }) => best.includes('netLikelyCents'));
    const dense = offers.find(({ best }) => best.includes('hourlyCents'));
    if (!most || !dense) return this.texts.say('offers.lead.even');
    return this.texts.say(most === dense ? 'offers.lead.both' : 'offers.lead.apart', {
      name: most.order.name,
      net: this.format.money(most.netLikelyCents),
      other: dense.order.name,
      hourly: said(dense.hourlyCents),
    });
  });

  constructor() {
    reloadOn(this.offers, 'orders');
  }

  protected async ask(hours: HoursAsked): Promise<void> {
    await this.router.navigate([], { queryParams: hours, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
