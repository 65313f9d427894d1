import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type ObservedNoteRow, observedSorts } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FilterMenu } from '../ui/filter-menu';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { SearchField } from '../ui/search-field';
import { viewportIs } from '../ui/viewport-is';
import { ObservedCards } from './list/observed-cards';
import { ObservedTable } from './list/observed-table';
import { ObservedTabs } from './observed-tabs';

type Sort = (typeof observedSorts)[number];

/** Notes of the platform that files speak of. The address is the only state. */
@Component({
  selector: 'app-observed-page',
  imports: [
    EmptyState,
    FilterMenu,
    ListFrame,
    MatButton,
    ObservedCards,
    ObservedTable,
    ObservedTabs,
    PageHeader,
    RouterLink,
    RowKeys,
    SearchField,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './observed-page.html',
  styleUrl: './observed-page.scss',
})
export default class ObservedPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  readonly q = input<string>();
  readonly sort = input<string>();

  protected readonly search = computed(() => this.q()?.trim().slice(0, 100) ?? '');
  protected readonly sorted = computed(
    (): Sort => observedSorts.find((one) => one === this.sort()) ?? 'published',
  );
  private readonly url = computed(() => {
    const search = this.search();
    return `/api/v1/observed-notes?${new URLSearchParams({ sort: this.sorted(), ...(search && { search }) })}`;
  });
  protected readonly list = paged<ObservedNoteRow>(this.url, 'imports');
  protected readonly sorts = computed(() =>
    observedSorts.map((value) => ({ value, label: this.texts.say(`observed.sort.${value}`) })),
  );
  protected readonly shown = computed(() => {
    const n = this.list.items()?.length;
    if (!n) return '';
    return this.list.hasMore()
      ? this.texts.say('observed.list.shownMore', { n })
      : this.texts.count('observed.list.shown', n);
  });
  protected readonly narrow = viewportIs('(max-width: 899px)');

  protected go(change: Record<string, string | undefined>): void {
    // While typing, the way back is the page before and not every letter.
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl: 'q' in change,
    });
  }
}
