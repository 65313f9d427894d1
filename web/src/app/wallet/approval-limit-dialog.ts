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

/** What the first amount is where somebody begins to ask for acts that commit money: ¥10,000 [P]. */
const commitAboveCents = 1_000_000;

/** One limit as it is filled in; nothing typed is wrong as long as it does not ask. */
function limitOf(name: 'topUps' | 'commits', now: number | null, usual: number) {
  const asks = signal(now !== null);
  const amount = signal(String((now ?? usual) / 100));
  const cents = computed(() => {
    const typed = centsOf(amount());
    return typed !== null && typed <= mostCents ? typed : null;
  });
  return { name, title: `wallet.limit.${name}` as const, asks, amount, cents };
}

/** Above which amounts a second person has to agree to a top-up, and to whatever commits money. */
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
        @for (limit of limits; track limit.name) {
          <fieldset>
            <legend>{{ limit.title | t }}</legend>
            <label class="option">
              <input
                type="radio"
                [name]="limit.name"
                [checked]="limit.asks()"
                (change)="limit.asks.set(true)"
              />
              {{ 'wallet.limit.asks' | t }}
            </label>
            <label class="option">
              <input
                type="radio"
                [name]="limit.name"
                [checked]="!limit.asks()"
                (change)="limit.asks.set(false)"
              />
              {{ 'wallet.limit.never' | t }}
            </label>
            @if (limit.asks()) {
              <mat-form-field>
                <mat-label>{{ 'wallet.limit.amount' | t }}</mat-label>
                <span matTextPrefix>¥&nbsp;</span>
                <input
                  matInput
                  inputmode="decimal"
                  autocomplete="off"
                  [value]="limit.amount()"
                  [attr.aria-invalid]="limit.cents() === null"
                  [attr.aria-describedby]="limit.name + '-fault'"
                  (input)="limit.amount.set(text($event))"
                />
              </mat-form-field>
              <p [id]="limit.name + '-fault'" class="wrong">
                @if (tried() && limit.cents() === null) {
                  {{ 'wallet.limit.fault' | t }}
                }
              </p>
              @if (limit.name === 'commits') {
                <p class="sum">{{ 'wallet.limit.sum' | t: { hours: settings.sumHours } }}</p>
              }
            }
          </fieldset>
        }
        @if (commits.asks() && settings.committers < 2) {
          <p class="wrong">{{ 'wallet.limit.alone' | t }}</p>
        }
        <p>{{ (settings.deciders < 2 ? 'wallet.limit.looserAlone' : 'wallet.limit.looser') | t }}</p>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
  styles: `
    mat-form-field {
      margin-top: 8px;
    }

    .sum {
      margin-top: 6px;
      font-size: 12px;
    }
  `,
})
export class ApprovalLimitDialog {
  private readonly api = inject(WalletApi);
  private readonly dialog = inject<MatDialogRef<ApprovalLimitDialog>>(MatDialogRef);
  protected readonly settings = inject<WalletSettingsView>(MAT_DIALOG_DATA);
  protected readonly commits = limitOf('commits', this.settings.commitAboveCents, commitAboveCents);
  protected readonly limits = [
    this.commits,
    limitOf('topUps', this.settings.approvalAboveCents, approvalAboveCents),
  ];
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    if (this.limits.some(({ asks, cents }) => asks() && cents() === null)) return;
    const [commitAboveCents = null, approvalAboveCents = null] = this.limits.map(({ asks, cents }) =>
      asks() ? cents() : null,
    );
    await this.sending.send(async () => {
      await this.api.setApprovalLimit({ approvalAboveCents, commitAboveCents });
      this.dialog.close();
    });
  }
}
