import { Component, computed, effect, inject, input, linkedSignal, output } from '@angular/core';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { FilterMenu } from '../../ui/filter-menu';
import { Icon } from '../../ui/icon';
import type { Filters, QueryParams } from './finder-address';

/** Typing pauses this long before the list follows, in milliseconds. */
const pause = 250;
const modes = ['auto', 'name', 'content'] as const;

/** Words, names, ids and links, and where they are looked for. */
@Component({
  selector: 'app-search-box',
  imports: [FilterMenu, Icon, T],
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
    <app-filter-menu
      [always]="true"
      [label]="'creators.finder.mode.label' | t"
      [choices]="choices()"
      [value]="filters().mode ?? 'auto'"
      (choose)="go.emit({ mode: $event === 'auto' ? undefined : $event })"
    />
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
    @media (max-width: 899px) {
      :host {
        flex-wrap: wrap;
      }
      .search {
        flex-basis: 100%;
      }
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
  private readonly texts = inject(Texts);
  readonly filters = input.required<Filters>();
  readonly go = output<QueryParams>();

  private readonly asked = computed(() => this.filters().q ?? '');
  // A blank at the end is on its way to the next word, and does not come back from the address.
  protected readonly typed = linkedSignal<string, string>({
    source: this.asked,
    computation: (now, before) => (before?.value.trim() === now ? before.value : now),
  });
  protected readonly choices = computed(() =>
    modes.map((value) => ({ value, label: this.texts.say(`creators.finder.mode.${value}`) })),
  );

  constructor() {
    effect((onCleanup) => {
      const q = this.typed().trim().slice(0, 200);
      if (q === this.asked()) return;
      const timer = setTimeout(() => this.go.emit({ q: q || undefined }), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
