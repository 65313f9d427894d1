import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatInput, MatLabel } from '@angular/material/input';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { Format } from '../../ui/format';
import { Toast } from '../../ui/toast';
import { moneyRowsOf } from './money-of-move';
import { MoneyRows } from './money-rows';
import { movedOnWords } from './moved-on-words';
import type { OrderCommands } from './order-commands';

/** Ends a dispute: how much of the quote goes to the creator, with what that leaves both. */
@Component({
  selector: 'app-resolve-dialog',
  imports: [FormDialog, MatFormField, MatInput, MatLabel, MatSlider, MatSliderThumb, MoneyRows, T],
  template: `
    <form
      appFormDialog
      grave
      [heading]="'orderWords.move.resolve' | t"
      [go]="'orderWords.move.resolve' | t"
      [sending]="sending"
      [refusal]="movedOn()"
      (submitted)="submit()"
    >
      <p intro class="effect">{{ 'orderWords.effect.resolve' | t }}</p>
      <div class="fields">
        <div>
          <p id="share-of-creator" class="share">{{ 'orders.dialog.share' | t }}</p>
          <mat-slider min="0" max="100" step="5" [displayWith]="shown">
            <input
              matSliderThumb
              aria-labelledby="share-of-creator"
              [value]="percent()"
              (valueChange)="percent.set($event)"
            />
          </mat-slider>
          <p class="note">
            {{ 'orders.dialog.shareText' | t: { quote: quote(), share: shown(percent()) } }}
          </p>
        </div>
        <app-money-rows class="money" aria-live="polite" [rows]="rows()" />
        <mat-form-field>
          <mat-label>{{ 'orders.dialog.wordsNeeded' | t }}</mat-label>
          <textarea
            matInput
            name="words"
            rows="3"
            maxlength="2000"
            aria-describedby="resolve-words"
            [attr.aria-invalid]="tried() && !words().trim()"
            (input)="words.set($any($event.target).value)"
          ></textarea>
        </mat-form-field>
        <p id="resolve-words" class="wrong">
          @if (tried() && !words().trim()) {
            {{ 'orders.dialog.wordsFault' | t }}
          }
        </p>
      </div>
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    mat-slider {
      width: calc(100% - 16px);
      --mat-slider-inactive-track-color: var(--pr-line-strong);
    }
    .effect {
      margin-bottom: 14px;
    }
    .share {
      color: var(--pr-ink);
      font-weight: 600;
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
export class ResolveDialog {
  private readonly dialog = inject<MatDialogRef<ResolveDialog, boolean>>(MatDialogRef);
  private readonly commands = inject<{ commands: OrderCommands }>(MAT_DIALOG_DATA).commands;
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  private readonly opened = new Date();

  protected readonly percent = signal(50);
  protected readonly words = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.commands.view);
  protected readonly shown = (percent: number): string => this.format.percent(percent / 100, 0);
  protected readonly quote = computed(() =>
    this.format.roundMoney(this.commands.view()?.offer.quoteCents ?? null),
  );
  private readonly move = computed(() => ({
    kind: 'resolve' as const,
    creatorBasisPoints: this.percent() * 100,
  }));
  protected readonly rows = computed(() => {
    const view = this.commands.view();
    return view ? moneyRowsOf(view, this.move(), this.opened) : [];
  });

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const words = this.words().trim();
    if (!words) return;
    if (!(await this.sending.send(() => this.commands.move({ ...this.move(), words })))) return;
    this.toast.say(this.texts.say('orders.done'));
    this.dialog.close(true);
  }
}
