import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import type { FirstRun } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FieldError } from '../ui/field-error';
import { Icon } from '../ui/icon';
import { Door } from './door';

type Kind = FirstRun['workspaceKind'];

/** Creates the owner account of an empty installation, with its workspace. */
@Component({
  selector: 'app-first-run-page',
  imports: [
    Door,
    FieldError,
    Icon,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    ReactiveFormsModule,
    Refusal,
    T,
  ],
  templateUrl: './first-run-page.html',
  styleUrl: './first-run-page.scss',
})
export default class FirstRunPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly kinds: Kind[] = ['brand', 'agency', 'platform'];
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    email: ['', [Validators.required, Validators.email, Validators.maxLength(254)]],
    password: ['', [Validators.required, Validators.minLength(10), Validators.maxLength(200)]],
    workspaceName: ['', [Validators.required, Validators.maxLength(60)]],
    workspaceKind: 'brand' as Kind,
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    await this.sending.send(async () => {
      await this.session.firstRun(this.form.getRawValue());
      await this.router.navigateByUrl('/');
    }, this.form);
  }
}
