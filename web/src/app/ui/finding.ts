import { signal } from '@angular/core';
import type { MatAutocompleteTrigger } from '@angular/material/autocomplete';

/** What a field has in hand that finds one of many in a list below it. `host` is the element around it. */
export class Finding {
  /** what is in the box while somebody types; null shows what holds */
  readonly typed = signal<string | null>(null);

  constructor(host: HTMLElement) {
    // The list is for whoever types, clicks or presses an arrow. Opened for everybody who tabs past, it would stay open behind
    // those who are faster than it; the trigger hears of the focus by this event alone.
    host.addEventListener('focusin', (event) => event.stopPropagation(), { capture: true });
  }

  /** A press in the list names no next element: the list stays as it is, or another choice would lie under the pointer. */
  left({ relatedTarget }: FocusEvent, trigger: MatAutocompleteTrigger): void {
    if (!(relatedTarget instanceof Element) || relatedTarget.closest('[role=listbox]')) return;
    this.typed.set(null);
    trigger.closePanel();
  }
}
