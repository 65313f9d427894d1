import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { WalletSettingsView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { WalletApi } from './wallet-api';

/** Whom invoices name: stands on every statement from now on. */
@Component({
  selector: 'app-invoice-buyer-dialog',
  imports: [
    FieldError,
    FormDialog,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    ReactiveFormsModule,
    T,
  ],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="'statement.buyer.title' | t"
      [go]="'statement.buyer.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'statement.buyer.name' | t }}</mat-label>
          <input matInput formControlName="name" autocomplete="organization" maxlength="100" />
          <mat-error><app-field-error [control]="form.controls.name" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'statement.buyer.taxNumber' | t }}</mat-label>
          <input matInput formControlName="taxNumber" autocomplete="off" maxlength="20" />
          <mat-hint>{{ 'statement.buyer.taxNumberHint' | t }}</mat-hint>
          <mat-error>{{ 'statement.buyer.taxNumberFault' | t }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'statement.buyer.address' | t }}</mat-label>
          <input matInput formControlName="address" autocomplete="street-address" maxlength="200" />
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class InvoiceBuyerDialog {
  private readonly api = inject(WalletApi);
  private readonly dialog = inject<MatDialogRef<InvoiceBuyerDialog, boolean>>(MatDialogRef);
  private readonly buyer = inject<WalletSettingsView['buyer']>(MAT_DIALOG_DATA);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [this.buyer?.name ?? '', [Validators.required, Validators.maxLength(100)]],
    // As the contract has it.
    taxNumber: [
      this.buyer?.taxNumber ?? '',
      [Validators.required, Validators.pattern(/^\s*[0-9A-Za-z]{15,20}\s*$/)],
    ],
    address: [this.buyer?.address ?? '', Validators.maxLength(200)],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    await this.sending.send(async () => {
      await this.api.setInvoiceBuyer(this.form.getRawValue());
      this.dialog.close(true);
    }, this.form);
  }
}
