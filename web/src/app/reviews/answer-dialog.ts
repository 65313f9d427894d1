import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel } from '@angular/material/input';
import type { Problem, ReviewAnswer, ReviewRow, ReviewVerdict } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Toast } from '../ui/toast';
import { ReviewsApi } from './reviews-api';

/** As the contract has it. */
const reasonLengthMax = 200;

export interface AnswerChoice {
  note: Pick<ReviewRow, 'noteId' | 'title' | 'language'>;
  verdict: ReviewVerdict;
}

/** Asks for the reason of a decision, since the workspace reads it; a decision cannot be taken back. */
@Component({
  selector: 'app-answer-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    T,
  ],
  template: `
    <h2 mat-dialog-title>{{ words.dialog }}</h2>
    <mat-dialog-content>
      <p class="note" [attr.lang]="choice.note.language">{{ choice.note.title }}</p>
      <p>{{ words.effect }}</p>
      <form id="answer-review" (submit)="send($event)">
        <mat-form-field>
          <mat-label>{{ 'reviews.dialog.reason' | t }}</mat-label>
          <input
            matInput
            autocomplete="off"
            aria-describedby="answer-review-reason"
            [attr.maxlength]="reasonLengthMax"
            [attr.aria-invalid]="tried() && !reason().trim()"
            (input)="reason.set(text($event))"
          />
        </mat-form-field>
        <p
          id="answer-review-reason"
          class="under"
          [class.fault]="tried() && !reason().trim()"
          [attr.role]="tried() && !reason().trim() ? 'alert' : null"
        >
          {{ (tried() && !reason().trim() ? 'reviews.dialog.reasonFault' : 'reviews.dialog.reasonHint') | t }}
        </p>
        <div role="alert">
          @if (problem(); as problem) {
            <p class="fault">
              <b>{{ says.title(problem) }}.</b> {{ says.remedy(problem) }}
            </p>
            <!-- Who decided what is only in the words of the api. -->
            @if (problem.code === 'review-already-answered') {
              <p lang="en">{{ problem.detail }}</p>
            }
          }
        </div>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>
        {{ (problem() ? 'common.close' : 'common.cancel') | t }}
      </button>
      <button
        matButton="filled"
        type="submit"
        form="answer-review"
        disabledInteractive
        [disabled]="sending()"
        [class]="choice.verdict"
      >
        {{ words.verdict }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    form {
      display: grid;
      margin-top: 18px;
    }
    .note {
      margin-bottom: 8px;
      color: var(--pr-ink);
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .under {
      min-height: 18px;
      margin: 4px 0 8px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .fault {
      color: var(--pr-stopped);
    }
    .rejected {
      --mat-button-filled-container-color: var(--pr-stopped);
      --mat-button-filled-label-text-color: var(--pr-on-action);
    }
  `,
})
export class AnswerDialog {
  private readonly api = inject(ReviewsApi);
  private readonly dialog = inject<MatDialogRef<AnswerDialog, ReviewAnswer>>(MatDialogRef);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  protected readonly says = inject(ProblemText);
  protected readonly choice = inject<AnswerChoice>(MAT_DIALOG_DATA);
  protected readonly reasonLengthMax = reasonLengthMax;
  protected readonly words = {
    dialog: this.texts.say(`reviews.dialog.${this.choice.verdict}`),
    effect: this.texts.say(`reviews.effect.${this.choice.verdict}`),
    verdict: this.texts.say(`reviews.verdict.${this.choice.verdict}`),
  };

  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const reason = this.reason().trim();
    if (!reason || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const { verdict, note } = this.choice;
      const answer = await this.api.answer(note.noteId, { verdict, reason });
      this.toast.say(this.texts.say(`reviews.done.${verdict}`, { title: note.title }));
      this.dialog.close(answer);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set(false);
    }
  }
}
