import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { VoucherView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { FilterChips } from '../ui/filter-chips';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { VoucherCard } from './voucher-card';
import { AppSource } from '../ui/figure-source';

const states = [
  'usable',
  'reserved',
  'scheduled',
  'spent',
  'expired',
  'revoked',
] as const satisfies readonly VoucherView['state'][];

/** What was granted to the workspace, by state, with the rules of each voucher in words. */
@Component({
  selector: 'app-vouchers-page',
  imports: [
    AppSource,
    EmptyState,
    FailedState,
    FilterChips,
    MatButton,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
    VoucherCard,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'wallet.voucher.title' | t" [text]="'wallet.voucher.text' | t">
      <ng-container actions>
        <a matButton="outlined" [routerLink]="session.to('vouchers', 'portfolio')">{{
          'wallet.voucher.plan' | t
        }}</a>
        @if (session.may('read:simulations')) {
          <a matButton="outlined" [routerLink]="session.to('vouchers', 'where')">{{ 'where.title' | t }}</a>
        }
        @if (session.may('launch:boosts')) {
          <a matButton="outlined" [routerLink]="session.to('notes')">{{ 'wallet.voucher.use' | t }}</a>
        }
      </ng-container>
    </app-page-header>

    <app-filter-chips
      [label]="'wallet.voucher.states' | t"
      [choices]="choices"
      [word]="choiceWord"
      [chosen]="chosen()"
      (choose)="show($event)"
    />

    @if (vouchers.items(); as items) {
      @if (items.length > 0) {
        <div
          class="cards"
          [appSource]="{ streams: ['vouchers', 'journal'], over: 'now', dataAt: vouchers.asOf() }"
        >
          @for (voucher of items; track voucher.id) {
            <app-voucher-card [voucher]="voucher" [sought]="voucher.id === sought()" />
          }
        </div>
        @if (vouchers.hasMore()) {
          <button matButton="outlined" type="button" class="more" (click)="vouchers.loadMore()">
            {{ (vouchers.loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
          </button>
        }
      } @else if (chosen()) {
        <div class="pr-card">
          <app-empty-state
            icon="vouchers"
            [title]="'wallet.voucher.noneTitle' | t"
            [text]="'wallet.voucher.noneText' | t"
          >
            <a matButton="outlined" [routerLink]="session.to('vouchers')">{{
              'wallet.voucher.showAll' | t
            }}</a>
          </app-empty-state>
        </div>
      } @else {
        <div class="pr-card">
          <app-empty-state
            icon="vouchers"
            [title]="'wallet.voucher.emptyTitle' | t"
            [text]="'wallet.voucher.emptyText' | t"
          >
            <a matButton="filled" [routerLink]="session.to('notes')">{{ 'wallet.voucher.use' | t }}</a>
          </app-empty-state>
        </div>
      }
    } @else if (vouchers.error(); as error) {
      <div class="pr-card"><app-failed-state [error]="error" (retry)="vouchers.reload()" /></div>
    } @else {
      <div class="cards" aria-busy="true">
        <p class="pr-only-screen-reader" role="status">{{ 'wallet.voucher.loading' | t }}</p>
        @for (card of [1, 2, 3]; track card) {
          <app-skeleton height="276px" radius="16px" />
        }
      </div>
    }
  `,
  styles: `
    app-filter-chips {
      margin-bottom: 12px;
    }
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
      gap: 16px;
    }
    .more {
      display: block;
      margin: 16px auto 0;
    }
  `,
})
export default class VouchersPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  /** from the address */
  readonly state = input<string>();
  /** likewise: one that somebody came here to see */
  readonly sought = input<string>();

  protected readonly choices = [undefined, ...states];
  protected readonly chosen = computed(() => states.find((state) => state === this.state()));
  protected readonly vouchers = paged<VoucherView>(() => {
    const state = this.chosen();
    return `/api/v1/vouchers${state ? `?state=${state}` : ''}`;
  }, 'wallet');

  protected readonly choiceWord = (state: VoucherView['state'] | undefined): string =>
    this.texts.say(state ? `common.voucherState.${state}` : 'common.all');

  protected show(state: VoucherView['state'] | undefined): void {
    void this.router.navigate([], { queryParams: { state } });
  }
}
