import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { CreatorListView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { ShortlistsApi } from './shortlists-api';

/** Begins a list, or gives one another name or purpose; closes with the list. */
@Component({
  selector: 'app-write-list-dialog',
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
      [heading]="(list ? 'shortlists.write.change' : 'shortlists.write.create') | t"
      [go]="(list ? 'shortlists.write.save' : 'shortlists.write.create') | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'shortlists.write.name' | t }}</mat-label>
          <input matInput formControlName="name" autocomplete="off" maxlength="60" />
          <mat-error><app-field-error [control]="form.controls.name" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'shortlists.write.purpose' | t }}</mat-label>
          <textarea matInput formControlName="purpose" rows="3" maxlength="300"></textarea>
          <mat-hint>{{ 'shortlists.write.purposeHint' | t }}</mat-hint>
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class WriteListDialog {
  private readonly api = inject(ShortlistsApi);
  private readonly dialog = inject<MatDialogRef<WriteListDialog, CreatorListView>>(MatDialogRef);
  protected readonly list = inject<CreatorListView | null>(MAT_DIALOG_DATA);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [this.list?.name ?? '', [Validators.required, Validators.maxLength(60)]],
    purpose: [this.list?.purpose ?? '', Validators.maxLength(300)],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const ask = this.form.getRawValue();
    await this.sending.send(
      async () =>
        this.dialog.close(await (this.list ? this.api.change(this.list.id, ask) : this.api.create(ask))),
      this.form,
    );
  }
}

/** The list that was written, or nothing when it was left. */
export function writtenList(
  dialogs: MatDialog,
  list: CreatorListView | null,
): Promise<CreatorListView | undefined> {
  const opened = dialogs.open<WriteListDialog, CreatorListView | null, CreatorListView>(WriteListDialog, {
    data: list,
    width: '480px',
  });
  return firstValueFrom(opened.afterClosed());
}
