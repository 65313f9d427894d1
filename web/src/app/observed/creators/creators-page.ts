import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type ObservedCreatorRow, observedCreatorShows, observedCreatorSorts } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { FilterMenu } from '../../ui/filter-menu';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { RowKeys } from '../../ui/row-keys';
import { SearchField } from '../../ui/search-field';
import { viewportIs } from '../../ui/viewport-is';
import { ObservedTabs } from '../observed-tabs';
import { CreatorCards } from './creator-cards';
import { CreatorTable } from './creator-table';

type Sort = (typeof observedCreatorSorts)[number];
type Show = (typeof observedCreatorShows)[number];

/** Creators that files speak of. The address is the only state. */
@Component({
  selector: 'app-observed-creators-page',
  imports: [
    CreatorCards,
    CreatorTable,
    EmptyState,
    FilterMenu,
    ListFrame,
    MatButton,
    ObservedTabs,
    PageHeader,
    RouterLink,
    RowKeys,
    SearchField,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './creators-page.html',
  styleUrl: '../observed-page.scss',
})
export default class ObservedCreatorsPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  readonly q = input<string>();
  readonly sort = input<string>();
  readonly show = input<string>();

  protected readonly search = computed(() => this.q()?.trim().slice(0, 100) ?? '');
  protected readonly sorted = computed(
    (): Sort => observedCreatorSorts.find((one) => one === this.sort()) ?? 'followers',
  );
  protected readonly shows = computed(
    (): Show => observedCreatorShows.find((one) => one === this.show()) ?? 'all',
  );
  private readonly url = computed(() => {
    const search = this.search();
    const asked = { sort: this.sorted(), show: this.shows(), ...(search && { search }) };
    return `/api/v1/observed-creators?${new URLSearchParams(asked)}`;
  });
  protected readonly list = paged<ObservedCreatorRow>(this.url, 'imports');
  protected readonly isNarrowed = computed(() => this.search() !== '' || this.shows() !== 'all');
  protected readonly sorts = computed(() =>
    observedCreatorSorts.map((value) => ({ value, label: this.texts.say(`observedCreators.sort.${value}`) })),
  );
  protected readonly showChoices = computed(() =>
    observedCreatorShows.map((value) => ({ value, label: this.texts.say(`observedCreators.show.${value}`) })),
  );
  protected readonly shown = computed(() => {
    const n = this.list.items()?.length;
    if (!n) return '';
    return this.list.hasMore()
      ? this.texts.say('observedCreators.shownMore', { n })
      : this.texts.count('observedCreators.shown', n);
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
