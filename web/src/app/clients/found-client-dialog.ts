import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ClientRow } from '@poolrise/contracts';
import { categories, type Category } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { ClientsApi } from './clients-api';

/** Founds a room for a client; closes with it. */
@Component({
  selector: 'app-found-client-dialog',
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
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    Refusal,
    T,
  ],
  template: `
    <form [formGroup]="form" (ngSubmit)="submit()" novalidate>
      <h2 mat-dialog-title>{{ 'clients.dialog.title' | t }}</h2>
      <mat-dialog-content>
        <app-refusal [words]="sending.refusal()" />
        <div class="fields">
          <mat-form-field>
            <mat-label>{{ 'clients.dialog.name' | t }}</mat-label>
            <input matInput formControlName="name" autocomplete="off" maxlength="60" />
            <mat-error><app-field-error [control]="form.controls.name" /></mat-error>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ 'clients.dialog.category' | t }}</mat-label>
            <mat-select formControlName="category">
              @for (category of categories; track category) {
                <mat-option [value]="category">{{ 'common.category.' + category | t }}</mat-option>
              }
            </mat-select>
            <mat-hint>{{ 'clients.dialog.categoryHint' | t }}</mat-hint>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ 'clients.dialog.brands' | t }}</mat-label>
            <input matInput formControlName="brands" autocomplete="off" maxlength="400" />
            <mat-hint>{{ 'clients.dialog.brandsHint' | t }}</mat-hint>
            <mat-error><app-field-error [control]="form.controls.brands" /></mat-error>
          </mat-form-field>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton mat-dialog-close type="button">{{ 'common.cancel' | t }}</button>
        <button matButton="filled" type="submit" [disabled]="sending.busy()" disabledInteractive>
          {{ (sending.busy() ? 'clients.dialog.busy' : 'clients.dialog.submit') | t }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
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
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
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
