import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { categories, categoryNames, metrics, noteTypes } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { FilterMenu } from '../../ui/filter-menu';
import { Icon } from '../../ui/icon';
import { SearchField } from '../../ui/search-field';
import { columns, type NoteColumn } from './note-columns';
import {
  boostedAnswers,
  climbStates,
  isFiltered,
  levelNumbers,
  type NotesAddress,
  type QueryParams,
} from './notes-address';

/** What is above the list: search, filters as chips, and which columns to show. Says which part of the address changes. */
@Component({
  selector: 'app-notes-filters',
  imports: [FilterMenu, Icon, MatMenu, MatMenuItem, MatMenuTrigger, SearchField, T],
  templateUrl: './notes-filters.html',
  styleUrl: './notes-filters.scss',
})
export class NotesFilters {
  private readonly texts = inject(Texts);
  readonly address = input.required<NotesAddress>();
  /** cards instead of a table: there is no head to sort by and no column to choose */
  readonly narrow = input(false);
  readonly go = output<QueryParams>();

  protected readonly filtered = computed(() => isFiltered(this.address()));
  protected readonly menus = computed(() => {
    const say = this.texts;
    return [
      {
        key: 'state',
        label: say.say('notes.filter.state'),
        choices: this.choices(climbStates, (value) => say.say(`common.noteState.${value}`)),
      },
      {
        key: 'level',
        label: say.say('notes.filter.level'),
        choices: this.choices(levelNumbers, (level) => say.say('notes.level', { level })),
      },
      {
        key: 'category',
        label: say.say('notes.filter.category'),
        choices: this.choices(categories, (value) => say.of(categoryNames[value])),
      },
      {
        key: 'type',
        label: say.say('notes.filter.type'),
        choices: this.choices(noteTypes, (value) => say.say(`common.noteType.${value}`)),
      },
      {
        key: 'boosted',
        label: say.say('notes.filter.boosted'),
        choices: this.choices(boostedAnswers, (value) => say.say(`notes.boosted.${value}`)),
      },
    ] as const;
  });
  protected readonly columns = columns;
  protected readonly sorts = computed(() =>
    this.choices(
      columns.flatMap((column) => column.sort ?? []),
      (sort) => this.sortName(sort),
    ),
  );

  protected filter(key: string, value: string | undefined): void {
    this.go.emit({ [key]: value });
  }

  protected clear(): void {
    this.go.emit({
      q: undefined,
      state: undefined,
      level: undefined,
      category: undefined,
      type: undefined,
      boosted: undefined,
    });
  }

  protected toggle(column: NoteColumn): void {
    const shown = this.address().columns;
    const next = columns.filter(({ id }) => (id === column.id ? !shown.includes(id) : shown.includes(id)));
    if (next.length > 0) this.go.emit({ columns: next.map(({ id }) => id).join(',') });
  }

  protected name(column: NoteColumn): string {
    return column.metric
      ? this.texts.of(metrics[column.metric])
      : column.title
        ? this.texts.say(column.title)
        : '';
  }

  private sortName(sort: string): string {
    const column = columns.find((one) => one.sort === sort);
    return column ? this.name(column) : sort;
  }

  private choices<V extends string>(values: readonly V[], label: (value: V) => string) {
    return values.map((value) => ({ value, label: label(value) }));
  }
}
