import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type Carrier, carriers, looksLikeNumberOf, parcelBounds, tidyNumber } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { centsOf } from '../../ui/cents-of';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { Format } from '../../ui/format';
import { dayOf } from '../../ui/shanghai-day';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { movedOnWords } from '../order/moved-on-words';
import type { OrderCommands } from '../order/order-commands';
import { SampleWords } from './sample-words';

/** What was sent, with whom, and how to find it. */
@Component({
  selector: 'app-send-dialog',
  imports: [ChoiceField, FormDialog, T, TextField],
  templateUrl: './send-dialog.html',
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      gap: 0 16px;
    }
  `,
})
export class SendDialog {
  private readonly dialog = inject<MatDialogRef<SendDialog, boolean>>(MatDialogRef);
  private readonly commands = inject<{ commands: OrderCommands }>(MAT_DIALOG_DATA).commands;
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  protected readonly words = inject(SampleWords);
  protected readonly carriers = carriers;
  protected readonly bounds = parcelBounds;
  private readonly today = dayOf(Date.now());
  private readonly before = this.commands.view()?.sample?.parcels.at(-1);

  protected readonly carrier = signal<Carrier>(this.before?.carrier ?? 'sf');
  protected readonly number = signal('');
  protected readonly product = signal(this.before?.product ?? '');
  protected readonly quantity = signal(String(this.before?.quantity ?? 1));
  protected readonly value = signal(this.before ? String(this.before.valueCents / 100) : '');
  protected readonly said = signal('');
  protected readonly sure = signal(false);
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.commands.view);
  protected readonly valueMost = this.format.roundMoney(parcelBounds.valueCentsMost);

  /** `odd`: it may be meant, with a carrier that we do not know; `wrong`: it is none of this carrier */
  protected readonly numberFault = computed(() => {
    if (!tidyNumber(this.number())) return 'missing' as const;
    if (looksLikeNumberOf(this.carrier(), this.number(), this.today)) return null;
    return this.carrier() === 'other' ? ('odd' as const) : ('wrong' as const);
  });
  protected readonly pieces = computed(() => {
    const pieces = Number(this.quantity().trim());
    return /^\d{1,3}$/.test(this.quantity().trim()) && pieces >= 1 ? pieces : null;
  });
  protected readonly valueCents = computed(() => {
    const cents = centsOf(this.value());
    return cents !== null && cents >= 0 && cents <= parcelBounds.valueCentsMost ? cents : null;
  });
  protected readonly faulty = computed(
    () =>
      (this.numberFault() !== null && !(this.numberFault() === 'odd' && this.sure())) ||
      !this.product().trim() ||
      this.pieces() === null ||
      this.valueCents() === null,
  );

  protected readonly numberWrong = computed(() => {
    const fault = this.numberFault();
    if (!this.tried() || !fault || (fault === 'odd' && this.sure())) return null;
    const carrier = this.words.carrier(this.carrier());
    return this.texts.say(`orderSample.send.numberFault.${fault}`, { carrier });
  });
  protected readonly carrierWord = (carrier: Carrier): string => this.words.carrier(carrier);

  protected choose(carrier: Carrier): void {
    this.carrier.set(carrier);
    this.sure.set(false);
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const [quantity, valueCents] = [this.pieces(), this.valueCents()];
    if (this.faulty() || quantity === null || valueCents === null) return;
    const [carrier, number, product] = [this.carrier(), tidyNumber(this.number()), this.product().trim()];
    const parcel = { carrier, number, product, quantity, valueCents };
    const sure = this.numberFault() === 'odd' && this.sure();
    const words = this.said().trim();
    const sent = await this.sending.send(() =>
      this.commands.move({ kind: 'send-sample', parcel, sure, words }),
    );
    if (!sent) return;
    this.toast.say(this.texts.say('orders.done'));
    this.dialog.close(true);
  }
}
