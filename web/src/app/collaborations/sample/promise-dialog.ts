import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel } from '@angular/material/input';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { dayOf } from '../../ui/shanghai-day';
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
  imports: [FormDialog, MatFormField, MatInput, MatLabel, T],
  template: `
    <form
      appFormDialog
      [heading]="'orderWords.move.promise-sample' | t"
      [go]="'orderWords.move.promise-sample' | t"
      [sending]="sending"
      [refusal]="movedOn()"
      (submitted)="submit()"
    >
      <p intro class="effect">{{ 'orderSample.promise.text' | t }}</p>
      <div class="fields">
        <mat-form-field
          ><mat-label>{{ 'orderSample.promise.day' | t }}</mat-label>
          <input
            matInput
            type="date"
            name="day"
            aria-describedby="promise-day"
            [min]="first"
            [max]="last"
            [value]="day()"
            [attr.aria-invalid]="tried() && faulty()"
            (input)="set($event)"
          />
        </mat-form-field>
        <p id="promise-day" class="wrong">
          @if (tried() && faulty()) {
            {{ 'orderSample.promise.fault' | t: { last: words.day(last) } }}
          }
        </p>
      </div>
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    mat-form-field {
      width: 100%;
    }
    .effect {
      margin-bottom: 14px;
    }
    .wrong:empty {
      display: none;
    }
  `,
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

  protected set(event: Event): void {
    this.day.set((event.target as HTMLInputElement).value);
  }

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
