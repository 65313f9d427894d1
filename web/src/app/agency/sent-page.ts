import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import {
  type MonthFileFormat,
  monthFileFormats,
  type SentStatement,
  type SentStatementRow,
} from '@poolrise/contracts';
import type { FigureSource } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { EmptyState } from '../ui/empty-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { Money } from '../ui/money';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { AgencyApi } from './agency-api';
import { MonthChoice } from './month-choice';

/** Months that an agency has settled with the client in whose room this is. */
@Component({
  selector: 'app-sent-page',
  imports: [
    AppLineage,
    AppSource,
    EmptyState,
    FigureGrid,
    ListFrame,
    MatButton,
    Money,
    PageHeader,
    Refusal,
    Scrolls,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'agency.sent.title' | t" [text]="headline()">
      @if (view()) {
        <ng-container actions>
          @for (one of formats; track one) {
            <button
              matButton="outlined"
              type="button"
              disabledInteractive
              [disabled]="sending.busy()"
              (click)="take(one)"
            >
              {{
                (making() === one ? 'agency.statement.making' : 'agency.statement.take')
                  | t: { format: one.toUpperCase() }
              }}
            </button>
          }
        </ng-container>
      }
    </app-page-header>
    <app-refusal [words]="sending.refusal()" />
    <app-list-frame [list]="months">
      @if (months.items()?.length) {
        <ul class="pr-card months" [attr.aria-label]="'agency.sent.list' | t">
          @for (row of months.items(); track row.month) {
            <li>
              <button
                type="button"
                class="pr-link"
                [attr.aria-pressed]="row.month === shown()"
                (click)="show(row.month)"
              >
                {{ choice.name(row.month) }}
              </button>
              <small>{{ 'agency.sent.sentAt' | t: { at: format.dateTime(row.sentAt) } }}</small>
              <b>{{ format.money(row.totalCents) }}</b>
            </li>
          }
        </ul>
      } @else {
        <div class="pr-card">
          <app-empty-state
            icon="receipt"
            [title]="'agency.sent.empty.title' | t"
            [text]="'agency.sent.empty.text' | t"
          />
        </div>
      }
    </app-list-frame>
    @if (view(); as view) {
      <section class="pr-card" [appSource]="source()">
        <h2>{{ choice.name(view.month) }}</h2>
        <div [appScrolls]="'agency.statement.lines' | t">
          <table class="pr-table">
            <thead>
              <tr>
                <th scope="col">{{ 'agency.statement.what' | t }}</th>
                <th scope="col">{{ 'agency.statement.campaign' | t }}</th>
                <th scope="col" class="pr-number">{{ 'agency.statement.spent' | t }}</th>
                <th scope="col" class="pr-number">{{ 'agency.statement.chargedShort' | t }}</th>
              </tr>
            </thead>
            <tbody appFigureGrid>
              @for (line of view.lines; track $index) {
                <tr>
                  <th scope="row">
                    {{ kind(line) }} <small>{{ line.name }}</small>
                  </th>
                  <td>{{ line.campaignName ?? '–' }}</td>
                  <td class="pr-number"><app-money appLineage="spend" [cents]="line.spentCents" /></td>
                  <td class="pr-number">
                    <app-money appLineage="clientCharged" [cents]="line.chargedCents" />
                  </td>
                </tr>
              }
              <tr class="total">
                <th scope="row" colspan="3">{{ 'agency.statement.total' | t }}</th>
                <td class="pr-number"><app-money appLineage="clientCharged" [cents]="view.totalCents" /></td>
              </tr>
            </tbody>
          </table>
        </div>
        @if (view.linesTotal > view.lines.length) {
          <p>{{ 'agency.statement.more' | t: { n: view.lines.length, all: view.linesTotal } }}</p>
        }
      </section>
    }
  `,
  styles: `
    .months {
      margin: 0 0 14px;
      padding-block: 4px;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: baseline;
      padding: 10px 0;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    li b {
      margin-inline-start: auto;
      font-variant-numeric: tabular-nums;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 400;
    }
    th small {
      display: block;
    }
    .total th,
    .total td {
      font-weight: 650;
    }
  `,
})
export default class SentPage {
  private readonly api = inject(AgencyApi);
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly choice = inject(MonthChoice);
  protected readonly formats = monthFileFormats;

  /** from the address */
  readonly month = input<string>();

  protected readonly months = paged<SentStatementRow>(() => '/api/v1/agency-statements', 'clients');
  protected readonly shown = computed(() => this.month() ?? this.months.items()?.[0]?.month);
  private readonly statement = httpResource<SentStatement>(() => {
    const month = this.shown();
    return month ? `/api/v1/agency-statement?month=${month}` : undefined;
  });
  protected readonly view = kept(() => this.shown() ?? '', this.statement);
  protected readonly sending = sending();
  protected readonly making = signal<MonthFileFormat | null>(null);
  protected readonly headline = computed(() => {
    const view = this.view();
    return view
      ? this.texts.say('agency.sent.headline', {
          agency: view.agencyName,
          month: this.choice.name(view.month),
          total: this.format.money(view.totalCents),
        })
      : this.texts.say('agency.sent.text');
  });
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    return view ? { streams: ['agency-books'], over: 'now', dataAt: view.sentAt } : null;
  });

  protected kind({ kind }: SentStatement['lines'][number]): string {
    return this.texts.say(`agency.statement.kind.${kind}`);
  }

  protected show(month: string): void {
    void this.router.navigate([], { queryParams: { month }, queryParamsHandling: 'merge' });
  }

  protected async take(format: MonthFileFormat): Promise<void> {
    const month = this.shown();
    if (!month) return;
    this.making.set(format);
    const language = this.texts.chinese() ? 'zh-CN' : 'en';
    await this.sending.send(() => this.api.takeSent({ month, format, language }));
    this.making.set(null);
  }
}
