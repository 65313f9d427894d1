import { Component, computed, input } from '@angular/core';
import { markedOf, type Pin } from './pins';

/** A text with the places marked that comments are about. Holds nothing but the text, so that a selection can be placed in it. */
@Component({
  selector: 'app-marked-text',
  template: `
    @for (part of parts(); track $index) {
      @if (part.pins.length) {
        <mark
          [class.active]="isActive(part.pins)"
          [attr.data-ends]="part.ends.join(' ') || null"
          [textContent]="part.text"
        ></mark>
      } @else {
        <span [textContent]="part.text"></span>
      }
    }
  `,
  styles: `
    mark {
      border-bottom: 2px solid var(--pr-paid);
      background: var(--pr-tint-paid);
      color: inherit;
    }
    mark.active {
      background: var(--pr-paid);
      color: var(--pr-card);
    }
    mark[data-ends]::after {
      margin-inline: 2px;
      padding: 0 5px;
      border-radius: 8px;
      background: var(--pr-paid-text);
      color: var(--pr-card);
      content: attr(data-ends);
      font-size: 11px;
      font-weight: 650;
      vertical-align: super;
    }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly pins = input<readonly Pin[]>([]);
  /** the number of the comment that is looked at */
  readonly active = input<number | null>(null);

  protected readonly parts = computed(() => markedOf(this.text(), this.pins()));

  protected isActive(pins: readonly number[]): boolean {
    const active = this.active();
    return active !== null && pins.includes(active);
  }
}
