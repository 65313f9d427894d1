import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel, MatPrefix } from '@angular/material/input';
import type { TopUpView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { centsOf } from '../ui/cents-of';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Format } from '../ui/format';
import { Toast } from '../ui/toast';
import { WalletApi } from './wallet-api';

/** As the contract has it: ¥1 to ¥1,000,000. */
const leastCents = 100;
const mostCents = 100_000_000;
const referenceLengthMax = 80;

/** Records money that has arrived. */
@Component({
  selector: 'app-top-up-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    MatPrefix,
    Refusal,
    T,
  ],
  template: `
    <h2 mat-dialog-title>{{ 'wallet.dialog.title' | t }}</h2>
    <mat-dialog-content>
      <p>{{ 'wallet.dialog.text' | t }}</p>
      <form id="top-up" (submit)="send($event)">
        <mat-form-field>
          <mat-label>{{ 'wallet.dialog.amount' | t }}</mat-label>
          <span matTextPrefix>¥&nbsp;</span>
          <input
            matInput
            inputmode="decimal"
            autocomplete="off"
            aria-describedby="top-up-amount"
            [attr.aria-invalid]="tried() && cents() === null"
            (input)="amount.set(text($event))"
          />
        </mat-form-field>
        <p id="top-up-amount" class="under" [class.fault]="tried() && cents() === null">
          @if (cents() !== null) {
            {{ 'wallet.dialog.after' | t: { money: format.money(after()) } }}
          } @else {
            {{
              'wallet.dialog.amountFault' | t: { min: format.roundMoney(least), max: format.roundMoney(most) }
            }}
          }
        </p>
        <mat-form-field>
          <mat-label>{{ 'wallet.dialog.reference' | t }}</mat-label>
          <input
            matInput
            autocomplete="off"
            aria-describedby="top-up-reference"
            [attr.maxlength]="referenceLengthMax"
            [attr.aria-invalid]="tried() && !reference().trim()"
            (input)="reference.set(text($event))"
          />
        </mat-form-field>
        <p id="top-up-reference" class="under fault">
          @if (tried() && !reference().trim()) {
            {{ 'wallet.dialog.referenceFault' | t }}
          }
        </p>
        <app-refusal [words]="sending.refusal()" />
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ 'common.cancel' | t }}</button>
      <button matButton="filled" type="submit" form="top-up" disabledInteractive [disabled]="sending.busy()">
        {{
          sending.busy()
            ? ('wallet.dialog.sending' | t)
            : ('wallet.dialog.submit' | t: { money: format.roundMoney(cents() ?? 0) })
        }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    form {
      display: grid;
      margin-top: 18px;
    }
    .under {
      min-height: 18px;
      margin: 4px 0 14px;
      font-size: 12px;
    }
    .fault {
      color: var(--pr-stopped);
    }
  `,
})
export class TopUpDialog {
  private readonly api = inject(WalletApi);
  private readonly dialog = inject<MatDialogRef<TopUpDialog, TopUpView>>(MatDialogRef);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly cashCents = inject<{ cashCents: number }>(MAT_DIALOG_DATA).cashCents;
  /** Made when the dialog opens: pressing twice records once. */
  private readonly requestKey = crypto.randomUUID();
  protected readonly format = inject(Format);
  protected readonly least = leastCents;
  protected readonly most = mostCents;
  protected readonly referenceLengthMax = referenceLengthMax;

  protected readonly amount = signal('');
  protected readonly reference = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  protected readonly cents = computed(() => {
    const cents = centsOf(this.amount());
    return cents !== null && cents >= leastCents && cents <= mostCents ? cents : null;
  });
  protected readonly after = computed(() => this.cashCents + (this.cents() ?? 0));

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const cents = this.cents();
    const reference = this.reference().trim();
    if (cents === null || !reference) return;
    await this.sending.send(async () => {
      const topUp = await this.api.topUp({ cents, reference, requestKey: this.requestKey });
      const said = topUp.state === 'waiting' ? 'wallet.dialog.waits' : 'wallet.dialog.done';
      this.toast.say(this.texts.say(said, { money: this.format.money(cents) }));
      this.dialog.close(topUp);
    });
  }
}
