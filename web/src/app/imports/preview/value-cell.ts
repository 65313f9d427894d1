import { Component, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { T } from '../../../i18n/t';
import type { ShownValue } from './value-words';

/** By then the table stands still. */
const scrolledMs = 200;

/** One value; what is unknown or not exact explains itself on hover and focus. A change shows what stood there before. */
@Component({
  selector: 'app-value-cell',
  imports: [MatTooltip, T],
  template: `
    @if (before(); as before) {
      <del
        ><span class="pr-only-screen-reader">{{ 'imports.preview.before' | t }} </span>{{ before.text }}</del
      >
      <span class="arrow" aria-hidden="true">→</span>
      <span class="pr-only-screen-reader">{{ 'imports.preview.after' | t }}</span>
    }
    @if (value().explain; as explain) {
      <span
        #cell
        #tip="matTooltip"
        class="explained"
        tabindex="0"
        [matTooltip]="explain"
        (focus)="explainAfterScroll(cell, tip)"
        >{{ value().text }}</span
      >
    } @else {
      <span [class.after]="before()">{{ value().text }}</span>
    }
  `,
  styles: `
    :host {
      white-space: nowrap;
    }
    del {
      color: var(--pr-muted);
    }
    .arrow {
      margin: 0 4px;
      color: var(--pr-muted);
    }
    .after {
      font-weight: 650;
    }
    .explained {
      border-radius: 3px;
      cursor: help;
      text-decoration: underline dotted var(--pr-line-strong);
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
  `,
})
export class ValueCell {
  readonly value = input.required<ShownValue>();
  /** what stood there before, where that was something else */
  readonly before = input<ShownValue | null>(null);

  /** Tab scrolls the table to a cell that is out of sight, and scrolling closes what has just been opened. */
  protected explainAfterScroll(cell: HTMLElement, tip: MatTooltip): void {
    setTimeout(() => {
      if (document.activeElement === cell && cell.matches(':focus-visible')) tip.show();
    }, scrolledMs);
  }
}
