import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type DeskView, orderFilters, type OrderRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { FilterChips } from '../../ui/filter-chips';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { SearchField } from '../../ui/search-field';
import { OrderTabs } from '../order-tabs';
import { OrderRows } from './order-rows';

type Show = (typeof orderFilters)[number];

/** Cooperation orders of the workspace: those it gave as a brand, or got as a creator. */
@Component({
  selector: 'app-orders-page',
  imports: [
    EmptyState,
    FilterChips,
    ListFrame,
    MatButton,
    OrderRows,
    OrderTabs,
    PageHeader,
    RouterLink,
    SearchField,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header
      [title]="'orders.title' | t"
      [text]="(creator() ? 'orders.text.creator' : 'orders.text.brand') | t"
    />
    <app-order-tabs />
    <div class="ask">
      <app-filter-chips
        [label]="'orders.which' | t"
        [choices]="filters"
        [word]="filterWord"
        [chosen]="chosen()"
        (choose)="ask({ show: $event === 'open' ? undefined : $event })"
      />
      <app-search-field [label]="'orders.search' | t" [asked]="q() ?? ''" (ask)="ask({ q: $event })" />
    </div>
    <app-list-frame [list]="orders">
      @if (orders.items(); as items) {
        @if (items.length) {
          <app-order-rows [rows]="items" [label]="'orders.list' | t" />
        } @else if (q() || chosen() === 'over') {
          <div class="pr-card">
            <app-empty-state
              icon="search"
              [title]="'orders.empty.noneTitle' | t"
              [text]="'orders.empty.noneText' | t"
            >
              <button matButton="filled" type="button" (click)="ask({ show: 'all', q: undefined })">
                {{ 'orders.empty.showAll' | t }}
              </button>
            </app-empty-state>
          </div>
        } @else if (chosen() === 'mine') {
          <div class="pr-card">
            <app-empty-state
              icon="check-circle"
              [title]="'orders.empty.mineTitle' | t"
              [text]="'orders.empty.mineText' | t"
            />
          </div>
        } @else if (untied()) {
          <div class="pr-card">
            <app-empty-state
              icon="person"
              [title]="'orders.empty.untiedTitle' | t"
              [text]="'orders.empty.untiedText' | t"
            >
              <a matButton="filled" [routerLink]="session.to('orders', 'account')">{{
                'orders.empty.untiedGo' | t
              }}</a>
            </app-empty-state>
          </div>
        } @else if (creator()) {
          <div class="pr-card">
            <app-empty-state
              icon="receipt"
              [title]="'orders.empty.creatorTitle' | t"
              [text]="'orders.empty.creatorText' | t"
            />
          </div>
        } @else {
          <div class="pr-card">
            <app-empty-state
              icon="receipt"
              [title]="'orders.empty.brandTitle' | t"
              [text]="'orders.empty.brandText' | t"
            >
              <a matButton="filled" [routerLink]="session.to('creators')">{{ 'orders.empty.brandGo' | t }}</a>
            </app-empty-state>
          </div>
        }
      }
    </app-list-frame>
  `,
  styleUrl: '../../ui/rows.scss',
})
export default class OrdersPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly filters = orderFilters;

  /** from the address */
  readonly show = input<string>();
  readonly q = input<string>();

  protected readonly creator = computed(() => this.session.workspace()?.workspaceKind === 'creator');
  protected readonly chosen = computed((): Show => orderFilters.find((one) => one === this.show()) ?? 'open');
  protected readonly filterWord = (show: Show): string => this.texts.say(`orders.show.${show}`);
  protected readonly orders = paged<OrderRow>(() => {
    const query = new URLSearchParams({ show: this.chosen() });
    const words = this.q()?.trim().slice(0, 100);
    if (words) query.set('q', words);
    return `/api/v1/orders?${query}`;
  }, 'orders');

  /** asked where nothing came yet: nobody is invited at a desk that speaks for nobody */
  private readonly desk = httpResource<DeskView>(() =>
    this.creator() && this.orders.items()?.length === 0 ? '/api/v1/desk' : undefined,
  );
  protected readonly untied = computed(() => this.desk.hasValue() && this.desk.value().creator === null);

  constructor() {
    reloadOn(this.desk, 'desks');
  }

  protected async ask(queryParams: { show?: string | undefined; q?: string | undefined }): Promise<void> {
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
