import { creatorFacets } from '@poolrise/contracts';
import type { CreatorIndex } from './creator-index';
import {
  type Condition,
  type CreatorFindings,
  type CreatorQuestion,
  type FacetCounts,
  facetValues,
  mostHelpful,
  type NamedCondition,
} from './creator-question';
import { bestOf, type SortKeys } from './best-of';
import { type Rows, type Selection, Sieve } from './sieve';

/** Answers a search from memory, in one go: nothing changes under it. */
export function findInIndex(index: CreatorIndex, question: CreatorQuestion): CreatorFindings {
  const { scheme, limit } = question;
  index.scratch.begin();
  const sieve = new Sieve(index.scratch, index.live, index.slots.end);
  const byName = rowsByName(index, sieve, question);
  // What is a set already goes first, so that figures and portraits are looked at for few.
  for (const kinds of [setKinds, ['range'], ['audience']])
    for (const named of question.conditions)
      if (kinds.includes(named.condition.kind)) sift(index, sieve, named, scheme.id, byName);

  const found = sieve.found();
  return {
    rows: bestOf(found, limit + 1, sortKeys(index, question, byName)),
    total: found.size,
    facets: Object.fromEntries(
      creatorFacets.map((facet) => {
        const among: Selection = sieve.without(facet) ?? found;
        const counts = facetValues(facet, scheme).map((value) => ({
          value,
          count: among.countIn(index.having(facet, value, scheme.id)),
        }));
        return [facet, counts];
      }),
    ) as FacetCounts,
    wouldFit: found.size ? [] : mostHelpful(sieve.failedAlone()),
  };
}

/** Rows whose name has the text; null when the search looks for no name. Also tells which rows have a rank to be asked for. */
function rowsByName(index: CreatorIndex, sieve: Sieve, { conditions }: CreatorQuestion): Rows | null {
  const name = conditions
    .map(({ condition }) => (condition.kind === 'text' ? condition.text.name : ''))
    .join('');
  if (!name) return null;
  const rows = sieve.room().fill(0);
  index.addWithNamePart(rows, name);
  return rows;
}

const setKinds: readonly Condition['kind'][] = ['trait', 'term', 'ids', 'text'];

function sift(
  index: CreatorIndex,
  sieve: Sieve,
  { parameter, condition }: NamedCondition,
  schemeId: string,
  byName: Rows | null,
): void {
  if (condition.kind === 'audience') {
    const wishes = condition.wishes.map(({ band, percentMin }) => ({
      values: index.band(band),
      least: percentMin * 100,
    }));
    return sieve.atLeast(parameter, wishes);
  }
  const not = 'not' in condition && condition.not;
  sieve.keep(parameter, rowsOf(index, condition, schemeId, sieve, byName), not);
}

/** The rows of a condition, whether or not they are asked for by a `not`. */
function rowsOf(
  index: CreatorIndex,
  condition: Exclude<Condition, { kind: 'audience' }>,
  schemeId: string,
  sieve: Sieve,
  byName: Rows | null,
): Rows {
  if (condition.kind === 'range') {
    const rows = sieve.room();
    const { column, min, max } = condition;
    index.figure(column).rowsWithin(min ?? -Infinity, max ?? Infinity, sieve.left(), rows);
    return rows;
  }
  if (condition.kind === 'trait' && condition.values.length === 1)
    return index.having(condition.trait, condition.values[0] ?? '', schemeId);
  const rows = sieve.room().fill(0);
  switch (condition.kind) {
    case 'trait':
      for (const value of condition.values) addAll(rows, index.having(condition.trait, value, schemeId));
      return rows;
    case 'term':
      index.addWithTerms(rows, condition.of, [condition.value]);
      return rows;
    case 'ids':
      index.addIds(rows, condition.ids);
      return rows;
    case 'text': {
      const { words, named } = condition.text;
      index.addIds(rows, named);
      if (byName) addAll(rows, byName);
      if (words.length) index.addWithTerms(rows, 'contentWord', words);
      return rows;
    }
  }
}

function addAll(rows: Rows, others: Rows): void {
  for (let at = 0; at < rows.length; at++) rows[at] = (rows[at] as number) | (others[at] as number);
}

function sortKeys(
  index: CreatorIndex,
  { ranked, column, order, after }: CreatorQuestion,
  byName: Rows | null,
): SortKeys {
  const named = new Set(ranked?.named.map((id) => index.slots.get(id)));
  // Most of those whose notes have a common word do not have it in their name, and a look at every name of a hundred
  // thousand takes longer than all the rest of the search.
  const hasIt = (row: number): boolean =>
    byName !== null && ((byName[row >>> 5] as number) & (1 << (row & 31))) !== 0;
  return {
    rank: ranked
      ? (row) => (named.has(row) ? 3 : hasIt(row) ? rankOf(index.nameAt(row), ranked.name) : 0)
      : null,
    values: index.figure(column).values,
    order,
    after,
    ids: index.slots,
  };
}

/** Of a name that has the part. */
const rankOf = (name: string, part: string): number => (name === part ? 3 : name.startsWith(part) ? 2 : 1);
