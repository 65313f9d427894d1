import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ClientMargin, MonthState } from '@poolrise/contracts';
import type { FigureSource } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { FilterMenu } from '../ui/filter-menu';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { Money } from '../ui/money';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { AgencyTabs } from './agency-tabs';
import { MonthChoice } from './month-choice';

export const monthTones: Readonly<Record<MonthState, Tone>> = {
  running: 'neutral',
  open: 'paid',
  closed: 'action',
  sent: 'passed',
};

/** What a month brought the agency, client by client and campaign by campaign. */
@Component({
  selector: 'app-margin-page',
  imports: [
    AgencyTabs,
    AppLineage,
    AppSource,
    Chip,
    EmptyState,
    FigureGrid,
    FilterMenu,
    ListFrame,
    Money,
    PageHeader,
    RouterLink,
    Scrolls,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'agency.margin.title' | t" [text]="headline()" />
    <app-agency-tabs />
    <app-filter-menu
      class="month"
      [label]="'agency.margin.month' | t"
      [always]="true"
      [choices]="months.choices()"
      [value]="shown()"
      (choose)="show($event)"
    />
    <app-list-frame [list]="margins">
      @if (margins.items()?.length) {
        <section class="pr-card" [appSource]="source()">
          <div [appScrolls]="'agency.margin.list' | t">
            <table class="pr-table">
              <thead>
                <tr>
                  <th scope="col">{{ 'agency.client' | t }}</th>
                  <th scope="col" class="pr-number">{{ 'agency.margin.charged' | t }}</th>
                  <th scope="col" class="pr-number">{{ 'agency.margin.media' | t }}</th>
                  <th scope="col" class="pr-number">{{ 'agency.margin.fee' | t }}</th>
                  <th scope="col" class="pr-number">{{ 'agency.margin.expected' | t }}</th>
                  <th scope="col" class="pr-number">{{ 'agency.margin.received' | t }}</th>
                  <th scope="col" class="pr-number">{{ 'agency.margin.margin' | t }}</th>
                  <th scope="col" class="pr-number">{{ 'agency.margin.share' | t }}</th>
                </tr>
              </thead>
              @for (one of margins.items(); track one.client.id) {
                <tbody appFigureGrid>
                  @for (row of rowsOf(one); track row.id) {
                    <tr [class.client]="row.whole">
                      <th scope="row">
                        @if (row.whole) {
                          <a
                            class="pr-link"
                            [routerLink]="session.to('clients', one.client.id, 'statement')"
                            [queryParams]="{ month: shown() }"
                            [attr.aria-label]="'agency.margin.openNamed' | t: { name: one.client.name }"
                            >{{ one.client.name }}</a
                          >
                          <app-chip [tone]="tones[one.state]">{{ texts.say(stateKeys[one.state]) }}</app-chip>
                        } @else {
                          {{ row.name || ('agency.margin.noCampaign' | t) }}
                        }
                      </th>
                      <td class="pr-number">
                        <app-money appLineage="clientCharged" [cents]="row.sums.totalCents" />
                      </td>
                      <td class="pr-number">
                        <app-money appLineage="clientMedia" [cents]="row.sums.mediaCents" />
                      </td>
                      <td class="pr-number">
                        <app-money appLineage="agencyFee" [cents]="row.sums.feeCents" />
                      </td>
                      <td class="pr-number">
                        <app-money
                          appLineage="creatorRebateExpected"
                          [cents]="row.sums.rebateExpectedCents"
                        />
                      </td>
                      <td class="pr-number">
                        <app-money
                          appLineage="creatorRebateReceived"
                          [cents]="row.sums.rebateReceivedCents"
                        />
                      </td>
                      <td class="pr-number">
                        <app-money appLineage="grossMargin" [cents]="row.sums.marginCents" />
                      </td>
                      <td class="pr-number">
                        <span appLineage="grossMarginShare">{{ format.percent(row.marginShare) }}</span>
                      </td>
                    </tr>
                  }
                </tbody>
              }
            </table>
          </div>
        </section>
      } @else {
        <div class="pr-card">
          <app-empty-state
            icon="client"
            [title]="'agency.margin.empty.title' | t"
            [text]="'agency.margin.empty.text' | t"
          />
        </div>
      }
    </app-list-frame>
  `,
  styles: `
    .month {
      display: block;
      margin-bottom: 12px;
    }
    tr:not(.client) th {
      padding-inline-start: 18px;
      color: var(--pr-muted);
      font-weight: 400;
    }
    tr.client th,
    tr.client td {
      font-weight: 600;
    }
    app-chip {
      margin-inline-start: 8px;
      font-weight: 400;
    }
  `,
})
export default class MarginPage {
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly months = inject(MonthChoice);
  protected readonly tones = monthTones;
  protected readonly stateKeys = {
    running: 'agency.margin.state.running',
    open: 'agency.margin.state.open',
    closed: 'agency.margin.state.closed',
    sent: 'agency.margin.state.sent',
  } as const;

  /** from the address */
  readonly month = input<string>();

  protected readonly shown = computed(() => this.months.chosen(this.month()));
  protected readonly margins = paged<ClientMargin>(
    () => `/api/v1/agency/margin?month=${this.shown()}`,
    'clients',
  );
  protected readonly source = computed((): FigureSource | null => {
    const asOf = this.margins.asOf();
    return asOf ? { streams: ['journal', 'agency-books'], over: 'now', dataAt: asOf } : null;
  });
  protected readonly headline = computed(() => {
    const items = this.margins.items();
    if (!items?.length) return this.texts.say('agency.margin.text');
    const sum = (of: 'totalCents' | 'marginCents') => items.reduce((all, { sums }) => all + sums[of], 0);
    return this.texts.say('agency.margin.headline', {
      charged: this.format.money(sum('totalCents')),
      margin: this.format.money(sum('marginCents')),
    });
  });

  /** The client's row, and below it those of the campaigns where there is more than one part to tell apart. */
  protected rowsOf({ client, sums, marginShare, campaigns }: ClientMargin) {
    const parts = campaigns.some(({ id }) => id !== null) ? campaigns : [];
    return [
      { id: client.id, name: client.name, whole: true, sums, marginShare },
      ...parts.map((part) => ({ ...part, id: part.id ?? 'none', whole: false })),
    ];
  }

  protected show(month: string | undefined): void {
    void this.router.navigate([], { queryParams: { month }, queryParamsHandling: 'merge' });
  }
}
