import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { recruitmentFilters, type RecruitmentRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { mayInvite } from '../../collaborations/may-invite';
import { OrderTabs } from '../../collaborations/order-tabs';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { SearchField } from '../../ui/search-field';
import { RecruitmentWords } from '../recruitment-words';

type Show = (typeof recruitmentFilters)[number];

/** Recruitments of the brand. */
@Component({
  selector: 'app-recruitments-page',
  imports: [
    Chip,
    EmptyState,
    FilterChips,
    ListFrame,
    MatButton,
    OrderTabs,
    PageHeader,
    RouterLink,
    SearchField,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'recruitments.title' | t" [text]="'recruitments.text' | t">
      @if (mayPublish()) {
        <a actions matButton="filled" [routerLink]="session.to('orders', 'recruitments', 'new')">{{
          'recruitments.publish' | t
        }}</a>
      }
    </app-page-header>
    <app-order-tabs />
    <div class="ask">
      <app-filter-chips
        [label]="'recruitments.which' | t"
        [choices]="filters"
        [word]="filterWord"
        [chosen]="chosen()"
        (choose)="ask({ show: $event === 'open' ? undefined : $event })"
      />
      <app-search-field [label]="'recruitments.search' | t" [asked]="q() ?? ''" (ask)="ask({ q: $event })" />
    </div>
    <app-list-frame [list]="recruitments">
      @if (recruitments.items(); as items) {
        @if (items.length) {
          <ul [attr.aria-label]="'recruitments.list' | t">
            @for (row of items; track row.id) {
              @let until = words.until(row);
              <li>
                <a class="row" [routerLink]="session.to('orders', 'recruitments', row.id)">
                  <span class="what">
                    <b>{{ row.name }}</b>
                    <small>{{ words.about(row) }}</small>
                  </span>
                  <span class="state">
                    <app-chip [tone]="words.tone(row)">{{ words.state(row) }}</app-chip>
                  </span>
                  <span class="far">
                    <b [class.mine]="row.waiting > 0">{{ waiting(row) }}</b>
                    @if (row.state !== 'closed') {
                      <small>{{ until.word }} {{ format.dateTime(until.at) }}</small>
                    }
                  </span>
                  <span class="price">
                    <b>{{ words.quote(row) }}</b>
                    <small>{{
                      'recruitments.progress' | t: { selected: row.selected, wanted: row.wanted }
                    }}</small>
                  </span>
                </a>
              </li>
            }
          </ul>
        } @else {
          <div class="pr-card">
            @if (q() || chosen() !== 'open') {
              <app-empty-state
                icon="search"
                [title]="'recruitments.empty.noneTitle' | t"
                [text]="'recruitments.empty.noneText' | t"
              >
                <button matButton="filled" type="button" (click)="ask({ show: 'all', q: undefined })">
                  {{ 'recruitments.empty.showAll' | t }}
                </button>
              </app-empty-state>
            } @else {
              <app-empty-state
                icon="audience"
                [title]="'recruitments.empty.title' | t"
                [text]="'recruitments.empty.text' | t"
              >
                @if (mayPublish()) {
                  <a matButton="filled" [routerLink]="session.to('orders', 'recruitments', 'new')">{{
                    'recruitments.publish' | t
                  }}</a>
                }
              </app-empty-state>
            }
          </div>
        }
      }
    </app-list-frame>
  `,
  styleUrl: '../../ui/rows.scss',
})
export default class RecruitmentsPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RecruitmentWords);
  protected readonly filters = recruitmentFilters;

  /** from the address */
  readonly show = input<string>();
  readonly q = input<string>();

  protected readonly mayPublish = computed(() => mayInvite(this.session));
  protected readonly chosen = computed(
    (): Show => recruitmentFilters.find((one) => one === this.show()) ?? 'open',
  );
  protected readonly filterWord = (show: Show): string => this.texts.say(`recruitments.show.${show}`);
  protected readonly recruitments = paged<RecruitmentRow>(() => {
    const query = new URLSearchParams({ show: this.chosen() });
    const words = this.q()?.trim().slice(0, 100);
    if (words) query.set('q', words);
    return `/api/v1/recruitments?${query}`;
  }, 'recruitments');

  /** What there is to do about it, or how many came. */
  protected waiting({ state, waiting, applied }: RecruitmentRow): string {
    if (waiting > 0) return this.texts.count('recruitments.waiting', waiting);
    return applied > 0 || state === 'closed'
      ? this.texts.count('recruitments.applied', applied)
      : this.texts.say('recruitments.nobody');
  }

  protected async ask(queryParams: { show?: string | undefined; q?: string | undefined }): Promise<void> {
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
