import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { type ExportFormat, exportFormats, shortlistLimits } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { Toast } from '../ui/toast';
import { type ExportSource, ShortlistsApi } from './shortlists-api';

/** Saves creators as a file. For any page that has some: `<app-export-menu [source]="{ search }" />`. */
@Component({
  selector: 'app-export-menu',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, T],
  template: `
    <button
      matButton="outlined"
      type="button"
      [matMenuTriggerFor]="menu"
      [disabled]="busy()"
      disabledInteractive
      [attr.aria-busy]="busy()"
    >
      <app-icon matButtonIcon name="receipt" />{{
        (busy() ? 'shortlists.export.busy' : 'shortlists.export.title') | t
      }}
    </button>
    <mat-menu #menu="matMenu">
      @for (format of formats; track format) {
        <button mat-menu-item type="button" (click)="save(format)">
          <span class="pr-choice"
            >{{ kindOf(format) }}
            <small class="pr-muted">{{ 'shortlists.export.most' | t: { n: most } }}</small></span
          >
        </button>
      }
    </mat-menu>
  `,
})
export class ExportMenu {
  private readonly api = inject(ShortlistsApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  readonly source = input.required<ExportSource>();
  protected readonly formats = exportFormats;
  protected readonly most = inject(Format).number(shortlistLimits.exportedRows);
  protected readonly busy = signal(false);

  protected kindOf(format: ExportFormat): string {
    return this.texts.say(`shortlists.export.${format}`);
  }

  protected async save(format: ExportFormat): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.export(this.source(), format);
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.busy.set(false);
    }
  }
}
