import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
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
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    ReactiveFormsModule,
    Refusal,
    T,
  ],
  template: `
    <form [formGroup]="form" (ngSubmit)="submit()" novalidate>
      <h2 mat-dialog-title>{{ 'imports.columns.keepTitle' | t }}</h2>
      <mat-dialog-content>
        <app-refusal [words]="sending.refusal()" />
        <div class="fields">
          <mat-form-field>
            <mat-label>{{ 'imports.columns.keepName' | t }}</mat-label>
            <input matInput formControlName="name" autocomplete="off" maxlength="80" />
            <mat-hint>{{ 'imports.columns.keepText' | t }}</mat-hint>
            <mat-error><app-field-error [control]="form.controls.name" /></mat-error>
          </mat-form-field>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton mat-dialog-close type="button">{{ 'common.cancel' | t }}</button>
        <button matButton="filled" type="submit" [disabled]="sending.busy()" disabledInteractive>
          {{ 'imports.columns.keep' | t }}
        </button>
      </mat-dialog-actions>
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
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
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
