import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { NoteRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { CopyLink } from '../ui/copy-link';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { Skeleton } from '../ui/skeleton';
import { isFiltered, listUrl, type QueryParams, readAddress } from './list/notes-address';
import { NotesCards } from './list/notes-cards';
import { NotesFilters } from './list/notes-filters';
import { NotesTable } from './list/notes-table';
import { AppSource } from '../ui/figure-source';
import { viewportIs } from '../ui/viewport-is';

/** All notes of the workspace. The address is the only state: filters, order and columns. */
@Component({
  selector: 'app-notes-page',
  imports: [
    AppSource,
    CopyLink,
    EmptyState,
    FailedState,
    MatButton,
    NotesCards,
    NotesFilters,
    NotesTable,
    PageHeader,
    RouterLink,
    RowKeys,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './notes-page.html',
  styleUrl: './notes-page.scss',
})
export default class NotesPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  readonly q = input<string>();
  readonly state = input<string>();
  readonly level = input<string>();
  readonly category = input<string>();
  readonly type = input<string>();
  readonly boosted = input<string>();
  readonly sort = input<string>();
  readonly order = input<string>();
  readonly columns = input<string>();

  protected readonly address = computed(() =>
    readAddress({
      q: this.q(),
      state: this.state(),
      level: this.level(),
      category: this.category(),
      type: this.type(),
      boosted: this.boosted(),
      sort: this.sort(),
      order: this.order(),
      columns: this.columns(),
    }),
  );
  // A signal of its own: choosing a column changes the address and not the question.
  private readonly url = computed(() => listUrl(this.address()));
  protected readonly list = paged<NoteRow>(this.url, 'notes', 'pools');
  /** The rows of the question before stay, dimmed, until the new ones are in: filtering must not make the page jump. */
  protected readonly rows = linkedSignal<NoteRow[] | undefined, NoteRow[] | undefined>({
    source: () => this.list.items(),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly outdated = computed(() => this.list.items() === undefined);
  /** Until the rows are more: a live reload in between is not what was asked for. */
  protected readonly growing = linkedSignal({ source: this.rows, computation: () => false });
  protected readonly filtered = computed(() => isFiltered(this.address()));
  /** Too narrow for a table: cards, and the order from a menu. */
  protected readonly narrow = viewportIs('(max-width: 899px)');
  protected readonly shown = computed(() => {
    const n = this.rows()?.length ?? 0;
    return this.list.hasMore()
      ? this.texts.say('notes.shownMore', { n })
      : this.texts.count('notes.shown', n);
  });

  /** Creators write here; everybody else publishes through the api. */
  protected readonly writes = computed(
    () => this.session.workspace()?.workspaceKind === 'creator' && this.session.may('write:notes'),
  );
  protected readonly emptyText = computed(() =>
    this.texts.say(this.writes() ? 'notes.empty.ownText' : 'notes.empty.text'),
  );

  protected more(): void {
    this.growing.set(true);
    this.list.loadMore();
  }

  protected go(change: QueryParams): void {
    // While typing, the way back is the page before and not every letter.
    const replaceUrl = Object.keys(change).length === 1 && 'q' in change;
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {} });
  }
}
