import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { ProblemCode } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Refusal } from '../problems/refusal';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';

const passwordCodes: ProblemCode[] = ['link-password-needed', 'link-password-wrong'];

/** What stands where a link has not opened anything yet: waiting, a password to be given, closed, or failed. */
@Component({
  selector: 'app-link-door',
  imports: [
    EmptyState,
    FailedState,
    FormsModule,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    Refusal,
    Skeleton,
    T,
  ],
  template: `
    @switch (face()) {
      @case ('locked') {
        <form class="pr-card" (ngSubmit)="unlock.emit(password())">
          <h1>{{ 'share.passwordTitle' | t }}</h1>
          <p class="pr-muted">{{ 'share.passwordText' | t }}</p>
          <app-refusal [words]="wrong()" />
          <mat-form-field>
            <mat-label>{{ 'share.password' | t }}</mat-label>
            <input
              matInput
              type="password"
              name="password"
              autocomplete="off"
              maxlength="200"
              [ngModel]="password()"
              (ngModelChange)="password.set($event)"
            />
          </mat-form-field>
          <button matButton="filled" type="submit" [disabled]="busy() || !password()" disabledInteractive>
            {{ 'share.enter' | t }}
          </button>
        </form>
      }
      @case ('closed') {
        <div class="pr-card">
          <app-empty-state icon="link" [title]="'share.closedTitle' | t" [text]="'share.closedText' | t" />
        </div>
      }
      @case ('failed') {
        <div class="pr-card"><app-failed-state [error]="failure()" (retry)="retry.emit()" /></div>
      }
      @default {
        <div aria-busy="true" class="waiting">
          <p class="pr-only-screen-reader" role="status">{{ 'common.loading' | t }}</p>
          <app-skeleton height="52px" />
          <app-skeleton height="220px" radius="16px" />
          <app-skeleton height="140px" radius="16px" />
        </div>
      }
    }
  `,
  styles: `
    .pr-card {
      display: grid;
      gap: 12px;
      max-width: 420px;
      margin: 12vh auto 0;
    }
    h1 {
      font-size: 19px;
      font-weight: 650;
    }
    .waiting {
      display: grid;
      gap: 14px;
    }
  `,
})
export class LinkDoor {
  private readonly says = inject(ProblemText);
  /** why nothing was opened; null while the question is on its way */
  readonly failure = input.required<unknown>();
  readonly busy = input(false);
  readonly unlock = output<string>();
  readonly retry = output();
  protected readonly password = signal('');

  protected readonly face = computed(() => {
    const failure = this.failure();
    if (!failure) return 'waiting';
    const { code } = problemOf(failure);
    if (passwordCodes.includes(code)) return 'locked';
    // What is no link at all is to the reader the same as one that is closed.
    return code === 'link-not-open' || code === 'invalid-input' ? 'closed' : 'failed';
  });
  protected readonly wrong = computed(() => {
    const problem = problemOf(this.failure());
    // That a password is needed is the form itself.
    if (problem.code === 'link-password-needed') return null;
    return `${this.says.title(problem)} ${this.says.remedy(problem)}`;
  });
}
