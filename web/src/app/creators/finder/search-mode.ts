import { Component, computed, inject, input, output } from '@angular/core';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { FilterMenu } from '../../ui/filter-menu';
import type { Filters, QueryParams } from './finder-address';

const modes = ['auto', 'name', 'content'] as const;

/** Where the words of the search are looked for. */
@Component({
  selector: 'app-search-mode',
  imports: [FilterMenu, T],
  template: `
    <app-filter-menu
      [always]="true"
      [label]="'creators.finder.mode.label' | t"
      [choices]="choices()"
      [value]="filters().mode ?? 'auto'"
      (choose)="go.emit({ mode: $event === 'auto' ? undefined : $event })"
    />
  `,
})
export class SearchMode {
  private readonly texts = inject(Texts);
  readonly filters = input.required<Filters>();
  readonly go = output<QueryParams>();

  protected readonly choices = computed(() =>
    modes.map((value) => ({ value, label: this.texts.say(`creators.finder.mode.${value}`) })),
  );
}
