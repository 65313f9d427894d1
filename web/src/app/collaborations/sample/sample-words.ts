import { inject, Service } from '@angular/core';
import type { OrderView, ParcelView } from '@poolrise/contracts';
import { type Carrier, carrierOn, type SampleAlarmKind } from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import type { Tone } from '../../ui/chip';
import { Format } from '../../ui/format';
import { dayOf } from '../../ui/shanghai-day';

type Sample = NonNullable<OrderView['sample']>;

/** A sample in words: how far it is, what is late about it, and what became of each parcel. */
@Service()
export class SampleWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  carrier(carrier: Carrier): string {
    return this.texts.of(this.known(carrier));
  }

  /** Where the carrier answers for its parcels. */
  page(carrier: Carrier): string | null {
    return this.known(carrier).page;
  }

  late(kind: SampleAlarmKind): string {
    return this.texts.say(`orderSample.late.${kind}`);
  }

  /** What is late, in a sentence, and what to do about it. */
  trouble(kind: SampleAlarmKind, view: OrderView): string {
    const { sample, draftDueAt, side } = view;
    const who = side === 'creator' ? 'creator' : 'brand';
    return this.texts.say(`orderSample.trouble.${who}.${kind}`, {
      day: sample?.promisedDay ? this.day(sample.promisedDay) : '',
      due: this.format.day(draftDueAt),
      days: sample?.rules.answerDays ?? 0,
    });
  }

  state({ parcels, troubles }: Sample): { words: TextKey; tone: Tone } {
    const latest = parcels.at(-1);
    if (parcels.some(({ receivedAt }) => receivedAt))
      return { words: 'orderSample.received', tone: 'passed' };
    const late = troubles.length > 0;
    if (latest && !latest.missedAt)
      return { words: 'orderSample.onItsWay', tone: late ? 'stopped' : 'action' };
    return { words: 'orderSample.toSend', tone: late ? 'stopped' : 'neutral' };
  }

  /** What became of a parcel, the latest word first. */
  fate({ missedAt, receivedAt }: ParcelView): string[] {
    return [
      ...(receivedAt
        ? [this.texts.say('orderSample.receivedAt', { at: this.format.dateTime(receivedAt) })]
        : []),
      ...(missedAt ? [this.texts.say('orderSample.missedAt', { at: this.format.dateTime(missedAt) })] : []),
    ];
  }

  day(day: string): string {
    return this.format.day(`${day}T00:00:00+08:00`);
  }

  private known(carrier: Carrier) {
    return carrierOn(carrier, dayOf(Date.now()));
  }
}
