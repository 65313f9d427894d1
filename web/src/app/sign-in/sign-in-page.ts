import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import type { DemoLogin, SignIn } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Nowhere } from '../account/nowhere';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Session } from '../session/session';
import { FieldError } from '../ui/field-error';
import { Icon } from '../ui/icon';
import { Door } from './door';

/** Opens the console for a person; on a demo installation also with one press. */
@Component({
  selector: 'app-sign-in-page',
  imports: [
    Door,
    FieldError,
    Icon,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MatSuffix,
    Nowhere,
    ReactiveFormsModule,
    T,
  ],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export default class SignInPage {
  private readonly router = inject(Router);
  private readonly says = inject(ProblemText);
  protected readonly session = inject(Session);

  /** where to go afterwards, from the address */
  readonly return = input<string>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email, Validators.maxLength(254)]],
    password: ['', [Validators.required, Validators.maxLength(200)]],
  });
  protected readonly demoLogins = httpResource<DemoLogin[]>(
    () => (this.session.demo() ? '/api/v1/demo-logins' : undefined),
    {
      defaultValue: [],
    },
  );
  protected readonly busy = signal(false);
  protected readonly refusal = signal<{ title: string; remedy: string } | null>(null);
  protected readonly shown = signal(false);

  protected submit(): void {
    this.form.markAllAsTouched();
    if (this.form.valid) void this.enter(this.form.getRawValue());
  }

  protected async enter(ask: SignIn): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await this.session.signIn(ask);
      await this.router.navigateByUrl(inside(this.return()));
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set({ title: this.says.title(problem), remedy: this.says.remedy(problem) });
    } finally {
      this.busy.set(false);
    }
  }
}

/** Only an address of our own: `//elsewhere.example` would lead a person who trusts us away. */
function inside(address: string | undefined): string {
  return address?.startsWith('/') && !/^\/[/\\]/.test(address) ? address : '/';
}
