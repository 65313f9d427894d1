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
  template: `
    <button
      matButton="outlined"
      type="button"
      [matMenuTriggerFor]="menu"
      [disabled]="busy() || off()"
      disabledInteractive
      [attr.aria-busy]="busy() || null"
    >
      <app-icon matButtonIcon name="down" />{{ (busy() ? 'reports.file.busy' : 'reports.file.title') | t }}
    </button>
    <mat-menu #menu="matMenu">
      @for (format of formats; track format) {
        <button mat-menu-item type="button" (click)="go(format)">
          <span class="pr-choice"
            >{{ \`reports.file.\${format}\` | t }}
            <small class="pr-muted">{{ \`reports.file.for.\${format}\` | t }}</small></span
          >
        </button>
      }
    </mat-menu>
  `,
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
