import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type RewardFilter, rewardFilters, type RewardPlanList } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { FilterChips } from '../ui/filter-chips';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { RewardCard } from './reward-card';
import { RewardHistory } from './reward-history';

/** What was claimed stands beside the plans: a plan is over some day, and what it gave is not. */
const parts = [...rewardFilters, 'history'] as const;
type Part = (typeof parts)[number];

/** Reward plans of the platform: those one can join, those one is in, and those that are over. */
@Component({
  selector: 'app-rewards-page',
  imports: [
    EmptyState,
    FailedState,
    FilterChips,
    MatButton,
    PageHeader,
    RewardCard,
    RewardHistory,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'rewards.title' | t" [text]="'rewards.text' | t">
      <a actions matButton="outlined" [routerLink]="session.to('growth')">{{ 'growth.title' | t }}</a>
      <a actions matButton="outlined" [routerLink]="session.to('vouchers')">{{ 'rewards.toWallet' | t }}</a>
    </app-page-header>
    <app-filter-chips
      [label]="'rewards.which' | t"
      [choices]="filters"
      [word]="filterWord"
      [chosen]="shown()"
      (choose)="ask($event)"
    />
    @if (shown() === 'history') {
      <app-reward-history />
    } @else if (view(); as view) {
      @if (view.claimable > 0 && chosen() !== 'mine') {
        <p class="waits" role="status">
          {{ texts.count('rewards.claimable', view.claimable) }}
          <a class="pr-link" [routerLink]="[]" [queryParams]="{ show: 'mine' }">{{
            'rewards.seeMine' | t
          }}</a>
        </p>
      }
      @if (view.items.length > 0) {
        <div class="cards">
          @for (plan of view.items; track plan.id) {
            <app-reward-card [plan]="plan" />
          }
        </div>
        @if (view.more) {
          <p class="pr-muted">{{ 'rewards.more' | t: { n: view.items.length } }}</p>
        }
      } @else {
        <div class="pr-card">
          <app-empty-state icon="check-circle" [title]="emptyTitle()" [text]="emptyText()">
            @if (chosen() === 'open') {
              <a matButton="filled" [routerLink]="session.to('notes')">{{ 'rewards.empty.toNotes' | t }}</a>
            } @else {
              <a matButton="filled" [routerLink]="[]">{{ 'rewards.empty.browse' | t }}</a>
            }
          </app-empty-state>
        </div>
      }
    } @else if (list.error(); as error) {
      <div class="pr-card"><app-failed-state [error]="error" (retry)="list.reload()" /></div>
    } @else {
      <div class="cards" aria-busy="true">
        <p class="pr-only-screen-reader" role="status">{{ 'rewards.loading' | t }}</p>
        @for (card of [1, 2, 3]; track card) {
          <app-skeleton height="230px" radius="16px" />
        }
      </div>
    }
  `,
  styles: `
    app-filter-chips {
      margin-bottom: 12px;
    }
    .waits {
      margin-bottom: 12px;
      padding: 10px 14px;
      border-radius: 10px;
      background: var(--pr-tint-passed);
    }
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
      gap: 16px;
      margin-bottom: 12px;
    }
  `,
})
export default class RewardsPage {
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly filters = parts;

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed(
    (): RewardFilter => rewardFilters.find((one) => one === this.show()) ?? 'open',
  );
  protected readonly shown = computed((): Part => (this.show() === 'history' ? 'history' : this.chosen()));
  protected readonly filterWord = (show: Part): string => this.texts.say(`rewards.show.${show}`);
  protected readonly list = httpResource<RewardPlanList>(() =>
    this.shown() === 'history' ? undefined : `/api/v1/reward-plans?show=${this.chosen()}`,
  );
  protected readonly view = kept(this.chosen, this.list);
  protected readonly emptyTitle = computed(() => this.texts.say(`rewards.empty.${this.chosen()}.title`));
  protected readonly emptyText = computed(() => this.texts.say(`rewards.empty.${this.chosen()}.text`));

  constructor() {
    reloadOn(this.list, 'rewards', 'desks');
  }

  protected ask(show: Part): void {
    void this.router.navigate([], { queryParams: { show: show === 'open' ? undefined : show } });
  }
}
