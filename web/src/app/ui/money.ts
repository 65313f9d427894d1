import { Component, computed, inject, input } from '@angular/core';
import { Format } from './format';

/** An amount in yuan from integer cents, in tabular figures. `signed` shows a plus, for movements of a journal. */
@Component({
  selector: 'app-money',
  template: `{{ text() }}`,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class Money {
  private readonly format = inject(Format);
  readonly cents = input.required<number | null>();
  readonly signed = input(false);

  protected readonly text = computed(() => {
    const cents = this.cents();
    const plus = this.signed() && cents !== null && cents > 0 ? '+' : '';
    return plus + this.format.money(cents);
  });
}
