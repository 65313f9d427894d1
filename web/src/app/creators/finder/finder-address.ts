import type { CreatorFilters, CreatorSort } from '@poolrise/contracts';
import {
  audienceBandAt,
  audienceDimensions,
  categories,
  type CreatorMetric,
  creatorMetricIds,
  healthLevels,
  personas,
  provinces,
  scenes,
  styles,
  subCategoryKeys,
} from '@poolrise/domain';
import { readRange, writeRange } from './amount';
import { type ColumnId, columnIds, defaultColumns } from './creator-columns';

export type FilterName = keyof CreatorFilters;
/** Filters as they stand in the address, and in the question to the api. */
export type Filters = Partial<Record<FilterName, string>>;
export type QueryParams = Record<string, string | undefined>;

/** Everything the finder shows depends on these, and all of them stand in the address: a copied link is the same screen. */
export interface FinderAddress {
  filters: Filters;
  sort: CreatorSort;
  order: 'asc' | 'desc';
  columns: readonly ColumnId[];
}

export const activeDayChoices = ['7', '14', '30', '90'] as const;
export const cityTierValues = [...audienceDimensions.cityTier, 'unknown'] as const;
export const genders = ['female', 'male', 'unknown'] as const;
export const wishesMax = 8;
export const listsLeftOutMax = 10;

type Clean = (text: string) => string | undefined;
/** Controls, halves of letters and turns of direction: nothing that anybody means, and the api refuses them. */
const unseen = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;
const text =
  (max: number): Clean =>
  (value) =>
    value.trim().slice(0, max).replace(unseen, ' ').trim() || undefined;
const oneOf =
  (known: readonly string[]): Clean =>
  (value) =>
    known.find((one) => one === value);
const severalOf =
  (known: readonly string[]): Clean =>
  (value) =>
    known.filter((one) => value.split(',').includes(one)).join(',') || undefined;
const severalFit =
  (fits: (one: string) => boolean, most: number): Clean =>
  (value) =>
    [...new Set(value.split(','))].filter(fits).slice(0, most).join(',') || undefined;
const rangeOnly: Clean = (value) => {
  const range = readRange(value);
  return range ? writeRange(range) : undefined;
};
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isWish = (wish: string): boolean => {
  const [dimension = '', value = '', percent = '', ...rest] = wish.split(':');
  return !rest.length && audienceBandAt(dimension, value) >= 0 && /^(?:[1-9]\d?|100)$/.test(percent);
};

const ranges = Object.fromEntries(creatorMetricIds.map((id) => [id, rangeOnly])) as Record<
  CreatorMetric,
  Clean
>;
/** How each filter is read. A record, so that a filter added to the contract does not compile until it is read here. */
const clean: Record<FilterName, Clean> = {
  q: text(200),
  mode: oneOf(['name', 'content']),
  category: severalOf(categories),
  subCategory: oneOf(subCategoryKeys),
  // Which tiers there are is a matter of the workspace's scheme, and the api's to say.
  tier: severalFit((key) => /^[\w-]{1,20}$/.test(key), 8),
  persona: severalOf(personas),
  style: severalOf(styles),
  scene: severalOf(scenes),
  gender: severalOf(genders),
  province: severalOf(provinces),
  cityTier: severalOf(cityTierValues),
  mcn: oneOf(['signed', 'independent']),
  health: severalOf(healthLevels),
  accepts: severalOf(['image', 'video']),
  servedCategory: severalOf(categories),
  withoutBrand: text(60),
  activeDays: (value) => (/^(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/.test(value) ? value : undefined),
  audience: severalFit(isWish, wishesMax),
  list: (value) => (uuid.test(value) ? value.toLowerCase() : undefined),
  withoutLists: (value) => severalFit((id) => uuid.test(id), listsLeftOutMax)(value.toLowerCase()),
  blacklisted: oneOf(['show']),
  ...ranges,
};
export const filterNames = Object.keys(clean) as FilterName[];
/** Written and not chosen: the way back from them is the page before, and not every letter. */
export const typedFilters: ReadonlySet<string> = new Set(['q', 'withoutBrand', ...creatorMetricIds]);

export const sorts: readonly CreatorSort[] = ['relevance', 'lastNoteAt', ...creatorMetricIds];

/** Reads an address, leaving out what makes no sense: a link typed by hand must not break the page. */
export function readAddress(params: QueryParams): FinderAddress {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = clean[name](params[name] ?? '');
    if (value !== undefined) filters[name] = value;
  }
  const asked = (params['columns'] ?? '').split(',');
  const chosen = columnIds.filter((id) => asked.includes(id));
  return {
    filters,
    sort: sorts.find((sort) => sort === params['sort']) ?? 'relevance',
    order: params['order'] === 'asc' ? 'asc' : 'desc',
    columns: chosen.length > 0 ? chosen : defaultColumns,
  };
}

/** What an address asks the api for; which columns are shown is nobody's business there. */
export const searchUrl = ({ filters, sort, order }: FinderAddress): string =>
  `/api/v1/creators?${new URLSearchParams({ ...filters, sort, order })}`;

/** In which scope words are looked for is no filter by itself. */
export const activeFilters = ({ filters }: FinderAddress): FilterName[] =>
  filterNames.filter((name) => filters[name] !== undefined && name !== 'mode' && name !== 'blacklisted');

/** The change of an address that lets go of all its filters, and keeps order and columns. */
export const cleared = (): QueryParams => Object.fromEntries(filterNames.map((name) => [name, undefined]));

/** The change that takes one filter off. */
export const without = (name: FilterName): QueryParams => ({ [name]: undefined });

/** The change that lets in whom a filter keeps out; blacklisted creators are kept out unless they are asked for. */
export const loosened = (name: FilterName): QueryParams =>
  name === 'blacklisted' ? { blacklisted: 'show' } : without(name);

export const valuesOf = (filters: Filters, name: FilterName): string[] => filters[name]?.split(',') ?? [];
