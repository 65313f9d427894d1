import { Component, inject, type Injector } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { Toast } from '../ui/toast';
import { AccountApi } from './account-api';

/** Changes one's own password; every other device has to sign in again. */
@Component({
  selector: 'app-password-dialog',
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
  templateUrl: './password-dialog.html',
  styleUrl: '../ui/form-dialog.scss',
})
export class PasswordDialog {
  private readonly api = inject(AccountApi);
  private readonly dialog = inject<MatDialogRef<PasswordDialog>>(MatDialogRef);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly sending = sending();

  protected readonly form = inject(NonNullableFormBuilder).group({
    currentPassword: ['', [Validators.required, Validators.maxLength(200)]],
    newPassword: ['', [Validators.required, Validators.minLength(10), Validators.maxLength(200)]],
  });

  protected async submit(): Promise<void> {
    await this.sending.send(async () => {
      await this.api.changePassword(this.form.getRawValue());
      this.dialog.close();
      this.toast.say(this.texts.say('account.password.changed'));
    }, this.form);
  }
}

export function openPasswordDialog(injector: Injector): void {
  injector.get(MatDialog).open(PasswordDialog, { width: '440px' });
}
