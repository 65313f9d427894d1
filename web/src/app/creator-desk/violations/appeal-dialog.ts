import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatInput, MatLabel } from '@angular/material/input';
import type { ViolationRow } from '@poolrise/contracts';
import { appealDays, appealHours, appealReasonMax } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { Toast } from '../../ui/toast';
import { ViolationsApi } from './violations-api';

/** Says why a decision about a note is wrong; once. */
@Component({
  selector: 'app-appeal-dialog',
  imports: [FormDialog, MatError, MatFormField, MatHint, MatInput, MatLabel, ReactiveFormsModule, T],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="'violations.appeal.title' | t"
      [go]="'violations.appeal.go' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div intro>
        <p class="note" [attr.lang]="row.language">{{ row.title }}</p>
        <p class="effect">{{ 'violations.appeal.text' | t: terms }}</p>
      </div>
      <mat-form-field class="whole">
        <mat-label>{{ 'violations.appeal.reason' | t }}</mat-label>
        <textarea matInput formControlName="reason" rows="5" [attr.maxlength]="terms.most"></textarea>
        <mat-hint>{{ 'violations.appeal.hint' | t: terms }}</mat-hint>
        <mat-error>{{ 'violations.appeal.fault' | t }}</mat-error>
      </mat-form-field>
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    .note {
      margin-bottom: 8px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .effect {
      margin-bottom: 16px;
    }
    .whole {
      width: 100%;
    }
  `,
})
export class AppealDialog {
  private readonly dialog = inject<MatDialogRef<AppealDialog, boolean>>(MatDialogRef);
  private readonly api = inject(ViolationsApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly requestKey = crypto.randomUUID();
  protected readonly row = inject<ViolationRow>(MAT_DIALOG_DATA);
  protected readonly terms = { days: appealDays, hours: appealHours, most: appealReasonMax };
  protected readonly sending = sending();
  protected readonly form = inject(NonNullableFormBuilder).group({
    reason: ['', [Validators.required, Validators.pattern(/\S/)]],
  });

  protected async submit(): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    const sent = await this.sending.send(async () => {
      await this.api.appeal(this.row.noteId, { reason, requestKey: this.requestKey });
    });
    if (!sent) return;
    this.toast.say(this.texts.say('violations.appeal.sent'));
    this.dialog.close(true);
  }
}
