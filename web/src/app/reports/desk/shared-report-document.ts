import { Component, computed, inject, input } from '@angular/core';
import type { ReportFormat, SharedReport } from '@poolrise/contracts';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { ReportBody } from '../result/report-body';
import { FileMenu } from './file-menu';

/** A report as those read it for whom it was made: frozen, with where every figure comes from. */
@Component({
  selector: 'app-shared-report-document',
  imports: [FileMenu, PageHeader, ReportBody],
  template: `
    <app-page-header [title]="report().name" [text]="about()">
      <ng-container actions>
        @if (save(); as save) {
          <app-file-menu [save]="save" />
        }
      </ng-container>
    </app-page-header>
    @if (report().remarks; as remarks) {
      <p class="remarks">{{ remarks }}</p>
    }
    <app-report-body [result]="report().result" [spec]="report().spec" />
  `,
  styles: `
    .remarks {
      max-width: 72ch;
      margin-bottom: 14px;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class SharedReportDocument {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly report = input.required<SharedReport>();
  /** how it is saved as a file; left out where it is only read */
  readonly save = input<(format: ReportFormat) => Promise<void>>();

  protected readonly about = computed(() => {
    const { workspace, openUntil } = this.report();
    const parts = [this.texts.say('share.from', { name: workspace })];
    if (openUntil) parts.push(this.texts.say('share.until', { at: this.format.day(openUntil) }));
    return parts.join(' · ');
  });
}
