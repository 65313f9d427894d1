import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { AgencyStatement } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { centsOf } from '../ui/cents-of';
import { FormDialog } from '../ui/form-dialog';
import { AgencyApi } from './agency-api';
import { basisPointsOf, readBy } from './amounts';

/** What a client is asked for from a month on. */
@Component({
  selector: 'app-fee-dialog',
  imports: [FormDialog, MatError, MatFormField, MatInput, MatLabel, ReactiveFormsModule, T],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="heading"
      [go]="'agency.fee.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'agency.fee.from' | t }}</mat-label>
          <input
            matInput
            formControlName="fromMonth"
            autocomplete="off"
            maxlength="7"
            placeholder="2026-11"
          />
          <mat-error>{{ 'agency.fee.monthFault' | t }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'agency.fee.percent' | t }}</mat-label>
          <input matInput formControlName="percentBasisPoints" inputmode="decimal" autocomplete="off" />
          <mat-error>{{ 'agency.fee.percentFault' | t }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'agency.fee.retainer' | t }}</mat-label>
          <input matInput formControlName="retainerCents" inputmode="decimal" autocomplete="off" />
          <mat-error>{{ 'agency.fee.moneyFault' | t }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'agency.fee.share' | t }}</mat-label>
          <input matInput formControlName="rebateShareBasisPoints" inputmode="decimal" autocomplete="off" />
          <mat-error>{{ 'agency.fee.percentFault' | t }}</mat-error>
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class FeeDialog {
  private readonly api = inject(AgencyApi);
  private readonly dialog = inject<MatDialogRef<FeeDialog, boolean>>(MatDialogRef);
  private readonly seen = inject<AgencyStatement>(MAT_DIALOG_DATA);
  protected readonly heading = inject(Texts).say('agency.fee.title', { client: this.seen.client.name });
  protected readonly form = inject(NonNullableFormBuilder).group({
    fromMonth: [this.seen.month, [Validators.required, Validators.pattern(/^20\d\d-(0[1-9]|1[0-2])$/)]],
    percentBasisPoints: [String(this.seen.scheme.percentBasisPoints / 100), readBy(basisPointsOf)],
    retainerCents: [String(this.seen.scheme.retainerCents / 100), readBy(centsOf)],
    rebateShareBasisPoints: [String(this.seen.scheme.rebateShareBasisPoints / 100), readBy(basisPointsOf)],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const { fromMonth, percentBasisPoints, retainerCents, rebateShareBasisPoints } = this.form.getRawValue();
    await this.sending.send(async () => {
      await this.api.setFee(this.seen.client.id, {
        fromMonth,
        percentBasisPoints: basisPointsOf(percentBasisPoints) ?? 0,
        retainerCents: centsOf(retainerCents) ?? 0,
        rebateShareBasisPoints: basisPointsOf(rebateShareBasisPoints) ?? 0,
      });
      this.dialog.close(true);
    }, this.form);
  }
}
