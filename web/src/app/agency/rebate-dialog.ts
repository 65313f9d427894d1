import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { dayInShanghai } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { centsOf } from '../ui/cents-of';
import { FormDialog } from '../ui/form-dialog';
import { Format } from '../ui/format';
import { AgencyApi } from './agency-api';
import { readBy } from './amounts';

export interface RebateOf {
  clientId: string;
  orderId: string;
  name: string;
  expectedCents: number;
}

/** Writes down money that a creator gave back. Closes with the month that it is booked in. */
@Component({
  selector: 'app-rebate-dialog',
  imports: [FormDialog, MatError, MatFormField, MatInput, MatLabel, ReactiveFormsModule, T],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="'agency.rebateDialog.title' | t"
      [go]="'agency.rebateDialog.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <p intro>{{ about }}</p>
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'agency.rebateDialog.amount' | t }}</mat-label>
          <input matInput formControlName="cents" inputmode="decimal" autocomplete="off" />
          <mat-error>{{ 'agency.fee.moneyFault' | t }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'agency.rebateDialog.day' | t }}</mat-label>
          <input matInput type="date" formControlName="receivedOn" [max]="today" />
          <mat-error>{{ 'agency.rebateDialog.dayFault' | t }}</mat-error>
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class RebateDialog {
  private readonly api = inject(AgencyApi);
  private readonly dialog = inject<MatDialogRef<RebateDialog, string>>(MatDialogRef);
  private readonly of = inject<RebateOf>(MAT_DIALOG_DATA);
  private readonly requestKey = crypto.randomUUID();
  protected readonly about = inject(Texts).say('agency.rebateDialog.about', {
    name: this.of.name,
    expected: inject(Format).money(this.of.expectedCents),
  });
  protected readonly today = dayInShanghai(new Date());
  protected readonly form = inject(NonNullableFormBuilder).group({
    cents: [String(this.of.expectedCents / 100), readBy((text) => centsOf(text) || null)],
    receivedOn: [this.today, Validators.required],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const { cents, receivedOn } = this.form.getRawValue();
    const { clientId, orderId } = this.of;
    await this.sending.send(async () => {
      const { month } = await this.api.recordRebate(clientId, {
        orderId,
        cents: centsOf(cents) ?? 0,
        receivedOn,
        requestKey: this.requestKey,
      });
      this.dialog.close(month);
    }, this.form);
  }
}
