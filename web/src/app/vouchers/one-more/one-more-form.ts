import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { AskOneMoreVoucher, VoucherView } from '@poolrise/contracts';
import { oneMoreDurations, type SpillMechanism, spillMechanisms } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { voucherGives } from '../../boosts/voucher-words';
import { Refusal } from '../../problems/refusal';
import { Format } from '../../ui/format';

export type Question = Omit<AskOneMoreVoucher, 'requestKey'>;
type Duration = Question['durationHours'];

const starts = [0, 6, 12, 24, 48] as const;
/** Twice as many as an answer needs at least; most questions are sharp before. */
const worlds = 400;

/** Which voucher on which note, when, and what is assumed of paid readers. */
@Component({
  selector: 'app-one-more-form',
  imports: [MatButton, MatFormField, MatLabel, MatOption, MatSelect, Refusal, T],
  host: { class: 'pr-card' },
  templateUrl: './one-more-form.html',
  styles: `
    form {
      display: grid;
      gap: 10px;
      margin-top: 12px;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 10px;
    }
    fieldset {
      display: grid;
      gap: 8px;
      margin: 4px 0;
      padding: 12px 0 0;
      border: 0;
      border-top: 1px solid var(--pr-line);
    }
    legend {
      float: inline-start;
      padding: 0;
      font-weight: 600;
    }
    .hint {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: flex-start;
      min-height: 24px;
      font-size: 13.5px;
    }
    input {
      flex: none;
      width: 18px;
      height: 18px;
      margin: 0;
      accent-color: var(--pr-action);
    }
    button {
      justify-self: start;
    }
  `,
})
export class OneMoreForm {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly starts = starts;
  protected readonly durations = oneMoreDurations;
  protected readonly mechanisms = spillMechanisms;

  readonly notes = input.required<readonly { id: string; title: string }[]>();
  readonly vouchers = input.required<readonly VoucherView[]>();
  /** chosen before the page was opened, from a note or a voucher */
  readonly note = input<string>();
  readonly voucher = input<string>();
  readonly may = input.required<boolean>();
  readonly sending = input(false);
  readonly refusal = input<string | null>(null);
  readonly asked = output<Question>();

  protected readonly noteId = linkedSignal(() => this.note() ?? this.notes()[0]?.id ?? '');
  protected readonly voucherId = linkedSignal(() => this.voucher() ?? this.vouchers()[0]?.id ?? '');
  protected readonly starting = signal<number>(0);
  protected readonly lasting = signal<Duration>(24);
  protected readonly assumed = signal<readonly SpillMechanism[]>([]);
  protected readonly choices = computed(() =>
    this.vouchers().map((voucher) => ({
      id: voucher.id,
      text: `${voucher.name} · ${voucherGives(voucher, this.texts, this.format)}`,
    })),
  );
  protected readonly ready = computed(() => this.noteId() !== '' && this.voucherId() !== '');

  protected toggle(mechanism: SpillMechanism): void {
    this.assumed.update((all) =>
      all.includes(mechanism) ? all.filter((one) => one !== mechanism) : [...all, mechanism],
    );
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.ready() || this.sending()) return;
    this.asked.emit({
      noteId: this.noteId(),
      voucherId: this.voucherId(),
      startsInHours: this.starting(),
      durationHours: this.lasting(),
      worlds,
      seed: 1,
      assumed: [...this.assumed()],
    });
  }
}
