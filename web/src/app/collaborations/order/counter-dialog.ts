import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel, MatPrefix } from '@angular/material/input';
import { type Bargain, bargainOf, changedParts, isQuote, orderRulesOn, quoteBounds } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { centsOf } from '../../ui/cents-of';
import { FormDialog } from '../../ui/form-dialog';
import { Format } from '../../ui/format';
import { Toast } from '../../ui/toast';
import { orderOf } from '../order-of';
import { termsAsk, termsDraftOf, termsFaults, termsOf } from '../terms/terms-draft';
import { TermsFields } from '../terms/terms-fields';
import { moneyRowsOf } from './money-of-move';
import { MoneyRows } from './money-rows';
import { movedOnWords } from './moved-on-words';
import type { OrderCommands } from './order-commands';

export interface CounterAsk {
  commands: OrderCommands;
}

/** Another price, or another protection, with what it comes to while it is typed. */
@Component({
  selector: 'app-counter-dialog',
  imports: [FormDialog, MatFormField, MatInput, MatLabel, MatPrefix, MoneyRows, T, TermsFields],
  template: `
    <form
      appFormDialog
      [heading]="'orders.dialog.counterTitle' | t"
      [go]="'orderWords.move.counter' | t"
      [sending]="sending"
      [refusal]="movedOn()"
      (submitted)="submit()"
    >
      <div class="fields">
        <div>
          <mat-form-field>
            <mat-label>{{ 'orders.dialog.quote' | t }}</mat-label>
            <span matTextPrefix>¥&nbsp;</span>
            <input
              matInput
              name="quote"
              inputmode="decimal"
              autocomplete="off"
              aria-describedby="counter-quote"
              [value]="quote()"
              [attr.aria-invalid]="tried() && quoteCents() === null"
              (input)="quote.set(text($event))"
            />
          </mat-form-field>
          <p id="counter-quote" class="wrong">
            @if (tried() && quoteCents() === null) {
              {{ 'orders.dialog.quoteFault' | t: quoteRange() }}
            }
          </p>
        </div>
        <div>
          <mat-form-field>
            <mat-label>{{ 'orders.dialog.protection' | t }}</mat-label>
            <input
              matInput
              name="protection"
              inputmode="numeric"
              autocomplete="off"
              aria-describedby="counter-days"
              [value]="days()"
              [attr.aria-invalid]="tried() && protectionDays() === null"
              (input)="days.set(text($event))"
            />
          </mat-form-field>
          <p id="counter-days" class="wrong">
            @if (tried() && protectionDays() === null) {
              {{ 'orders.dialog.protectionFault' | t: daysRange() }}
            } @else if (tried() && unchanged()) {
              {{ 'orders.dialog.unchanged' | t }}
            }
          </p>
        </div>
        @if (terms(); as draft) {
          <details [open]="tried() && termFaults().length > 0">
            <summary>{{ 'orderTerms.more' | t }}</summary>
            <app-terms-fields
              [draft]="draft"
              [rules]="rules()"
              [faults]="termFaults()"
              [tried]="tried()"
              (changed)="terms.set($event)"
            />
          </details>
        }
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
    .money {
      padding: 12px 14px;
      border-radius: 12px;
      background: var(--pr-basin);
    }
    summary {
      width: fit-content;
      color: var(--pr-ink);
      font-weight: 600;
      cursor: pointer;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class CounterDialog {
  private readonly dialog = inject<MatDialogRef<CounterDialog, boolean>>(MatDialogRef);
  private readonly commands = inject<CounterAsk>(MAT_DIALOG_DATA).commands;
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  private readonly opened = new Date();
  private readonly before = this.commands.view();
  private readonly offered = this.before ? bargainOf(orderOf(this.before)) : null;

  protected readonly quote = signal(String((this.before?.offer.quoteCents ?? 0) / 100));
  protected readonly days = signal(String(this.before?.offer.protectionDays ?? ''));
  protected readonly terms = signal(this.offered && termsDraftOf(this.offered));
  protected readonly words = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.commands.view);

  protected readonly quoteCents = computed(() => {
    const cents = centsOf(this.quote());
    return cents !== null && isQuote(cents) ? cents : null;
  });
  protected readonly protectionDays = computed(() => {
    const days = this.days().trim();
    const { min, max } = this.daysRange();
    return /^\d{1,4}$/.test(days) && Number(days) >= min && Number(days) <= max ? Number(days) : null;
  });
  protected readonly quoteRange = computed(() => ({
    min: this.format.roundMoney(quoteBounds.leastCents),
    max: this.format.roundMoney(quoteBounds.mostCents),
  }));
  protected readonly daysRange = computed(() => {
    const rules = this.commands.view()?.rules;
    return { min: rules?.protectionDaysLeast ?? 0, max: rules?.protectionDaysMost ?? 0 };
  });
  protected readonly rules = computed(() => this.commands.view()?.rules ?? orderRulesOn('2026-01-01'));
  protected readonly termFaults = computed(() => {
    const [draft, before] = [this.terms(), this.offered];
    return draft && before ? termsFaults(draft, before, this.rules(), this.opened) : [];
  });
  /** against what is on the table now, which may be newer than this form */
  protected readonly unchanged = computed(() => {
    const [view, typed] = [this.commands.view(), this.typed()];
    return !!view && !!typed && changedParts(bargainOf(orderOf(view)), typed).length === 0;
  });
  protected readonly rows = computed(() => {
    const view = this.commands.view();
    const move = this.move();
    return view && move ? moneyRowsOf(view, move, this.opened) : [];
  });

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const move = this.move();
    if (!move || !this.typed() || this.unchanged()) return;
    const words = this.words().trim();
    const ask = { ...move, ...this.termsAsked() };
    if (!(await this.sending.send(() => this.commands.move({ ...ask, words })))) return;
    this.toast.say(this.texts.say('orders.done'));
    this.dialog.close(true);
  }

  /** Everything that would be on the table; null while something is wrong with it. */
  private typed(): Bargain | null {
    const [move, draft, before] = [this.move(), this.terms(), this.offered];
    if (!move || !draft || !before || this.termFaults().length) return null;
    const { quoteCents, protectionDays } = move;
    return { quoteCents, protectionDays, ...termsOf(draft, before) };
  }

  private termsAsked() {
    const [typed, before] = [this.typed(), this.offered];
    const terms = typed && before ? termsAsk(before, typed) : undefined;
    return terms && { terms };
  }

  private move() {
    const quoteCents = this.quoteCents();
    const protectionDays = this.protectionDays();
    if (quoteCents === null || protectionDays === null) return null;
    return { kind: 'counter' as const, quoteCents, protectionDays };
  }
}
