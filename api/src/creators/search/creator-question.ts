import { type CreatorFacet, creatorFacets, type CreatorSort, cityTiers } from '@poolrise/contracts';
import {
  categories,
  creatorMetricIds,
  type CreatorMetric,
  healthLevels,
  personas,
  provinces,
  scenes,
  styles,
  type TierScheme,
} from '@poolrise/domain';

/** What a creator has one or some of, out of a known list. */
export type Trait = CreatorFacet | 'servedCategory';

/** What can be ranged over and sorted by; `lastNoteAt` in microseconds since 1970. */
export const columns = [...creatorMetricIds, 'lastNoteAt'] as const;
export type Column = CreatorMetric | 'lastNoteAt';

/** A text as it is looked for. Empty parts look for nothing. */
export interface SearchText {
  /** part of the name, folded */
  name: string;
  /** all of them in the content */
  words: string[];
  /** creators whom the text names outright, by link or handle */
  named: string[];
}

/** One thing that is asked of a creator. */
export type Condition =
  | { kind: 'trait'; trait: Trait; values: readonly string[] }
  | { kind: 'term'; of: 'subCategory' | 'servedBrand'; value: string; not: boolean }
  | { kind: 'range'; column: Column; min: number | null; max: number | null }
  | { kind: 'audience'; wishes: readonly { band: number; percentMin: number }[] }
  | { kind: 'text'; text: SearchText }
  | { kind: 'ids'; ids: readonly string[]; not: boolean };

/** A condition under the name of the parameter that asked it: at most one of each name. */
export interface NamedCondition {
  parameter: string;
  condition: Condition;
}

/** Where a page begins: after the creator with these keys. */
export interface After {
  rank: number;
  value: number | null;
  id: string;
}

/** A search as both the index and PostgreSQL answer it, to the same effect. */
export interface CreatorQuestion {
  scheme: TierScheme;
  conditions: readonly NamedCondition[];
  /** by whom the text fits best first, and then by the column */
  ranked: SearchText | null;
  column: Column;
  order: 'asc' | 'desc';
  after: After | null;
  limit: number;
}

export interface FoundCreator {
  id: string;
  /** 3: the text is the whole name or names the creator; 2: the name begins with it; 1: the name has it; 0: else, or not asked */
  rank: number;
  value: number | null;
}

export type FacetCounts = Record<CreatorFacet, { value: string; count: number }[]>;

export interface CreatorFindings {
  /** at most one more than `limit`, which says that there is a next page */
  rows: FoundCreator[];
  total: number;
  facets: FacetCounts;
  /** nothing fits: how many would without one of the conditions; none of no use */
  wouldFit: { without: string; count: number }[];
}

/** What a sort walks along. */
export const columnOf = (sort: CreatorSort): Column => (sort === 'relevance' ? 'readsMedian' : sort);

/** Every value of a facet, in the order in which it is shown. */
export function facetValues(facet: CreatorFacet, scheme: TierScheme): readonly string[] {
  return facet === 'tier' ? scheme.tiers.map(({ key }) => key) : vocabulary[facet];
}

const vocabulary: Record<Exclude<CreatorFacet, 'tier'>, readonly string[]> = {
  category: categories,
  gender: ['female', 'male', 'unknown'],
  cityTier: [...cityTiers, 'unknown'],
  province: provinces,
  persona: personas,
  style: styles,
  scene: scenes,
  mcn: ['signed', 'independent'],
  health: healthLevels,
  accepts: ['image', 'video'],
};

export const isFacet = (name: string): name is CreatorFacet =>
  (creatorFacets as readonly string[]).includes(name);

/** The most helpful first; of equal ones the first by name. */
export const mostHelpful = (
  found: readonly { without: string; count: number }[],
): { without: string; count: number }[] =>
  found
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.without < b.without ? -1 : 1));
