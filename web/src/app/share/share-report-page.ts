import { HttpClient } from '@angular/common/http';
import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import type { ReportFormat, SharedReport } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { SharedReportDocument } from '../reports/desk/shared-report-document';
import { PageTitle } from '../shell/page-title';
import { asFile, saveAnswer } from '../ui/save-answer';
import { LinkDoor } from './link-door';

/** The report behind a link: for people who have no account. */
@Component({
  selector: 'app-share-report-page',
  imports: [LinkDoor, SharedReportDocument],
  template: `
    <main>
      @if (report(); as shown) {
        <app-shared-report-document [report]="shown" [save]="save" />
      } @else {
        <app-link-door [failure]="failure()" [busy]="busy()" (unlock)="unlock($event)" (retry)="open()" />
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
  protected readonly report = signal<SharedReport | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly password = signal('');

  constructor() {
    effect(() => {
      this.token();
      untracked(() => void this.open());
    });
  }

  /** What is not open any more is not saved, and the page says so. */
  protected readonly save = async (format: ReportFormat): Promise<void> => {
    const body = { ...this.link(), format, language: this.texts.language() };
    try {
      await saveAnswer(this.http.post('/api/v1/share/report-file', body, asFile), `report.${format}`);
    } catch (error) {
      if (problemOf(error).code !== 'link-not-open') throw error;
      this.report.set(null);
      this.failure.set(error);
    }
  };

  protected async open(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const report = await firstValueFrom(this.http.post<SharedReport>('/api/v1/share/report', this.link()));
      this.report.set(report);
      this.failure.set(null);
      this.title.name(report.name);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async unlock(password: string): Promise<void> {
    this.password.set(password);
    await this.open();
  }

  private link(): { token: string; password?: string } {
    return { token: this.token(), ...(this.password() ? { password: this.password() } : {}) };
  }
}
