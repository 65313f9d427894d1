import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { type ReportFormat, reportFormats } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Icon } from '../../ui/icon';
import { Toast } from '../../ui/toast';

/** Saves a report as a file of one of three kinds: says that it is being made, and what went wrong when it was not. */
@Component({
  selector: 'app-file-menu',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, T],
  templateUrl: './file-menu.html',
  styles: `
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class FileMenu {
  private readonly toast = inject(Toast);
  readonly save = input.required<(format: ReportFormat) => Promise<void>>();
  readonly off = input(false);
  protected readonly formats = reportFormats;
  protected readonly busy = signal(false);

  protected async go(format: ReportFormat): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.save()(format);
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.busy.set(false);
    }
  }
}
