import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { SampleAddressView } from '@poolrise/contracts';
import { addressBounds, addressFault, type Province, provinceNames, provinces } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { movedOnWords } from '../order/moved-on-words';
import type { OrderCommands } from '../order/order-commands';

export interface AddressDialogAsk {
  commands: OrderCommands;
  /** what was given before */
  before: SampleAddressView['address'];
}

type Field = 'recipient' | 'phone' | 'province' | 'street';

/** Where to send the sample. */
@Component({
  selector: 'app-address-dialog',
  imports: [ChoiceField, FormDialog, T, TextField],
  template: `
    <form
      appFormDialog
      [heading]="title | t"
      [go]="'orderSample.address.save' | t"
      [sending]="sending"
      [refusal]="movedOn()"
      (submitted)="submit()"
    >
      <p intro>{{ 'orderSample.address.text' | t: { n: keptDays } }}</p>
      @for (field of lines; track field.name) {
        @if (field.name === 'province') {
          <app-choice-field
            name="province"
            [label]="label(field.name) | t"
            [choices]="choices"
            [word]="word"
            [chosen]="draft().province"
            (choose)="set('province', $event)"
          />
          @if (wrong() === 'province') {
            <p class="wrong" role="alert">{{ fault('province') | t }}</p>
          }
        } @else {
          <app-text-field
            [name]="field.name"
            [label]="label(field.name) | t"
            [most]="field.most"
            [value]="draft()[field.name]"
            [fault]="wrong() === field.name ? (fault(field.name) | t) : null"
            (typed)="set(field.name, $event)"
          />
        }
      }
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
})
export class AddressDialog {
  private readonly dialog = inject<MatDialogRef<AddressDialog, boolean>>(MatDialogRef);
  private readonly ask = inject<AddressDialogAsk>(MAT_DIALOG_DATA);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly choices: readonly (Province | '')[] = ['', ...provinces];
  protected readonly lines = [
    { name: 'recipient', most: addressBounds.recipientMost },
    { name: 'phone', most: addressBounds.phoneMost },
    { name: 'province', most: null },
    { name: 'street', most: addressBounds.streetMost },
  ] as const;
  protected readonly title: TextKey = this.ask.before
    ? 'orderSample.address.change'
    : 'orderWords.move.give-address';
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.ask.commands.view);
  protected readonly keptDays = this.ask.commands.view()?.sample?.rules.addressKeptDays ?? 0;
  protected readonly tried = signal(false);
  protected readonly draft = signal<Record<Exclude<Field, 'province'>, string> & { province: Province | '' }>(
    this.ask.before ?? { recipient: '', phone: '', province: '', street: '' },
  );
  private readonly typed = computed(() => {
    const { recipient, phone, province, street } = this.draft();
    return {
      recipient: recipient.trim(),
      phone: phone.trim(),
      province: province as Province,
      street: street.trim(),
    };
  });
  protected readonly wrong = computed(() =>
    this.tried() ? (addressFault(this.typed())?.field ?? null) : null,
  );

  protected readonly label = (field: Field): TextKey => `orderSample.address.${field}`;
  protected readonly fault = (field: Field): TextKey => `orderSample.address.fault.${field}`;

  protected readonly word = (province: Province | ''): string =>
    province ? this.texts.of(provinceNames[province]) : this.texts.say('orderSample.address.choose');

  protected set(field: Field, value: string): void {
    this.draft.update((draft) => ({ ...draft, [field]: value }));
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    if (this.wrong()) return;
    const address = this.typed();
    if (!(await this.sending.send(() => this.ask.commands.giveAddress({ address })))) return;
    this.toast.say(this.texts.say('orders.done'));
    this.dialog.close(true);
  }
}
