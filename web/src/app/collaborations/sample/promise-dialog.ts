import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { dayOf } from '../../ui/shanghai-day';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { movedOnWords } from '../order/moved-on-words';
import type { OrderCommands } from '../order/order-commands';
import { SampleWords } from './sample-words';

const dayMs = 86_400_000;
/** A first proposal. */
const usualDays = 2;

/** By which day the sample goes out. */
@Component({
  selector: 'app-promise-dialog',
  imports: [FormDialog, T, TextField],
  template: `
    <form
      appFormDialog
      [heading]="'orderWords.move.promise-sample' | t"
      [go]="'orderWords.move.promise-sample' | t"
      [sending]="sending"
      [refusal]="movedOn()"
      (submitted)="submit()"
    >
      <p intro>{{ 'orderSample.promise.text' | t }}</p>
      <app-text-field
        name="day"
        kind="date"
        [label]="'orderSample.promise.day' | t"
        [value]="day()"
        [fault]="tried() && faulty() ? ('orderSample.promise.fault' | t: { last: words.day(last) }) : null"
        (typed)="day.set($event)"
      />
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
})
export class PromiseDialog {
  private readonly dialog = inject<MatDialogRef<PromiseDialog, boolean>>(MatDialogRef);
  private readonly commands = inject<{ commands: OrderCommands }>(MAT_DIALOG_DATA).commands;
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly words = inject(SampleWords);
  private readonly daysMost = this.commands.view()?.sample?.rules.promiseDaysMost ?? 0;

  protected readonly first = dayOf(Date.now());
  protected readonly last = dayOf(Date.now() + this.daysMost * dayMs);
  protected readonly day = signal(
    this.commands.view()?.sample?.promisedDay ?? dayOf(Date.now() + usualDays * dayMs),
  );
  protected readonly tried = signal(false);
  protected readonly faulty = computed(
    () => !/^\d{4}-\d{2}-\d{2}$/.test(this.day()) || this.day() < this.first || this.day() > this.last,
  );
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.commands.view);

  protected async submit(): Promise<void> {
    this.tried.set(true);
    if (this.faulty()) return;
    const day = this.day();
    const done = await this.sending.send(() =>
      this.commands.move({ kind: 'promise-sample', day, words: '' }),
    );
    if (!done) return;
    this.toast.say(this.texts.say('orders.done'));
    this.dialog.close(true);
  }
}
