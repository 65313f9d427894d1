import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { AgencyWorkload } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { AgencyApi } from './agency-api';

/** Within how many hours the agency answers one kind of task. */
@Component({
  selector: 'app-hours-dialog',
  imports: [FormDialog, MatError, MatFormField, MatInput, MatLabel, ReactiveFormsModule, T],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="heading"
      [go]="'agency.desk.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'agency.desk.hoursField' | t }}</mat-label>
          <input matInput formControlName="hours" inputmode="numeric" autocomplete="off" maxlength="3" />
          <mat-error>{{ 'agency.desk.hoursFault' | t }}</mat-error>
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class HoursDialog {
  private readonly api = inject(AgencyApi);
  private readonly dialog = inject<MatDialogRef<HoursDialog, boolean>>(MatDialogRef);
  private readonly texts = inject(Texts);
  protected readonly set = inject<AgencyWorkload['hours'][number]>(MAT_DIALOG_DATA);
  protected readonly heading = this.texts.say('agency.desk.hoursTitle', {
    kind: this.texts.say(`agency.desk.kind.${this.set.kind}`),
  });
  protected readonly form = inject(NonNullableFormBuilder).group({
    hours: [
      String(this.set.hours),
      [Validators.required, Validators.pattern(/^\d+$/), Validators.min(1), Validators.max(720)],
    ],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    await this.sending.send(async () => {
      await this.api.setHours({ kind: this.set.kind, hours: Number(this.form.getRawValue().hours) });
      this.dialog.close(true);
    }, this.form);
  }
}
