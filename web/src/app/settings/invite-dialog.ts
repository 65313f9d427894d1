import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { type InvitationView, type Role, rolesToGive } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { SettingsApi } from './settings-api';

/** Asks a person to join in a role, with a first password for those who have no account; closes with the invitation. */
@Component({
  selector: 'app-invite-dialog',
  imports: [
    FieldError,
    FormDialog,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    T,
  ],
  templateUrl: './invite-dialog.html',
  styleUrl: '../ui/form-dialog.scss',
})
export class InviteDialog {
  private readonly api = inject(SettingsApi);
  private readonly dialog = inject<MatDialogRef<InviteDialog, InvitationView>>(MatDialogRef);
  private readonly session = inject(Session);

  protected readonly roles = rolesToGive(this.session.workspace()?.workspaceKind ?? 'brand');
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    email: ['', [Validators.required, Validators.email, Validators.maxLength(254)]],
    role: [(this.roles[1] ?? this.roles[0]) as Role, Validators.required],
    password: ['', [Validators.required, Validators.minLength(10), Validators.maxLength(200)]],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    await this.sending.send(
      async () => this.dialog.close(await this.api.invite(this.form.getRawValue())),
      this.form,
    );
  }
}
