import { Component, computed, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatInput, MatLabel } from '@angular/material/input';
import type { MoveOrder } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import type { TextKey } from '../../../i18n/text-key';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { Toast } from '../../ui/toast';
import { moneyRowsOf } from './money-of-move';
import { MoneyRows } from './money-rows';
import { movedOnWords } from './moved-on-words';
import type { OrderCommands } from './order-commands';

/** Moves that need nothing but words. */
export type WordsMove =
  | {
      kind: Exclude<
        MoveOrder['kind'],
        | 'counter'
        | 'resolve'
        | 'ask-removal'
        | 'ask-extension'
        | 'counter-extension'
        | 'send-sample'
        | 'promise-sample'
      >;
    }
  | { kind: 'ask-removal'; removal: 'hide' | 'delete' };

export interface MoveDialogAsk {
  move: WordsMove;
  commands: OrderCommands;
}

const wordsMost = 2_000;
/** Whoever gets these has to know why. */
const wordsNeeded: readonly WordsMove['kind'][] = ['send-back', 'fail-audit', 'dispute'];
const grave: readonly WordsMove['kind'][] = ['decline', 'withdraw', 'cancel', 'fail-audit', 'report-removed'];

/** Says what a move does, in amounts where it moves money, takes the words that go with it, and makes it. */
@Component({
  selector: 'app-move-dialog',
  imports: [
    FormDialog,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MoneyRows,
    ReactiveFormsModule,
    T,
  ],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="title | t"
      [go]="title | t"
      [sending]="sending"
      [refusal]="movedOn()"
      [grave]="grave"
      (submitted)="submit()"
    >
      <div intro>
        <p class="effect">{{ effect() | t }}</p>
        @if (rows().length) {
          <app-money-rows class="money" [rows]="rows()" />
        }
      </div>
      <mat-form-field class="whole">
        <mat-label>{{ (needed ? 'orders.dialog.wordsNeeded' : 'orders.dialog.words') | t }}</mat-label>
        <textarea matInput formControlName="words" rows="3" [attr.maxlength]="wordsMost"></textarea>
        <mat-hint>{{ 'orders.dialog.wordsHint' | t }}</mat-hint>
        <mat-error>{{ 'orders.dialog.wordsFault' | t }}</mat-error>
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
  `,
})
export class MoveDialog {
  private readonly dialog = inject<MatDialogRef<MoveDialog, boolean>>(MatDialogRef);
  private readonly ask = inject<MoveDialogAsk>(MAT_DIALOG_DATA);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly opened = new Date();
  protected readonly wordsMost = wordsMost;
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.ask.commands.view);

  private readonly kind = this.ask.move.kind;
  protected readonly needed = wordsNeeded.includes(this.kind);
  protected readonly grave = grave.includes(this.kind);
  protected readonly title: TextKey =
    this.ask.move.kind === 'ask-removal'
      ? `orderWords.move.${this.ask.move.removal}`
      : `orderWords.move.${this.ask.move.kind}`;
  protected readonly effect = computed((): TextKey => {
    const view = this.ask.commands.view();
    const last =
      this.kind === 'send-back' &&
      view?.state === 'brand-review' &&
      view.rejections + 1 >= view.terms.revisionsMost;
    return last ? 'orderWords.effect.send-back-last' : `orderWords.effect.${this.kind}`;
  });
  protected readonly rows = computed(() => {
    const view = this.ask.commands.view();
    return view ? moneyRowsOf(view, this.ask.move, this.opened) : [];
  });
  protected readonly form = inject(NonNullableFormBuilder).group({
    words: ['', this.needed ? [Validators.required, Validators.pattern(/\S/)] : []],
  });

  protected async submit(): Promise<void> {
    const words = this.form.getRawValue().words.trim();
    if (!(await this.sending.send(() => this.ask.commands.move({ ...this.ask.move, words })))) return;
    this.toast.say(this.texts.say('orders.done'));
    this.dialog.close(true);
  }
}
