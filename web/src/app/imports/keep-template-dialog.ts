import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { ImportsApi } from './imports-api';

interface Keeping {
  importId: string;
  /** offered as the name */
  name: string;
}

/** Asks under which name the mapping of a file is kept; closes with the name. */
@Component({
  selector: 'app-keep-template-dialog',
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
      [heading]="'imports.columns.keepTitle' | t"
      [go]="'imports.columns.keep' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'imports.columns.keepName' | t }}</mat-label>
          <input matInput formControlName="name" autocomplete="off" maxlength="80" />
          <mat-hint>{{ 'imports.columns.keepText' | t }}</mat-hint>
          <mat-error><app-field-error [control]="form.controls.name" /></mat-error>
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class KeepTemplateDialog {
  private readonly api = inject(ImportsApi);
  private readonly dialog = inject<MatDialogRef<KeepTemplateDialog, string>>(MatDialogRef);
  private readonly keeping = inject<Keeping>(MAT_DIALOG_DATA);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [this.keeping.name, [Validators.required, Validators.maxLength(80)]],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const { name } = this.form.getRawValue();
    await this.sending.send(async () => {
      await this.api.keepTemplate(this.keeping.importId, name);
      this.dialog.close(name);
    }, this.form);
  }
}

/** The name that the mapping was kept under, or nothing when it was left. */
export function keptTemplate(dialogs: MatDialog, data: Keeping): Promise<string | undefined> {
  const opened = dialogs.open<KeepTemplateDialog, Keeping, string>(KeepTemplateDialog, {
    data,
    width: '460px',
  });
  return firstValueFrom(opened.afterClosed());
}
