import { Dialog } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { Component, computed, effect, inject, Injector, type TemplateRef, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import type { CreatorSort } from '@poolrise/contracts';
import { metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { ExportMenu } from '../../shortlists/export-menu';
import { SaveSearchButton } from '../../shortlists/save-search-button';
import { CopyLink } from '../../ui/copy-link';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { problemOf } from '../../problems/problem-of';
import { FilterMenu } from '../../ui/filter-menu';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { RowKeys } from '../../ui/row-keys';
import { Skeleton } from '../../ui/skeleton';
import { viewportIs } from '../../ui/viewport-is';
import { blacklistReasons } from './blacklist-reasons';
import { ColumnPicker } from './column-picker';
import { CompareBar } from './compare-bar';
import { isMetric } from './creator-columns';
import { creatorSearch } from './creator-search';
import { CreatorsCards } from './creators-cards';
import { CreatorsTable } from './creators-table';
import { FacetPanel } from './facet-panel';
import { FilterChips } from './filter-chips';
import {
  activeFilters,
  cleared,
  type QueryParams,
  readAddress,
  searchUrl,
  sorts,
  typedFilters,
  without,
} from './finder-address';
import { FilterWords } from './filter-words';
import { NobodyFits } from './nobody-fits';
import { OwnLists } from './own-lists';
import { SearchBox } from './search-box';
import { SearchMode } from './search-mode';
import { firstOrder } from './sorting';

/** Search over the directory of creators. The address is the only state: filters, order and columns. */
@Component({
  selector: 'app-finder-page',
  imports: [
    ColumnPicker,
    CompareBar,
    CopyLink,
    CreatorsCards,
    CreatorsTable,
    EmptyState,
    ExportMenu,
    FacetPanel,
    FailedState,
    FilterChips,
    FilterMenu,
    Icon,
    MatButton,
    NobodyFits,
    PageHeader,
    RowKeys,
    SaveSearchButton,
    SearchBox,
    SearchMode,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './finder-page.html',
  styleUrl: './finder-page.scss',
})
export default class FinderPage {
  private readonly dialogs = inject(Dialog);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly filterWords = inject(FilterWords);
  private readonly ownLists = inject(OwnLists);

  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly address = computed(() => readAddress(this.params()));
  // A signal of its own: choosing a column changes the address and not the question.
  private readonly url = computed(() => searchUrl(this.address()));
  protected readonly search = creatorSearch(this.url);
  /** what is kept or saved as a file: the search without its columns and pages */
  protected readonly question = computed(() => this.url().split('?')[1] ?? '');
  protected readonly filtered = computed(() => activeFilters(this.address()).length);
  /** of those behind the button; what is searched for stands above it */
  protected readonly inDrawer = computed(
    () => activeFilters(this.address()).filter((name) => name !== 'q').length,
  );
  protected readonly tiers = computed(() => this.search.found()?.facets.tier.map(({ value }) => value) ?? []);
  /** Filters that the api does not accept here, such as a tier of another workspace's scheme in a copied link. */
  protected readonly refused = computed(() => {
    const { field, fields } = problemOf(this.search.error());
    const named = [field ?? '', ...(fields ?? []).map((one) => one.field)].map((one) =>
      one.replace(/^query\./, ''),
    );
    return activeFilters(this.address())
      .filter((name) => named.includes(name))
      .map((name) => ({
        name,
        change: without(name),
        words: this.filterWords.withoutIt(name, this.address().filters, this.tiers()),
      }));
  });
  /** Those of the blacklist are shown when they are asked for, and then with why they are on it. */
  protected readonly blacklisted = blacklistReasons(() =>
    this.address().filters.blacklisted === 'show' && !this.search.outdated() ? this.search.rows() : undefined,
  );
  private readonly namesLists = computed(() => {
    const { list, withoutLists } = this.address().filters;
    return list !== undefined || withoutLists !== undefined;
  });
  protected readonly total = computed(() => this.search.found()?.total ?? 0);
  protected readonly results = computed(() =>
    this.texts.count('creators.finder.results', this.total(), {}, this.format.number(this.total())),
  );
  protected readonly done = computed(() =>
    this.texts.say('creators.finder.done', { n: this.format.number(this.total()) }),
  );

  protected readonly sortChoices = computed(() =>
    sorts.map((value) => ({ value, label: this.sortName(value) })),
  );
  /** Too narrow for filters beside a table: they wait in a drawer, and creators are cards. */
  protected readonly narrow = viewportIs('(max-width: 1023px)');
  private typing: string | null = null;

  constructor() {
    effect(() => {
      if (this.namesLists()) untracked(() => this.ownLists.look());
    });
  }

  /** While somebody types, the way back is the search before and not every letter. */
  protected go(change: QueryParams): void {
    const [name = '', ...others] = Object.keys(change);
    const typed = others.length === 0 && typedFilters.has(name) ? name : null;
    const replaceUrl = typed !== null && typed === this.typing;
    this.typing = typed;
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl });
  }

  protected sortBy(sort: string | undefined): void {
    const known = sorts.find((one) => one === sort);
    if (known) this.go({ sort: known === 'relevance' ? undefined : known, order: firstOrder(known) });
  }

  protected turnRound(): void {
    this.go({ order: this.address().order === 'asc' ? undefined : 'asc' });
  }

  protected clear(): void {
    this.go(cleared());
  }

  protected openFilters(drawer: TemplateRef<unknown>): void {
    this.dialogs.open(drawer, {
      panelClass: 'app-filter-drawer',
      ariaLabel: this.texts.say('creators.finder.filters'),
      width: '100vw',
      maxWidth: '640px',
      positionStrategy: createGlobalPositionStrategy(this.injector).centerHorizontally().bottom('0'),
    });
  }

  protected closeFilters(): void {
    this.dialogs.closeAll();
  }

  private sortName(sort: CreatorSort): string {
    return isMetric(sort) ? this.texts.of(metrics[sort]) : this.texts.say(`creators.finder.sort.${sort}`);
  }
}
