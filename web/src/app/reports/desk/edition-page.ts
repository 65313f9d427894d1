import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EditionView, ReportFormat } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { PageTitle } from '../../shell/page-title';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { ReportsApi } from '../reports-api';
import { ReportBody } from '../result/report-body';
import { FileMenu } from './file-menu';

/** A report as it stood at one moment; nothing of it moves any more. */
@Component({
  selector: 'app-edition-page',
  imports: [FailedState, FileMenu, Icon, PageHeader, ReportBody, RouterLink, Skeleton, T],
  host: { class: 'pr-page' },
  template: `
    @if (edition.hasValue()) {
      @let shown = edition.value();
      <app-page-header [title]="shown.name" [text]="about()">
        <ng-container actions><app-file-menu [save]="save" /></ng-container>
      </app-page-header>
      <p class="frozen" role="note">
        {{ 'reports.editions.frozen' | t }}
        <a class="pr-link" [routerLink]="session.to('reports', reportId())"
          ><app-icon name="back" />{{ 'reports.editions.toNow' | t }}</a
        >
      </p>
      <app-report-body [result]="shown.result" [spec]="shown.spec" />
    } @else if (edition.error(); as error) {
      <div class="pr-card"><app-failed-state [error]="error" (retry)="edition.reload()" /></div>
    } @else {
      <app-skeleton height="420px" radius="16px" />
    }
  `,
  styles: `
    .frozen {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      margin-bottom: 14px;
      padding: 10px 14px;
      border-radius: 10px;
      background: var(--pr-basin);
      --icon-size: 15px;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 4px;
    }
  `,
})
export default class EditionPage {
  private readonly api = inject(ReportsApi);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly reportId = input.required<string>();
  readonly editionId = input.required<string>();

  protected readonly edition = httpResource<EditionView>(
    () => `/api/v1/reports/${this.reportId()}/editions/${this.editionId()}`,
  );
  protected readonly about = computed(() => {
    if (!this.edition.hasValue()) return '';
    const { asOf, cause } = this.edition.value();
    const at = this.format.dateTime(asOf);
    return `${this.texts.say('reports.result.asOf', { at })} · ${this.texts.say(`reports.editions.causes.${cause}`)}`;
  });
  protected readonly save = (format: ReportFormat): Promise<void> =>
    this.api.editionFile(this.reportId(), this.editionId(), format);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.edition.hasValue()) title.name(this.edition.value().name);
    });
  }
}
