import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { sending } from '../problems/sending';
import { FormDialog } from './form-dialog';

/** Something that takes something away: what it does, and what sends it. */
export interface SureAsk {
  title: string;
  effect: string;
  confirm: string;
  send: () => Promise<void>;
}

/** Asks whether it is meant, and sends it once. */
@Component({
  selector: 'app-sure-dialog',
  imports: [FormDialog],
  template: `
    <form
      appFormDialog
      [heading]="ask.title"
      [go]="ask.confirm"
      [sending]="sending"
      grave
      (submitted)="submit()"
    >
      <p intro>{{ ask.effect }}</p>
    </form>
  `,
  styleUrl: './form-dialog.scss',
})
export class SureDialog {
  private readonly dialog = inject<MatDialogRef<SureDialog>>(MatDialogRef);
  protected readonly ask = inject<SureAsk>(MAT_DIALOG_DATA);
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    if (await this.sending.send(() => this.ask.send())) this.dialog.close();
  }
}
