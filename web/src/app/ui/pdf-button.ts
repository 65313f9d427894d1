import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { T } from '../../i18n/t';
import { Toast } from './toast';

/** Saves a document as a PDF: says that it is being made, and what went wrong when it was not. */
@Component({
  selector: 'app-pdf-button',
  imports: [MatButton, T],
  template: `
    <button
      matButton="outlined"
      type="button"
      [disabled]="busy()"
      disabledInteractive
      [attr.aria-busy]="busy() || null"
      (click)="go()"
    >
      {{ (busy() ? 'common.pdf.busy' : 'common.pdf.save') | t }}
    </button>
  `,
  styles: `
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class PdfButton {
  private readonly toast = inject(Toast);
  readonly save = input.required<() => Promise<void>>();
  protected readonly busy = signal(false);

  protected async go(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.save()();
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.busy.set(false);
    }
  }
}
