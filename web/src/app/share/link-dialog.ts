import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FieldError } from '../ui/field-error';
import { FormDialog } from '../ui/form-dialog';
import { Icon } from '../ui/icon';

const choices = [3, 7, 14, 30, 90] as const;

/** What a link is made for. */
export interface LinkAsk {
  title: string;
  /** what it opens, and for whom */
  text: string;
  /** makes it; the path of the console that opens it */
  open: (ask: { days: number; password?: string }) => Promise<string>;
}

/** Makes a link for people without an account and shows it, this once. */
@Component({
  selector: 'app-link-dialog',
  imports: [
    FieldError,
    FormDialog,
    Icon,
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
    T,
  ],
  template: `
    @if (address(); as link) {
      <h2 mat-dialog-title>{{ 'proposals.dialog.onceTitle' | t }}</h2>
      <mat-dialog-content>
        <p role="status">{{ 'proposals.dialog.once' | t }}</p>
        <div class="secret">
          <code>{{ link }}</code>
          <button matButton="tonal" type="button" (click)="copy(link)">
            <app-icon matButtonIcon [name]="copied() ? 'check' : 'copy'" />
            {{ (copied() ? 'proposals.dialog.copied' : 'proposals.dialog.copy') | t }}
          </button>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton="filled" mat-dialog-close type="button">{{ 'proposals.dialog.done' | t }}</button>
      </mat-dialog-actions>
    } @else {
      <form
        appFormDialog
        [formGroup]="form"
        [heading]="ask.title"
        [go]="(sending.busy() ? 'proposals.dialog.busy' : 'proposals.dialog.submit') | t"
        [sending]="sending"
        (submitted)="submit()"
      >
        <p class="note" intro>{{ ask.text }}</p>
        <div class="fields">
          <mat-form-field>
            <mat-label>{{ 'proposals.dialog.days' | t }}</mat-label>
            <mat-select formControlName="days">
              @for (days of choices; track days) {
                <mat-option [value]="days">{{ 'proposals.dialog.inDays' | t: { n: days } }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ 'proposals.dialog.password' | t }}</mat-label>
            <input matInput formControlName="password" autocomplete="off" />
            <mat-hint>{{ 'proposals.dialog.passwordHint' | t }}</mat-hint>
            <mat-error><app-field-error [control]="form.controls.password" /></mat-error>
          </mat-form-field>
        </div>
      </form>
    }
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class LinkDialog {
  private readonly clipboard = inject(Clipboard);
  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly ask = inject<LinkAsk>(MAT_DIALOG_DATA);
  protected readonly sending = sending();
  protected readonly choices = choices;
  protected readonly address = signal<string | null>(null);
  protected readonly copied = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    days: 14,
    password: ['', [Validators.minLength(6), Validators.maxLength(200)]],
  });

  protected async submit(): Promise<void> {
    const { days, password } = this.form.getRawValue();
    await this.sending.send(async () => {
      const path = await this.ask.open({ days, ...(password ? { password } : {}) });
      this.address.set(`${this.origin}/${path}`);
    }, this.form);
  }

  protected copy(link: string): void {
    this.copied.set(this.clipboard.copy(link));
  }
}
