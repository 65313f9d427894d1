import { computed, inject, type Signal } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { Texts } from '../../../i18n/texts';
import type { Sending } from '../../problems/sending';
import { OrderWords } from '../order-words';
import { wasOutrun } from './order-commands';

/** In an injection context: what a form says when somebody else was quicker, with where the order stands now. */
export function movedOnWords(sending: Sending, view: Signal<OrderView | undefined>): Signal<string | null> {
  const texts = inject(Texts);
  const words = inject(OrderWords);
  return computed(() => {
    const now = view();
    if (!wasOutrun(sending.problem()?.code) || !now) return null;
    return texts.say('orders.dialog.movedOn') + words.next(now);
  });
}
