import { Component, computed, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel } from '@angular/material/input';
import type { ApplicantRow, RecruitmentView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { MoneyRows, type MoneyRow } from '../../collaborations/order/money-rows';
import { sending } from '../../problems/sending';
import { Format } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { Toast } from '../../ui/toast';
import { RecruitmentsApi } from '../recruitments-api';

export interface AnswerDialogAsk {
  recruitment: RecruitmentView;
  applicant: ApplicantRow;
  kind: 'select' | 'decline';
}

const wordsMost = 500;

/** Says what an answer does, in amounts where it holds money, takes words for the creator, and gives it. */
@Component({
  selector: 'app-answer-dialog',
  imports: [FormDialog, MatFormField, MatInput, MatLabel, MoneyRows, ReactiveFormsModule, T],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="heading"
      [go]="go()"
      [sending]="sending"
      [grave]="ask.kind === 'decline'"
      (submitted)="submit()"
    >
      <div intro>
        <p class="effect">
          {{ effect }}
        </p>
        @if (rows.length) {
          <app-money-rows class="money" [rows]="rows" />
        }
        @if (missing > 0) {
          <p class="short">
            {{ 'recruitments.answer.short' | t: { money: format.money(missing) } }}
          </p>
        }
      </div>
      <mat-form-field class="whole">
        <mat-label>{{ 'recruitments.answer.words' | t }}</mat-label>
        <textarea matInput formControlName="words" rows="2" [attr.maxlength]="wordsMost"></textarea>
      </mat-form-field>
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    .whole {
      width: 100%;
    }
    .effect {
      margin-bottom: 14px;
    }
    .money {
      display: block;
      margin-bottom: 18px;
      padding: 12px 14px;
      border-radius: 12px;
      background: var(--pr-basin);
    }
    .short {
      margin-bottom: 14px;
      color: var(--pr-stopped);
    }
  `,
})
export class AnswerDialog {
  private readonly dialog = inject<MatDialogRef<AnswerDialog>>(MatDialogRef);
  private readonly api = inject(RecruitmentsApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly ask = inject<AnswerDialogAsk>(MAT_DIALOG_DATA);
  protected readonly wordsMost = wordsMost;
  protected readonly sending = sending();
  protected readonly name = this.ask.applicant.creator.name;
  protected readonly heading = this.texts.say(`recruitments.answer.${this.ask.kind}Title`, {
    name: this.name,
  });
  protected readonly effect = this.texts.say(`recruitments.answer.${this.ask.kind}Text`, {
    days: this.ask.recruitment.terms.draftDays,
  });
  protected readonly form = inject(NonNullableFormBuilder).group({ words: '' });

  private readonly afterCents = this.ask.recruitment.cashCents - this.ask.applicant.totalCents;
  protected readonly missing = this.ask.kind === 'select' ? Math.max(0, -this.afterCents) : 0;
  protected readonly rows: readonly MoneyRow[] =
    this.ask.kind === 'decline'
      ? []
      : [
          { label: 'recruitments.answer.hold', cents: this.ask.applicant.totalCents, strong: true },
          { label: 'recruitments.answer.cash', cents: this.ask.recruitment.cashCents },
          ...(this.missing > 0
            ? []
            : [{ label: 'recruitments.answer.after' as const, cents: this.afterCents }]),
        ];
  protected readonly go = computed(() =>
    this.texts.say(`recruitments.answer.${this.ask.kind}Go`, {
      money: this.format.roundMoney(this.ask.applicant.totalCents),
    }),
  );

  protected async submit(): Promise<void> {
    const { recruitment, applicant, kind } = this.ask;
    const words = this.form.getRawValue().words.trim();
    const sent = await this.sending.send(async () => {
      await this.api.answer(recruitment.id, applicant.id, { kind, version: applicant.version, words });
    });
    if (!sent) return;
    const done = kind === 'select' ? 'selected' : 'declined';
    this.toast.say(this.texts.say(`recruitments.answer.${done}`, { name: this.name }));
    this.dialog.close();
  }
}
