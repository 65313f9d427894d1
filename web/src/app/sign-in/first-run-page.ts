import { Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import type { FirstRun } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { refuseFields } from '../problems/refuse-fields';
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
    T,
  ],
  templateUrl: './first-run-page.html',
  styleUrl: './first-run-page.scss',
})
export default class FirstRunPage {
  private readonly router = inject(Router);
  private readonly says = inject(ProblemText);
  private readonly session = inject(Session);

  protected readonly kinds: Kind[] = ['brand', 'agency', 'platform'];
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    email: ['', [Validators.required, Validators.email, Validators.maxLength(254)]],
    password: ['', [Validators.required, Validators.minLength(10), Validators.maxLength(200)]],
    workspaceName: ['', [Validators.required, Validators.maxLength(60)]],
    workspaceKind: 'brand' as Kind,
  });
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await this.session.firstRun(this.form.getRawValue());
      await this.router.navigateByUrl('/');
    } catch (error) {
      const problem = problemOf(error);
      const words = `${this.says.title(problem)} ${this.says.remedy(problem)}`;
      if (!refuseFields(this.form, problem, words)) this.refusal.set(words);
    } finally {
      this.busy.set(false);
    }
  }
}
