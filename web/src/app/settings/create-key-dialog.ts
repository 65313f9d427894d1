import { Component, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { type KeyScope, keyScopes, type NewKeyView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { SettingsApi } from './settings-api';

const dayMs = 86_400_000;

/** Makes a key with a name, rights and an expiry; closes with the new key and its secret. */
@Component({
  selector: 'app-create-key-dialog',
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
  templateUrl: './create-key-dialog.html',
  styleUrl: '../ui/form-dialog.scss',
})
export class CreateKeyDialog {
  private readonly api = inject(SettingsApi);
  private readonly dialog = inject<MatDialogRef<CreateKeyDialog, NewKeyView>>(MatDialogRef);
  protected readonly texts = inject(Texts);

  protected readonly scopes = keyScopes;
  protected readonly terms = [30, 90, 365];
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    /** days until it expires; 0 is never */
    days: 90,
  });
  protected readonly chosen = signal<readonly KeyScope[]>(['feed:read', 'engagements:write']);
  protected readonly scopeless = computed(() => this.chosen().length === 0);
  protected readonly sending = sending();

  protected toggle(scope: KeyScope): void {
    this.chosen.update((chosen) =>
      chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope],
    );
  }

  protected async submit(): Promise<void> {
    if (this.scopeless()) return;
    const { name, days } = this.form.getRawValue();
    const expiresAt = days > 0 ? new Date(Date.now() + days * dayMs).toISOString() : undefined;
    const ask = { name, scopes: [...this.chosen()], expiresAt };
    await this.sending.send(async () => this.dialog.close(await this.api.createKey(ask)), this.form);
  }
}
