import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SharedReportRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { ReportWords } from '../report-words';

/** Reports that were shared with those who look on in the room. */
@Component({
  selector: 'app-shared-reports-page',
  imports: [EmptyState, ListFrame, PageHeader, RouterLink, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'reports.shared.title' | t" [text]="'reports.shared.text' | t" />
    <app-list-frame [list]="reports">
      @if (reports.items()?.length) {
        <div class="pr-card">
          <ul class="pr-rows" [attr.aria-label]="'reports.shared.title' | t">
            @for (row of reports.items(); track row.id) {
              <li>
                <a [routerLink]="session.to('shared-reports', row.id)">
                  <span class="words">
                    <b>{{ row.name }}</b>
                    <small>{{ words.period(row.period) }}</small>
                  </span>
                  <span class="side"
                    ><small>{{ asOf(row) }}</small></span
                  >
                </a>
              </li>
            }
          </ul>
        </div>
      } @else {
        <div class="pr-card">
          <app-empty-state
            icon="receipt"
            [title]="'reports.shared.emptyTitle' | t"
            [text]="'reports.shared.emptyText' | t"
          />
        </div>
      }
    </app-list-frame>
  `,
  styles: `
    .pr-card {
      padding-block: 4px;
    }
    ul {
      margin: 0;
    }
  `,
})
export default class SharedReportsPage {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(ReportWords);
  protected readonly session = inject(Session);
  protected readonly reports = paged<SharedReportRow>(() => '/api/v1/shared-reports', 'reports');

  protected asOf({ asOf }: SharedReportRow): string {
    return this.texts.say('reports.result.asOf', { at: this.format.dateTime(asOf) });
  }
}
