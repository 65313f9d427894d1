import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { SampleAddressView } from '@poolrise/contracts';
import { addressBounds, addressFault, type Province, provinceNames, provinces } from '@poolrise/domain';
import { MatFormField, MatInput, MatLabel } from '@angular/material/input';
import { T } from '../../../i18n/t';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
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
  imports: [FormDialog, MatFormField, MatInput, MatLabel, T],
  template: `
    <form
      appFormDialog
      [heading]="title | t"
      [go]="'orderSample.address.save' | t"
      [sending]="sending"
      [refusal]="movedOn()"
      (submitted)="submit()"
    >
      <p intro class="effect">{{ 'orderSample.address.text' | t: { n: keptDays } }}</p>
      <div class="fields">
        @for (field of lines; track field.name) {
          <div>
            <mat-form-field
              ><mat-label>{{ label(field.name) | t }}</mat-label>
              @if (field.name === 'province') {
                <select
                  matNativeControl
                  name="province"
                  autocomplete="address-level1"
                  aria-describedby="address-province"
                  [attr.aria-invalid]="wrong() === 'province'"
                  (change)="set('province', $event)"
                >
                  <option value="" [selected]="draft().province === ''">
                    {{ 'orderSample.address.choose' | t }}
                  </option>
                  @for (one of provinces; track one) {
                    <option [value]="one" [selected]="draft().province === one">{{ name(one) }}</option>
                  }
                </select>
              } @else {
                <input
                  matInput
                  [name]="field.name"
                  [type]="field.name === 'phone' ? 'tel' : 'text'"
                  [attr.autocomplete]="field.complete"
                  [attr.maxlength]="field.most"
                  [attr.aria-describedby]="'address-' + field.name"
                  [attr.aria-invalid]="wrong() === field.name"
                  [value]="draft()[field.name]"
                  (input)="set(field.name, $event)"
                />
              }
            </mat-form-field>
            <small class="wrong" [id]="'address-' + field.name">
              @if (wrong() === field.name) {
                {{ fault(field.name) | t }}
              }
            </small>
          </div>
        }
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
    .wrong:empty {
      display: none;
    }
  `,
})
export class AddressDialog {
  private readonly dialog = inject<MatDialogRef<AddressDialog, boolean>>(MatDialogRef);
  private readonly ask = inject<AddressDialogAsk>(MAT_DIALOG_DATA);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly provinces = provinces;
  protected readonly lines = [
    { name: 'recipient', complete: 'name', most: addressBounds.recipientMost },
    { name: 'phone', complete: 'tel', most: addressBounds.phoneMost },
    { name: 'province', complete: 'address-level1', most: null },
    { name: 'street', complete: 'street-address', most: addressBounds.streetMost },
  ] as const;
  protected readonly title: TextKey = this.ask.before
    ? 'orderSample.address.change'
    : 'orderWords.move.give-address';
  protected readonly sending = sending();
  protected readonly movedOn = movedOnWords(this.sending, this.ask.commands.view);
  protected readonly keptDays = this.ask.commands.view()?.sample?.rules.addressKeptDays ?? 0;
  protected readonly tried = signal(false);
  protected readonly draft = signal<Record<Field, string>>(
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

  protected name(province: Province): string {
    return this.texts.of(provinceNames[province]);
  }

  protected set(field: Field, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
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
