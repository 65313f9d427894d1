import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { BoostView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Money } from '../ui/money';
import { Toast } from '../ui/toast';
import { BoostsApi } from './boosts-api';
import { refundNow } from './refund-now';

/** Asks before a boost is stopped, and says what comes back; a stop cannot be undone. */
@Component({
  selector: 'app-stop-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Money, T],
  template: `
    <h2 mat-dialog-title>{{ 'boosts.stop.title' | t }}</h2>
    <mat-dialog-content>
      <p>
        {{
          'boosts.stop.text'
            | t
              : {
                  delivered: format.number(boost.deliveredImpressions),
                  spent: format.money(refund.spentCents),
                }
        }}
      </p>
      <p class="back">{{ 'boosts.stop.back' | t: { money: format.money(back) } }}</p>
      <dl>
        <dt>{{ 'boosts.stop.cash' | t }}</dt>
        <dd><app-money [cents]="refund.toWalletCents" /></dd>
        @if (refund.toVouchersCents > 0) {
          <dt>{{ 'boosts.stop.vouchers' | t }}</dt>
          <dd><app-money [cents]="refund.toVouchersCents" /></dd>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ 'boosts.stop.keep' | t }}</button>
      <button
        matButton="filled"
        type="button"
        class="pr-grave"
        disabledInteractive
        [disabled]="sending()"
        (click)="stop()"
      >
        {{ 'boosts.stop.confirm' | t: { money: format.money(back) } }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    .back {
      margin: 14px 0 6px;
      color: var(--pr-ink);
      font-size: 16px;
      font-weight: 650;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 4px 12px;
      margin: 0;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      color: var(--pr-ink);
      font-weight: 600;
      text-align: end;
    }
  `,
})
export class StopDialog {
  private readonly api = inject(BoostsApi);
  private readonly dialog = inject<MatDialogRef<StopDialog, BoostView>>(MatDialogRef);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);

  protected readonly boost = inject<BoostView>(MAT_DIALOG_DATA);
  protected readonly refund = refundNow(this.boost);
  protected readonly back = this.refund.toWalletCents + this.refund.toVouchersCents;
  protected readonly sending = signal(false);

  protected async stop(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      const stopped = await this.api.stop(this.boost.id);
      this.toast.say(this.texts.say('boosts.stop.done', { money: this.format.money(stopped.refundedCents) }));
      this.dialog.close(stopped);
    } catch (error) {
      this.toast.problem(error);
      this.dialog.close();
    } finally {
      this.sending.set(false);
    }
  }
}
