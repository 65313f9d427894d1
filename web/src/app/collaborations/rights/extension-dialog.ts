import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel, MatPrefix } from '@angular/material/input';
import { extensionBounds, isQuote, quoteBounds } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { centsOf } from '../../ui/cents-of';
import { FormDialog } from '../../ui/form-dialog';
import { Format } from '../../ui/format';
import { dayOf, endOfDay } from '../../ui/shanghai-day';
import { Toast } from '../../ui/toast';
import { moneyRowsOf } from '../order/money-of-move';
import { MoneyRows } from '../order/money-rows';
import { movedOnWords } from '../order/moved-on-words';
import type { OrderCommands } from '../order/order-commands';
import { orderOf } from '../order-of';

export interface ExtensionDialogAsk {
  commands: OrderCommands;
  kind: 'ask-extension' | 'counter-extension';
}

const dayMs = 86_400_000;
/** A first proposal: two months more. */
const usualDays = 60;

/** Longer rights for a price, with what it comes to while it is typed. */
@Component({
  selector: 'app-extension-dialog',
  imports: [FormDialog, MatFormField, MatInput, MatLabel, MatPrefix, MoneyRows, T],
  template: `
    <form
      appFormDialog
      [heading]="title | t"
      [go]="title | t"
      [sending]="sending"
      [refusal]="movedOn()"
      (submitted)="submit()"
    >
      <p intro class="effect">{{ effect() }}</p>
      <div class="fields">
        <div>
          <mat-form-field>
            <mat-label>{{ 'usageRights.extension.until' | t }}</mat-label>
            <input
              matInput
              type="date"
              name="until"
              aria-describedby="extension-until"
              [value]="day()"
              [attr.aria-invalid]="tried() && until() === null"
              (input)="day.set(text($event))"
            />
          </mat-form-field>
          <p id="extension-until" class="wrong">
            @if (tried() && until() === null) {
              {{ 'usageRights.extension.untilFault' | t: bounds() }}
            }
          </p>
        </div>
        <div>
          <mat-form-field>
            <mat-label>{{ 'usageRights.extension.price' | t }}</mat-label>
            <span matTextPrefix>¥&nbsp;</span>
            <input
              matInput
              name="quote"
              inputmode="decimal"
              autocomplete="off"
              aria-describedby="extension-quote"
              [value]="quote()"
              [attr.aria-invalid]="tried() && quoteCents() === null"
              (input)="quote.set(text($event))"
            />
          </mat-form-field>
          <p id="extension-quote" class="wrong">
            @if (tried() && quoteCents() === null) {
              {{ 'orders.dialog.quoteFault' | t: quoteRange }}
            } @else if (tried() && unchanged()) {
              {{ 'usageRights.extension.unchanged' | t }}
            }
          </p>
        </div>
        @if (rows().length) {
          <app-money-rows class="money" aria-live="polite" [rows]="rows()" />
        }
        <mat-form-field>
          <mat-label>{{ 'orders.dialog.words' | t }}</mat-label>
          <textarea
            matInput
            name="words"
            rows="2"
            maxlength="2000"
            (input)="words.set(text($event))"
          ></textarea>
        </mat-form-field>
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
    .money {
      padding: 12px 14px;
      border-radius: 12px;
      background: var(--pr-basin);
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class ExtensionDialog {
  private readonly dialog = inject<MatDialogRef<ExtensionDialog, boolean>>(MatDialogRef);
  private readonly ask = inject<ExtensionDialogAsk>(MAT_DIALOG_DATA);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  private readonly opened = new Date();
  private readonly view = this.ask.commands.view;
  private readonly before = this.view()?.extension ?? null;
  private readonly ends = Date.parse(this.view()?.rightsUntil ?? this.opened.toISOString());

  protected readonly title: TextKey = `orderWords.move.${this.ask.kind}`;
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.view);
  protected readonly quote = signal(this.before ? String(this.before.price.quoteCents / 100) : '');
  protected readonly day = signal(
    dayOf(
      this.before
        ? Date.parse(this.before.until)
        : Math.max(this.ends, this.opened.getTime()) + usualDays * dayMs,
    ),
  );
  protected readonly words = signal('');
  protected readonly tried = signal(false);
  protected readonly quoteRange = {
    min: this.format.roundMoney(quoteBounds.leastCents),
    max: this.format.roundMoney(quoteBounds.mostCents),
  };

  protected readonly effect = computed(() =>
    this.texts.say(`orderWords.effect.${this.ask.kind}`, {
      hours: this.view()?.extensionRules.answerHours ?? 0,
    }),
  );
  private readonly range = computed(() => {
    const view = this.view();
    return view ? extensionBounds(orderOf(view), this.opened.getTime()) : null;
  });
  protected readonly bounds = computed(() => ({
    after: this.format.day(new Date(this.range()?.after ?? this.opened).toISOString()),
    most: this.format.day(new Date(this.range()?.most ?? this.opened).toISOString()),
  }));
  protected readonly quoteCents = computed(() => {
    const cents = centsOf(this.quote());
    return cents !== null && isQuote(cents) ? cents : null;
  });
  /** A day that was not touched keeps its hour. */
  protected readonly until = computed(() => {
    const kept = this.before && Date.parse(this.before.until);
    const at = kept && dayOf(kept) === this.day() ? kept : endOfDay(this.day());
    const range = this.range();
    return range && at > range.after && at <= range.most ? at : null;
  });
  protected readonly unchanged = computed(
    () =>
      this.before !== null &&
      this.before.price.quoteCents === this.quoteCents() &&
      Date.parse(this.before.until) === this.until(),
  );
  protected readonly rows = computed(() => {
    const [view, quoteCents, until] = [this.view(), this.quoteCents(), this.until()];
    if (!view || quoteCents === null || until === null) return [];
    return moneyRowsOf(view, { kind: this.ask.kind, quoteCents, until }, this.opened);
  });

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const [quoteCents, until] = [this.quoteCents(), this.until()];
    if (quoteCents === null || until === null || this.unchanged()) return;
    const move = { kind: this.ask.kind, quoteCents, until: new Date(until).toISOString() };
    const words = this.words().trim();
    if (!(await this.sending.send(() => this.ask.commands.move({ ...move, words })))) return;
    this.toast.say(this.texts.say('orders.done'));
    this.dialog.close(true);
  }
}
