import { Component, computed, input } from '@angular/core';

/** How much of a whole: filled solid for money and reach that were used; the words beside it carry the figures. */
@Component({
  selector: 'app-share-bar',
  template: `<i [style.width.%]="filled()"></i>`,
  styles: `
    :host {
      display: block;
      height: 6px;
      border-radius: 3px;
      background: var(--pr-basin);
      box-shadow: inset 0 0 0 1px var(--pr-line);
      overflow: hidden;
    }
    i {
      display: block;
      height: 100%;
      background: var(--share-bar, var(--pr-paid));
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class ShareBar {
  readonly part = input.required<number>();
  readonly whole = input.required<number>();

  protected readonly filled = computed(() =>
    this.whole() > 0 ? Math.max(0, Math.min(100, (100 * this.part()) / this.whole())) : 0,
  );
}
