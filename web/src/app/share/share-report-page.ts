import { HttpClient } from '@angular/common/http';
import { Component, effect, inject, input } from '@angular/core';
import type { ReportFormat, SharedReport } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { SharedReportDocument } from '../reports/desk/shared-report-document';
import { PageTitle } from '../shell/page-title';
import { asFile, saveAnswer } from '../ui/save-answer';
import { LinkDoor } from './link-door';
import { linkOpening } from './link-opening';

/** The report behind a link: for people who have no account. */
@Component({
  selector: 'app-share-report-page',
  imports: [LinkDoor, SharedReportDocument],
  template: `
    <main>
      @if (report(); as shown) {
        <app-shared-report-document [report]="shown" [save]="save" />
      } @else {
        <app-link-door
          [failure]="link.failure()"
          [busy]="link.busy()"
          (unlock)="link.unlock($event)"
          (retry)="link.open()"
        />
      }
    </main>
  `,
  styleUrl: './share-page.scss',
  styles: `
    main {
      max-width: 1120px;
    }
  `,
})
export default class ShareReportPage {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  readonly token = input.required<string>();
  protected readonly link = linkOpening<SharedReport>('/api/v1/share/report', this.token);
  protected readonly report = this.link.shown;

  constructor() {
    effect(() => {
      const name = this.report()?.name;
      if (name) this.title.name(name);
    });
  }

  /** What is not open any more is not saved, and the page says so. */
  protected readonly save = async (format: ReportFormat): Promise<void> => {
    const body = { ...this.link.body(), format, language: this.texts.language() };
    try {
      await saveAnswer(this.http.post('/api/v1/share/report-file', body, asFile), `report.${format}`);
    } catch (error) {
      if (problemOf(error).code !== 'link-not-open') throw error;
      this.link.close(error);
    }
  };
}
