import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel, MatPrefix } from '@angular/material/input';
import type { WalletSettingsView } from '@poolrise/contracts';
import { approvalAboveCents } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { centsOf } from '../ui/cents-of';
import { FormDialog } from '../ui/form-dialog';
import { WalletApi } from './wallet-api';

/** As the contract has it: ¥1,000,000, which no top-up exceeds. */
const mostCents = 100_000_000;

/** Above which amount a second person has to agree to a top-up, or that none has to. */
@Component({
  selector: 'app-approval-limit-dialog',
  imports: [FormDialog, MatFormField, MatInput, MatLabel, MatPrefix, T],
  template: `
    <form
      appFormDialog
      [heading]="'wallet.limit.title' | t"
      [go]="'wallet.limit.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <p intro>{{ 'wallet.limit.text' | t }}</p>
      <div class="fields">
        <div>
          <label class="option">
            <input type="radio" name="rule" [checked]="asks()" (change)="asks.set(true)" />
            {{ 'wallet.limit.asks' | t }}
          </label>
          <label class="option">
            <input type="radio" name="rule" [checked]="!asks()" (change)="asks.set(false)" />
            {{ 'wallet.limit.never' | t }}
          </label>
        </div>
        @if (asks()) {
          <mat-form-field>
            <mat-label>{{ 'wallet.limit.amount' | t }}</mat-label>
            <span matTextPrefix>¥&nbsp;</span>
            <input
              matInput
              inputmode="decimal"
              autocomplete="off"
              [value]="amount()"
              [attr.aria-invalid]="cents() === null"
              aria-describedby="limit-fault"
              (input)="amount.set(text($event))"
            />
          </mat-form-field>
          <p id="limit-fault" class="wrong">
            @if (tried() && cents() === null) {
              {{ 'wallet.limit.fault' | t }}
            }
          </p>
        }
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class ApprovalLimitDialog {
  private readonly api = inject(WalletApi);
  private readonly dialog = inject<MatDialogRef<ApprovalLimitDialog>>(MatDialogRef);
  private readonly settings = inject<WalletSettingsView>(MAT_DIALOG_DATA);
  protected readonly asks = signal(this.settings.approvalAboveCents !== null);
  protected readonly amount = signal(String((this.settings.approvalAboveCents ?? approvalAboveCents) / 100));
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  protected readonly cents = computed(() => {
    const cents = centsOf(this.amount());
    return cents !== null && cents <= mostCents ? cents : null;
  });

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const cents = this.cents();
    if (this.asks() && cents === null) return;
    await this.sending.send(async () => {
      await this.api.setApprovalLimit({ approvalAboveCents: this.asks() ? cents : null });
      this.dialog.close();
    });
  }
}
