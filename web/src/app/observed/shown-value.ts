import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { ReportedValue } from '@poolrise/contracts';
import type { CreatorUnit, Span } from '@poolrise/domain';
import { ObservedWords } from './observed-words';

/** One figure of a file; a rounded one, and a lower bound, says on hover and focus how far it may be off. */
@Component({
  selector: 'app-shown-value',
  imports: [MatTooltip],
  template: `
    @if (shown().explain; as explain) {
      <span class="explained" tabindex="0" [matTooltip]="explain">{{ shown().text }}</span>
    } @else {
      {{ shown().text }}
    }
  `,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .explained {
      position: relative;
      z-index: 1;
      border-radius: 3px;
      cursor: help;
      text-decoration: underline dotted var(--pr-line-strong);
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
  `,
})
export class ShownValue {
  private readonly words = inject(ObservedWords);
  readonly value = input<ReportedValue | null>(null);
  readonly unit = input<CreatorUnit>('count');
  readonly span = input<Span | null>(null);

  protected readonly shown = computed(() => {
    const span = this.span();
    return span ? this.words.span(span) : this.words.figure(this.value(), this.unit());
  });
}
