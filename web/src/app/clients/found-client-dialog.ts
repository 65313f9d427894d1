import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ClientRow } from '@poolrise/contracts';
import { categories, type Category } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { ClientsApi } from './clients-api';

/** Founds a room for a client; closes with it. */
@Component({
  selector: 'app-found-client-dialog',
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
  templateUrl: './found-client-dialog.html',
  styleUrl: '../ui/form-dialog.scss',
})
export class FoundClientDialog {
  private readonly api = inject(ClientsApi);
  private readonly dialog = inject<MatDialogRef<FoundClientDialog, ClientRow>>(MatDialogRef);
  protected readonly sending = sending();
  protected readonly categories = categories;
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    category: [categories[0] as Category, Validators.required],
    brands: '',
  });

  protected async submit(): Promise<void> {
    const { brands, ...ask } = this.form.getRawValue();
    const names = brands
      .split(/[,，、]/)
      .map((name) => name.trim())
      .filter(Boolean);
    await this.sending.send(
      async () => this.dialog.close(await this.api.found({ ...ask, brands: names })),
      this.form,
    );
  }
}
