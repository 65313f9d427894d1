import { Component, inject, input, output } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SavedSearchView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { Toast } from '../ui/toast';
import { ShortlistsApi } from './shortlists-api';

/** Asks under which name a search is kept, and whether the others see it; closes with the search. */
@Component({
  selector: 'app-save-search-dialog',
  imports: [
    FieldError,
    FormDialog,
    MatCheckbox,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    ReactiveFormsModule,
    T,
  ],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="'shortlists.searches.save' | t"
      [go]="'shortlists.write.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'shortlists.write.name' | t }}</mat-label>
          <input matInput formControlName="name" autocomplete="off" maxlength="60" />
          <mat-error><app-field-error [control]="form.controls.name" /></mat-error>
        </mat-form-field>
        <mat-checkbox formControlName="shared">{{ 'shortlists.searches.share' | t }}</mat-checkbox>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class SaveSearchDialog {
  private readonly api = inject(ShortlistsApi);
  private readonly dialog = inject<MatDialogRef<SaveSearchDialog, SavedSearchView>>(MatDialogRef);
  private readonly query = inject<string>(MAT_DIALOG_DATA);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    shared: [false],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const ask = { ...this.form.getRawValue(), query: this.query };
    await this.sending.send(async () => this.dialog.close(await this.api.saveSearch(ask)), this.form);
  }
}

/** Keeps a search, as its address has it. For the finder: `<app-save-search-button [query]="text" (saved)="…" />`. */
@Component({
  selector: 'app-save-search-button',
  imports: [MatButton, T],
  template: `
    @if (session.may('shortlist:creators')) {
      <button matButton="outlined" type="button" (click)="save()">
        {{ 'shortlists.searches.save' | t }}
      </button>
    }
  `,
})
export class SaveSearchButton {
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  readonly query = input.required<string>();
  readonly saved = output<SavedSearchView>();

  protected async save(): Promise<void> {
    const opened = this.dialogs.open<SaveSearchDialog, string, SavedSearchView>(SaveSearchDialog, {
      data: this.query(),
      width: '440px',
    });
    const search = await firstValueFrom(opened.afterClosed());
    if (!search) return;
    this.toast.say(this.texts.say('shortlists.searches.done', { name: search.name }));
    this.saved.emit(search);
  }
}
