import { inject, Service } from '@angular/core';
import type { OrderRow, OrderSide, OrderStep, OrderView } from '@poolrise/contracts';
import { hasEnded, type OrderActor, type OrderState } from '@poolrise/domain';
import type { TextKey } from '../../i18n/text-key';
import { Texts } from '../../i18n/texts';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';

type Named = Pick<OrderRow, 'side' | 'brandName' | 'creatorName'>;

/** What an order does in sentences, as the side that reads them sees it. */
@Service()
export class OrderWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  state(state: OrderState): string {
    return this.texts.say(`orders.state.${state}`);
  }

  /** "You" for oneself. */
  who(actor: OrderActor, order: Named): string {
    return actor === order.side ? this.texts.say('orders.you') : this.name(actor, order);
  }

  /** A name before a Chinese word: Latin letters do not run into it. */
  apart(name: string): string {
    return this.texts.chinese() && /[\p{Script=Latin}\d]$/u.test(name) ? `${name} ` : name;
  }

  name(actor: OrderActor, { brandName, creatorName }: Named): string {
    if (actor === 'brand') return brandName;
    return actor === 'creator' ? creatorName : this.texts.say(`orders.who.${actor}`);
  }

  /** Whom one works with; the platform reads both. */
  otherSide(order: Named): string {
    const { side, brandName, creatorName } = order;
    if (side === 'platform') return this.texts.say('orders.of', { brand: brandName, creator: creatorName });
    return side === 'brand' ? creatorName : brandName;
  }

  turn(order: OrderRow): string {
    if (hasEnded(order) && order.waitsFor === null) return this.texts.say('orders.turn.none');
    if (order.waitsFor === null) return this.texts.say('orders.turn.time');
    if (order.waitsFor === order.side) return this.texts.say('orders.turn.you');
    return this.texts.say('orders.turn.other', { who: this.apart(this.name(order.waitsFor, order)) });
  }

  /** What happens next and who has to do it, in one sentence. */
  next(view: OrderView): string {
    if (hasEnded(view)) return this.over(view);
    const { state, waitsFor, side } = view;
    if (waitsFor === null && (state === 'published' || state === 'completed'))
      return this.texts.say(`orderWords.quiet.${state}`);
    // A wish about the note itself is answered first; both wait for one side at a time.
    if (view.extension && !view.request && (state === 'published' || state === 'completed'))
      return this.texts.say(waitsFor === side ? 'orderWords.longer.yours' : 'orderWords.longer.others', {
        who: this.apart(this.name(waitsFor ?? 'clock', view)),
        other: this.apart(this.otherSide(view)),
      });
    const sample = this.ofSample(view);
    if (sample) return sample;
    const key: TextKey = `orderWords.${waitsFor === side ? 'yours' : 'others'}.${state as Open}`;
    return this.texts.say(key, {
      who: this.apart(this.name(waitsFor ?? 'clock', view)),
      other: this.apart(this.otherSide(view)),
      money: this.format.roundMoney(view.offer.quoteCents),
    });
  }

  /** Of a sample that lacks an address, or that has to be sent again; null where the plain words do. */
  private ofSample(view: OrderView): string | null {
    const { state, waitsFor, side, sample } = view;
    if (state !== 'sample-due' || !sample) return null;
    const lost = waitsFor === 'brand' && sample.parcels.at(-1)?.missedAt;
    if (waitsFor !== 'creator' && !lost) return null;
    const key = `${lost ? 'lost' : 'address'}.${waitsFor === side ? 'yours' : 'others'}` as const;
    return this.texts.say(`orderSample.next.${key}`, {
      who: this.apart(this.name(waitsFor ?? 'clock', view)),
      other: this.apart(this.otherSide(view)),
    });
  }

  private over({ state, payment }: OrderView): string {
    const paid = state === 'settled' || state === 'resolved' || state === 'cancelled';
    if (paid && payment && (payment.netCents > 0 || state !== 'cancelled'))
      return this.texts.say(`orderWords.over.${state}`, {
        net: this.format.money(payment.netCents),
        refund: this.format.money(payment.refundCents),
      });
    if (state === 'cancelled') return this.texts.say('orderWords.over.cancelledFree');
    if (state === 'declined' || state === 'withdrawn' || state === 'expired')
      return this.texts.say(`orderWords.over.${state}`);
    return this.texts.say('orderWords.over.settledPlain');
  }

  /** One line of the history, without what was said to it. */
  step(step: OrderStep, order: Named): string {
    return this.texts.say(`orderWords.step.${step.kind}`, {
      who: this.apart(step.by ?? this.name(step.actor, order)),
      money: this.format.roundMoney(step.quoteCents),
      until: step.until === null ? '' : this.format.day(step.until),
      day: step.day === null ? '' : this.format.day(`${step.day}T00:00:00+08:00`),
      share: this.format.percent(
        step.creatorBasisPoints === null ? null : step.creatorBasisPoints / 10_000,
        0,
      ),
    });
  }
}

type Open = keyof typeof import('../../i18n/en/order-words').orderWords.yours;

/** By when something has to happen, whoever has to do it; a draft that is late moves nothing by itself. */
export function deadlineOf(
  order: Pick<OrderRow, 'state' | 'dueAt' | 'draftDueAt'>,
  now: Date,
): { at: string; over: boolean } | null {
  const draft = order.state === 'draft-due' || order.state === 'outline-due';
  const at = order.dueAt ?? (draft ? order.draftDueAt : null);
  return at === null ? null : { at, over: Date.parse(at) < now.getTime() };
}

/** What this side pays or gets, in cents. */
export const priceFor = (side: OrderSide, { totalCents, netCents }: OrderRow['price']): number =>
  side === 'creator' ? netCents : totalCents;

export const stateTone = (order: Pick<OrderRow, 'state' | 'waitsFor' | 'side'>): Tone => {
  if (order.state === 'settled' || order.state === 'published' || order.state === 'completed')
    return 'passed';
  if (order.state === 'disputed' || order.state === 'note-removed') return 'stopped';
  if (hasEnded(order)) return 'neutral';
  return order.waitsFor === order.side ? 'action' : 'neutral';
};
