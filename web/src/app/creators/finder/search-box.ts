import { Component, input, output } from '@angular/core';
import { T } from '../../../i18n/t';
import { SearchField } from '../../ui/search-field';
import type { Filters, QueryParams } from './finder-address';
import { SearchMode } from './search-mode';

/** Words, names, ids and links, and beside them where they are looked for. */
@Component({
  selector: 'app-search-box',
  imports: [SearchField, SearchMode, T],
  template: `
    <app-search-field
      large
      [label]="'creators.finder.search' | t"
      [placeholder]="'creators.finder.placeholder' | t"
      [lengthMax]="200"
      [asked]="filters().q ?? ''"
      (ask)="go.emit({ q: $event })"
    />
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
    app-search-field {
      flex: 1;
    }
  `,
})
export class SearchBox {
  readonly filters = input.required<Filters>();
  /** where words are looked for is chosen elsewhere */
  readonly bare = input(false);
  readonly go = output<QueryParams>();
}
