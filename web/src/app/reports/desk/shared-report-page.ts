import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input } from '@angular/core';
import type { ReportFormat, SharedReport } from '@poolrise/contracts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { PageTitle } from '../../shell/page-title';
import { FailedState } from '../../ui/failed-state';
import { Skeleton } from '../../ui/skeleton';
import { ReportsApi } from '../reports-api';
import { SharedReportDocument } from './shared-report-document';

/** A shared report inside the console, for those who look on in the room. */
@Component({
  selector: 'app-shared-report-page',
  imports: [FailedState, SharedReportDocument, Skeleton],
  host: { class: 'pr-page' },
  template: `
    @if (view(); as shown) {
      <app-shared-report-document [report]="shown" [save]="save" />
    } @else if (report.error(); as error) {
      <div class="pr-card"><app-failed-state [error]="error" (retry)="report.reload()" /></div>
    } @else {
      <app-skeleton height="420px" radius="16px" />
    }
  `,
})
export default class SharedReportPage {
  private readonly api = inject(ReportsApi);
  readonly reportId = input.required<string>();
  protected readonly report = httpResource<SharedReport>(() => `/api/v1/shared-reports/${this.reportId()}`);
  protected readonly view = kept(this.reportId, this.report);

  protected readonly save = (format: ReportFormat): Promise<void> =>
    this.api.sharedFile(this.reportId(), format);

  constructor() {
    const title = inject(PageTitle);
    reloadOn(this.report, 'reports');
    effect(() => {
      const name = this.view()?.name;
      if (name) title.name(name);
    });
  }
}
