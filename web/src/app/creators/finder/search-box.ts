import { Component, computed, effect, input, linkedSignal, output } from '@angular/core';
import { T } from '../../../i18n/t';
import { Icon } from '../../ui/icon';
import type { Filters, QueryParams } from './finder-address';
import { SearchMode } from './search-mode';

/** Typing pauses this long before the list follows, in milliseconds. */
const pause = 250;

/** Words, names, ids and links, and beside them where they are looked for. */
@Component({
  selector: 'app-search-box',
  imports: [Icon, SearchMode, T],
  template: `
    <div class="search">
      <app-icon name="search" />
      <input
        type="search"
        autocomplete="off"
        maxlength="200"
        [attr.aria-label]="'creators.finder.search' | t"
        [placeholder]="'creators.finder.placeholder' | t"
        [value]="typed()"
        (input)="typed.set($any($event.target).value)"
        (keydown.escape)="$any($event.target).blur()"
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
    @if (!bare()) {
      <app-search-mode [filters]="filters()" (go)="go.emit($event)" />
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .search {
      display: flex;
      flex: 1;
      align-items: center;
      gap: 10px;
      min-width: 0;
      height: 42px;
      padding: 0 10px 0 12px;
      border: 1px solid var(--pr-line-strong);
      border-radius: 12px;
      background: var(--pr-card);
      color: var(--pr-muted);
    }
    .search:focus-within {
      border-color: var(--pr-action);
      outline: 1px solid var(--pr-action);
    }
    .search:focus-within kbd {
      visibility: hidden;
    }
    input {
      flex: 1;
      min-width: 0;
      border: 0;
      outline: 0;
      background: none;
      color: var(--pr-ink);
      font-size: 14px;
    }
    input::placeholder {
      color: var(--pr-muted);
      opacity: 1;
      text-overflow: ellipsis;
    }
    @media (max-width: 1023px) {
      input {
        font-size: 16px;
      }
      kbd {
        display: none;
      }
    }
  `,
})
export class SearchBox {
  readonly filters = input.required<Filters>();
  /** where words are looked for is chosen elsewhere */
  readonly bare = input(false);
  readonly go = output<QueryParams>();

  private readonly asked = computed(() => this.filters().q ?? '');
  // A blank at the end is on its way to the next word, and does not come back from the address.
  protected readonly typed = linkedSignal<string, string>({
    source: this.asked,
    computation: (now, before) => (before?.value.trim() === now ? before.value : now),
  });

  constructor() {
    effect((onCleanup) => {
      const q = this.typed().trim().slice(0, 200);
      if (q === this.asked()) return;
      const timer = setTimeout(() => this.go.emit({ q: q || undefined }), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
