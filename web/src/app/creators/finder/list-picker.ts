import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { Skeleton } from '../../ui/skeleton';
import { type Filters, listsLeftOutMax, type QueryParams, valuesOf } from './finder-address';
import { OwnLists } from './own-lists';

/** More lists than these have a field to find one by name. */
const longFrom = 8;

/**
 * The workspace's own lists: only creators of one, and none of others. A list is either of the two, since nobody would be
 * left of both.
 */
@Component({
  selector: 'app-list-picker',
  imports: [RouterLink, Skeleton, T],
  templateUrl: './list-picker.html',
  styleUrl: './list-picker.scss',
})
export class ListPicker {
  protected readonly own = inject(OwnLists);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  readonly filters = input.required<Filters>();
  readonly go = output<QueryParams>();

  protected readonly long = longFrom;
  protected readonly typed = signal('');
  protected readonly shown = computed(() => {
    const asked = this.typed().trim().toLowerCase();
    return this.own.all()?.filter(({ name }) => name.toLowerCase().includes(asked)) ?? [];
  });
  private readonly leftOut = computed(() => valuesOf(this.filters(), 'withoutLists'));
  protected readonly full = computed(() => this.leftOut().length >= listsLeftOutMax);

  constructor() {
    this.own.look();
  }

  protected isIn(id: string): boolean {
    return this.filters().list === id;
  }

  protected isOut(id: string): boolean {
    return this.leftOut().includes(id);
  }

  protected only(id: string): void {
    this.go.emit(this.isIn(id) ? { list: undefined } : { list: id, withoutLists: this.outExcept(id) });
  }

  protected leaveOut(id: string): void {
    if (this.isOut(id)) return this.go.emit({ withoutLists: this.outExcept(id) });
    if (this.full()) return;
    const withoutLists = [...this.leftOut(), id].join(',');
    this.go.emit(this.isIn(id) ? { withoutLists, list: undefined } : { withoutLists });
  }

  private outExcept(id: string): string | undefined {
    return (
      this.leftOut()
        .filter((one) => one !== id)
        .join(',') || undefined
    );
  }
}
