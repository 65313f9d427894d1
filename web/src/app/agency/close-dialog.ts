import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { AgencyStatement } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { Format } from '../ui/format';
import { AgencyApi } from './agency-api';

/** Asks before a month is closed at the total that was seen. */
@Component({
  selector: 'app-close-dialog',
  imports: [FormDialog, T],
  template: `
    <form
      appFormDialog
      [heading]="'agency.statement.close' | t"
      [go]="'agency.statement.close' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <p>{{ words }}</p>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class CloseDialog {
  private readonly api = inject(AgencyApi);
  private readonly dialog = inject<MatDialogRef<CloseDialog, boolean>>(MatDialogRef);
  private readonly seen = inject<AgencyStatement>(MAT_DIALOG_DATA);
  protected readonly words = inject(Texts).say('agency.statement.closeAsk', {
    month: this.seen.month,
    client: this.seen.client.name,
    total: inject(Format).money(this.seen.sums.totalCents),
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const { client, month, sums } = this.seen;
    await this.sending.send(async () => {
      await this.api.close(client.id, { month, totalCents: sums.totalCents });
      this.dialog.close(true);
    });
  }
}
