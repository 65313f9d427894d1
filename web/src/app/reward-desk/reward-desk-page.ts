import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { RewardDeskRow } from '@poolrise/contracts';
import { rewardPlanStates } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { planTones, PlanWords, shownState } from './plan-words';
import { rewardDeskRoot } from './reward-desk-api';

const filters = ['all', ...rewardPlanStates] as const;
type Show = (typeof filters)[number];

/** Reward plans in every state, for the platform's people. */
@Component({
  selector: 'app-reward-desk-page',
  imports: [Chip, EmptyState, FilterChips, Icon, ListFrame, MatButton, PageHeader, RouterLink, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'rewardDesk.title' | t" [text]="'rewardDesk.text' | t">
      <a actions matButton="outlined" [routerLink]="session.to('reward-desk', 'holds')">{{
        'rewardDesk.holds' | t
      }}</a>
      <a actions matButton="filled" [routerLink]="session.to('reward-desk', 'new')">
        <app-icon matButtonIcon name="add" />{{ 'rewardDesk.draft' | t }}
      </a>
    </app-page-header>
    <div class="ask">
      <app-filter-chips
        [label]="'rewardDesk.which' | t"
        [choices]="filters"
        [word]="filterWord"
        [chosen]="chosen()"
        (choose)="ask($event)"
      />
    </div>
    <app-list-frame [list]="plans">
      @if (plans.items(); as items) {
        @if (items.length) {
          <ul [attr.aria-label]="'rewardDesk.list' | t">
            @for (row of items; track row.id) {
              <li>
                <a class="row" [routerLink]="session.to('reward-desk', row.id)">
                  <span class="what">
                    <b>{{ words.name(row.name) }}</b>
                    <small>{{
                      'rewardDesk.window'
                        | t: { from: format.dateTime(row.opensAt), to: format.dateTime(row.closesAt) }
                    }}</small>
                  </span>
                  <span class="state">
                    <app-chip [tone]="tones[shown(row)]">{{ stateWord(row) }}</app-chip>
                  </span>
                  <span class="far">
                    <b [class.mine]="row.held > 0">{{ seats(row) }}</b>
                    <small>{{ who(row) }}</small>
                  </span>
                  <span class="price">
                    <b>{{ 'rewardDesk.cost' | t: { money: format.roundMoney(row.costCents) } }}</b>
                    <small>{{ expected(row) }}</small>
                  </span>
                </a>
              </li>
            }
          </ul>
        } @else {
          <div class="pr-card">
            @if (chosen() === 'all') {
              <app-empty-state
                icon="vouchers"
                [title]="'rewardDesk.empty.title' | t"
                [text]="'rewardDesk.empty.text' | t"
              >
                <a matButton="filled" [routerLink]="session.to('reward-desk', 'new')">{{
                  'rewardDesk.draft' | t
                }}</a>
              </app-empty-state>
            } @else {
              <app-empty-state
                icon="search"
                [title]="'rewardDesk.empty.noneTitle' | t"
                [text]="'rewardDesk.empty.noneText' | t"
              >
                <button matButton="filled" type="button" (click)="ask('all')">
                  {{ 'rewardDesk.empty.all' | t }}
                </button>
              </app-empty-state>
            }
          </div>
        }
      }
    </app-list-frame>
  `,
  styleUrl: '../ui/rows.scss',
  styles: `
    .row {
      --row-columns: minmax(0, 1fr) 90px 170px 210px;
    }
  `,
})
export default class RewardDeskPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(PlanWords);
  protected readonly filters = filters;
  protected readonly tones = planTones;
  protected readonly shown = (row: RewardDeskRow) => shownState(row);

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed((): Show => filters.find((one) => one === this.show()) ?? 'all');
  protected readonly filterWord = (show: Show): string => this.texts.say(`rewardDesk.show.${show}`);
  protected readonly plans = paged<RewardDeskRow>(
    () => (this.chosen() === 'all' ? rewardDeskRoot : `${rewardDeskRoot}?state=${this.chosen()}`),
    'rewards',
  );

  protected stateWord(row: RewardDeskRow): string {
    return this.texts.say(`rewardDesk.state.${this.shown(row)}`);
  }

  protected seats({ issued, quota }: RewardDeskRow): string {
    return this.texts.say('rewardDesk.seats', {
      issued: this.format.number(issued),
      quota: this.format.number(quota),
    });
  }

  protected who({ held, enrolled }: RewardDeskRow): string {
    const parts = [this.texts.say('rewardDesk.enrolled', { n: this.format.number(enrolled) })];
    if (held > 0) parts.push(this.texts.count('rewardDesk.heldCount', held, {}, this.format.number(held)));
    return parts.join(' · ');
  }

  protected expected({ expectedCents }: RewardDeskRow): string {
    return expectedCents === null
      ? this.texts.say('rewardDesk.notExpected')
      : this.texts.say('rewardDesk.expected', this.words.money(expectedCents));
  }

  protected ask(show: Show): void {
    void this.router.navigate([], { queryParams: { show: show === 'all' ? undefined : show } });
  }
}
