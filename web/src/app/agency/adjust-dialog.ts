import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { AgencyStatement } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { AgencyApi } from './agency-api';
import { readBy, signedCents } from './amounts';

/** Corrects what a client is charged. Closes with the month that it is booked in. */
@Component({
  selector: 'app-adjust-dialog',
  imports: [FieldError, FormDialog, MatError, MatFormField, MatInput, MatLabel, ReactiveFormsModule, T],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="'agency.adjustDialog.title' | t"
      [go]="'agency.adjustDialog.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <p intro>{{ 'agency.adjustDialog.about' | t }}</p>
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'agency.adjustDialog.amount' | t }}</mat-label>
          <input matInput formControlName="cents" autocomplete="off" />
          <mat-error>{{ 'agency.adjustDialog.amountFault' | t }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'agency.adjustDialog.reason' | t }}</mat-label>
          <input matInput formControlName="reason" autocomplete="off" maxlength="120" />
          <mat-error><app-field-error [control]="form.controls.reason" /></mat-error>
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class AdjustDialog {
  private readonly api = inject(AgencyApi);
  private readonly dialog = inject<MatDialogRef<AdjustDialog, string>>(MatDialogRef);
  private readonly seen = inject<AgencyStatement>(MAT_DIALOG_DATA);
  private readonly requestKey = crypto.randomUUID();
  protected readonly form = inject(NonNullableFormBuilder).group({
    cents: ['', readBy((text) => signedCents(text) || null)],
    reason: ['', [Validators.required, Validators.maxLength(120)]],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const { cents, reason } = this.form.getRawValue();
    const { client, month } = this.seen;
    await this.sending.send(async () => {
      const booked = await this.api.adjust(client.id, {
        month,
        cents: signedCents(cents) ?? 0,
        reason,
        requestKey: this.requestKey,
      });
      this.dialog.close(booked.month);
    }, this.form);
  }
}
