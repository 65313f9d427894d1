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
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';

/** As the contracts have it. */
const reasonLengthMax = 200;

/** A decision that wants a reason: its words, and what sends it. */
export interface ReasonAsk {
  title: string;
  /** what it is about, and the language of that */
  subject: string;
  subjectLanguage?: string;
  /** what the decision does */
  effect: string;
  label: string;
  hint: string;
  /** said when the reason is missing */
  fault: string;
  confirm: string;
  /** it takes something away */
  grave?: boolean;
  send: (reason: string) => Promise<void>;
}

/** Asks for the reason of a decision that cannot be taken back, and sends both once. */
@Component({
  selector: 'app-reason-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    Refusal,
    T,
  ],
  template: `
    <h2 mat-dialog-title>{{ ask.title }}</h2>
    <mat-dialog-content>
      <p class="note" [attr.lang]="ask.subjectLanguage ?? null">{{ ask.subject }}</p>
      <p>{{ ask.effect }}</p>
      <form id="reason-form" (submit)="send($event)">
        <mat-form-field>
          <mat-label>{{ ask.label }}</mat-label>
          <input
            matInput
            autocomplete="off"
            aria-describedby="reason-hint"
            [attr.maxlength]="reasonLengthMax"
            [attr.aria-invalid]="missing()"
            (input)="reason.set(text($event))"
          />
        </mat-form-field>
        <p id="reason-hint" class="under" [class.fault]="missing()" [attr.role]="missing() ? 'alert' : null">
          {{ missing() ? ask.fault : ask.hint }}
        </p>
        <app-refusal [words]="sending.refusal()">
          <!-- Who decided what is only in the words of the api. -->
          @if (sending.problem(); as problem) {
            @if (problem.code.endsWith('-already-answered')) {
              <p lang="en">{{ problem.detail }}</p>
            }
          }
        </app-refusal>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>
        {{ (sending.problem() ? 'common.close' : 'common.cancel') | t }}
      </button>
      <button
        matButton="filled"
        type="submit"
        form="reason-form"
        disabledInteractive
        [disabled]="sending.busy()"
        [class.pr-grave]="ask.grave"
      >
        {{ ask.confirm }}
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
  `,
})
export class ReasonDialog {
  private readonly dialog = inject<MatDialogRef<ReasonDialog>>(MatDialogRef);
  protected readonly ask = inject<ReasonAsk>(MAT_DIALOG_DATA);
  protected readonly reasonLengthMax = reasonLengthMax;

  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  protected missing(): boolean {
    return this.tried() && !this.reason().trim();
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const reason = this.reason().trim();
    if (!reason) return;
    await this.sending.send(async () => {
      await this.ask.send(reason);
      this.dialog.close();
    });
  }
}
