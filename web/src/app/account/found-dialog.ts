import { Component, inject, type Injector } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { foundableKinds, type FoundWorkspace } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { AccountApi } from './account-api';

/** Founds a workspace and goes there. */
@Component({
  selector: 'app-found-dialog',
  imports: [FieldError, FormDialog, MatError, MatFormField, MatInput, MatLabel, ReactiveFormsModule, T],
  templateUrl: './found-dialog.html',
  styleUrl: '../ui/form-dialog.scss',
})
export class FoundDialog {
  private readonly api = inject(AccountApi);
  private readonly dialog = inject<MatDialogRef<FoundDialog>>(MatDialogRef);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly sending = sending();

  protected readonly kinds = foundableKinds;
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    kind: 'brand' as FoundWorkspace['kind'],
  });

  protected async submit(): Promise<void> {
    await this.sending.send(async () => {
      const { workspaceId } = await this.api.found(this.form.getRawValue());
      await this.session.load();
      this.dialog.close();
      await this.router.navigate(this.session.first(workspaceId));
    }, this.form);
  }
}

export function openFoundDialog(injector: Injector): void {
  injector.get(MatDialog).open(FoundDialog, { width: '440px' });
}
