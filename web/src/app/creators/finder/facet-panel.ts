import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { CreatorFacet, CreatorSearchPage } from '@poolrise/contracts';
import {
  categories,
  type CreatorMetric,
  healthLevels,
  personas,
  provinces,
  scenes,
  styles,
  subCategoriesOf,
  subCategoryKeys,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Icon } from '../../ui/icon';
import { CreatorWords } from '../ui/creator-words';
import { AudienceWishes } from './audience-wishes';
import { BrandField } from './brand-field';
import { type FacetChoice, FacetValues } from './facet-values';
import { FilterWords } from './filter-words';
import {
  activeDayChoices,
  cityTierValues,
  type FilterName,
  type Filters,
  genders,
  type QueryParams,
  valuesOf,
} from './finder-address';
import { ListPicker } from './list-picker';
import { RangeField } from './range-field';

/** Filters by words, and the words; the tiers are the workspace's own and come with the facets. */
const facetWords: Partial<Record<FilterName, readonly string[]>> = {
  category: categories,
  accepts: ['image', 'video'],
  health: healthLevels,
  persona: personas,
  style: styles,
  scene: scenes,
  gender: genders,
  province: provinces,
  cityTier: cityTierValues,
  mcn: ['signed', 'independent'],
  servedCategory: categories,
};
type Part =
  | { kind: 'values'; name: FilterName; single?: true }
  | {
      kind: 'ranges';
      title: 'terms' | 'content' | 'followers' | 'efficiency' | 'service';
      metrics: CreatorMetric[];
    }
  | { kind: 'lists' | 'audience' | 'brand' | 'subCategory' | 'activeDays' | 'blacklisted' };

/** What most searches begin with stands open; the rest is one press away. */
const frequent: Part[] = [
  { kind: 'values', name: 'category' },
  { kind: 'values', name: 'tier' },
  { kind: 'ranges', title: 'terms', metrics: ['imageCents', 'videoCents'] },
  { kind: 'ranges', title: 'content', metrics: ['followers', 'readsMedian'] },
  { kind: 'values', name: 'accepts' },
  { kind: 'values', name: 'health' },
];
const others: Part[] = [
  { kind: 'lists' },
  { kind: 'audience' },
  { kind: 'subCategory' },
  { kind: 'values', name: 'persona' },
  { kind: 'values', name: 'style' },
  { kind: 'values', name: 'scene' },
  { kind: 'values', name: 'province' },
  { kind: 'values', name: 'cityTier' },
  { kind: 'values', name: 'gender' },
  { kind: 'values', name: 'mcn', single: true },
  { kind: 'activeDays' },
  {
    kind: 'ranges',
    title: 'efficiency',
    metrics: ['imageReadCents', 'videoReadCents', 'imageInteractionCents', 'imageCpmCents', 'cpuvCents'],
  },
  {
    kind: 'ranges',
    title: 'content',
    metrics: [
      'impressionsMedian',
      'interactionsMedian',
      'interactionRate',
      'hundredLikesShare',
      'thousandLikesShare',
      'finishShare',
      'notes30d',
    ],
  },
  { kind: 'ranges', title: 'followers', metrics: ['growth30d', 'activeShare', 'engagedShare'] },
  {
    kind: 'ranges',
    title: 'service',
    metrics: ['activeOrders', 'acceptanceShare', 'onTimeShare', 'replyMinutesMedian'],
  },
  { kind: 'values', name: 'servedCategory' },
  { kind: 'brand' },
  { kind: 'blacklisted' },
];

const namesOf = (part: Part): FilterName[] => {
  switch (part.kind) {
    case 'values':
      return [part.name];
    case 'ranges':
      return part.metrics;
    case 'brand':
      return ['withoutBrand'];
    case 'lists':
      return ['list', 'withoutLists'];
    default:
      return [part.kind];
  }
};

/** All filters of the marketplace, with the counts each value would give. */
@Component({
  selector: 'app-facet-panel',
  imports: [AudienceWishes, BrandField, FacetValues, Icon, ListPicker, RangeField, T],
  templateUrl: './facet-panel.html',
  styleUrl: './facet-panel.scss',
})
export class FacetPanel {
  private readonly texts = inject(Texts);
  protected readonly words = inject(CreatorWords);
  protected readonly filterWords = inject(FilterWords);
  readonly filters = input.required<Filters>();
  readonly facets = input.required<CreatorSearchPage['facets'] | undefined>();
  readonly go = output<QueryParams>();

  protected readonly moreActive = computed(
    () => others.flatMap(namesOf).filter((name) => this.filters()[name] !== undefined).length,
  );
  protected readonly open = linkedSignal<boolean, boolean>({
    source: () => this.moreActive() > 0,
    computation: (active, before) => active || (before?.value ?? false),
  });
  protected readonly parts = computed(() =>
    [...frequent, ...(this.open() ? others : [])].map((part) => ({
      part,
      key: `${part.kind} ${namesOf(part).join(' ')}`,
      title: this.titleOf(part),
      /** open from the start: what is asked first, and what is asked for */
      open: frequent.includes(part) || namesOf(part).some((name) => this.filters()[name] !== undefined),
      first: part === others[0],
    })),
  );

  /** The second level of the chosen categories, or of all. */
  protected readonly subCategories = computed(() => {
    const chosen = this.chosen('category');
    const within = categories.filter((category) => chosen.includes(category));
    return within.length ? within.flatMap(subCategoriesOf) : subCategoryKeys;
  });

  protected choices(name: FilterName): FacetChoice[] {
    const counted = this.facets()?.[name as CreatorFacet];
    const counts = new Map(counted?.map(({ value, count }) => [value, count]));
    const tiers = counted?.map(({ value }) => value) ?? [];
    const values = facetWords[name] ?? (tiers.length ? tiers : this.chosen(name));
    return values.map((value) => ({
      value,
      label: name === 'tier' ? this.words.tier(value, tiers) : this.words.value(name, value),
      count: counts.get(value) ?? null,
    }));
  }

  protected readonly dayChoices = computed(() =>
    // A link may ask for another span than those offered.
    [...new Set([...activeDayChoices, ...this.chosen('activeDays')])].map((value) => ({
      value,
      label: this.filterWords.value('activeDays', value, []),
      count: null,
    })),
  );

  protected chosen(name: FilterName): string[] {
    return valuesOf(this.filters(), name);
  }

  protected put(name: FilterName, value: string | undefined): void {
    this.go.emit({ [name]: value });
  }

  private titleOf(part: Part): string {
    if (part.kind === 'lists') return this.texts.say('creators.finder.lists.title');
    if (part.kind === 'ranges') return this.texts.say(`creators.finder.group.${part.title}`);
    const [name] = namesOf(part);
    return name ? this.filterWords.name(name) : '';
  }
}
