import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { ObservedWords } from './observed-words';

/** Which kinds of files speak of something, in a word each; the full name on hover. */
@Component({
  selector: 'app-source-chips',
  imports: [MatTooltip],
  template: `
    @for (kind of shown(); track kind) {
      <span class="chip" [matTooltip]="words.kind(kind)">{{ words.source(kind) }}</span>
    }
    @if (rest().length > 0) {
      <span
        class="chip more"
        tabindex="0"
        [matTooltip]="restNames()"
        [attr.aria-label]="restNames()"
        role="note"
        >+{{ rest().length }}</span
      >
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
  /** how many are named; the rest is a number that names them on hover and focus */
  readonly most = input(Infinity);

  protected readonly shown = computed(() => this.kinds().slice(0, this.most()));
  protected readonly rest = computed(() => this.kinds().slice(this.most()));
  protected readonly restNames = computed(() =>
    this.words.list(this.rest().map((kind) => this.words.kind(kind))),
  );
}
