import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { RewardPlanView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { Icon } from '../ui/icon';
import { RewardWords } from './reward-words';

export interface ClaimAsk {
  plan: RewardPlanView;
  send: () => Promise<void>;
}

/** Shows what a claim brings before it is made. */
@Component({
  selector: 'app-claim-dialog',
  imports: [FormDialog, Icon, T],
  template: `
    <form
      appFormDialog
      [heading]="'rewards.claim.title' | t"
      [go]="'rewards.claim.go' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <p intro>{{ 'rewards.claim.intro' | t }}</p>
      <ul>
        @for (gift of ask.plan.rewards; track $index) {
          <li><app-icon [name]="words.icon(gift)" /> {{ words.gift(gift) }}</li>
        }
      </ul>
      <p class="hint">{{ words.seats(ask.plan) }}</p>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
  styles: `
    ul {
      display: grid;
      gap: 6px;
      margin: 12px 0;
      padding: 0;
      font-weight: 600;
      list-style: none;
    }
    li {
      display: flex;
      gap: 8px;
      --icon-size: 18px;
    }
    app-icon {
      flex: none;
      color: var(--pr-action);
    }
  `,
})
export class ClaimDialog {
  private readonly dialog = inject<MatDialogRef<ClaimDialog>>(MatDialogRef);
  protected readonly words = inject(RewardWords);
  protected readonly ask = inject<ClaimAsk>(MAT_DIALOG_DATA);
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    if (await this.sending.send(() => this.ask.send())) this.dialog.close();
  }
}
