import { Component, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { ObservedWords } from './observed-words';

/** Which kinds of files speak of something, in a word each; the full name on hover. */
@Component({
  selector: 'app-source-chips',
  imports: [MatTooltip],
  template: `
    @for (kind of kinds(); track kind) {
      <span class="chip" [matTooltip]="words.kind(kind)">{{ words.source(kind) }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 4px;
    }
    .chip {
      position: relative;
      z-index: 1;
      padding: 1px 8px;
      border: 1px solid var(--pr-line);
      border-radius: 10px;
      color: var(--pr-muted);
      font-size: 12px;
      line-height: 18px;
      white-space: nowrap;
    }
  `,
})
export class SourceChips {
  protected readonly words = inject(ObservedWords);
  readonly kinds = input.required<readonly string[]>();
}
