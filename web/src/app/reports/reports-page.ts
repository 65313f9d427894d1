import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ReportRow, ReportTemplates } from '@poolrise/contracts';
import { campaignMoments, momentNames } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { ReportTabs } from './report-tabs';
import { ReportWords } from './report-words';

/** "After: note by note" under a heading that says "After" already. */
const withoutMoment = (name: string): string =>
  name.replace(/^[^:：]+[:：]\s*/, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** Reports that the workspace keeps, and those to start from. */
@Component({
  selector: 'app-reports-page',
  imports: [
    EmptyState,
    FailedState,
    Icon,
    ListFrame,
    MatButton,
    PageHeader,
    ReportTabs,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.scss',
})
export default class ReportsPage {
  private readonly format = inject(Format);
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ReportWords);
  protected readonly session = inject(Session);
  protected readonly reports = paged<ReportRow>(() => '/api/v1/reports', 'reports');
  protected readonly templates = httpResource<ReportTemplates>(() => '/api/v1/report-templates');
  protected readonly moments = computed(() =>
    campaignMoments.map((moment) => ({
      moment,
      name: this.texts.of(momentNames[moment]),
      // The moment stands in the heading already.
      templates: (this.templates.value()?.items ?? [])
        .filter((one) => one.moment === moment)
        .map((one) => ({ ...one, title: withoutMoment(this.texts.of(one.name)) })),
    })),
  );

  protected next({ nextRunAt }: ReportRow): string {
    return nextRunAt
      ? this.texts.say('reports.list.next', { at: this.format.dateTime(nextRunAt) })
      : this.texts.say('reports.list.onAsking');
  }

  protected changed({ createdBy, updatedAt }: ReportRow): string {
    return this.texts.say('reports.list.changed', { name: createdBy, ago: this.format.ago(updatedAt) });
  }
}
