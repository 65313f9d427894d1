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
  // What is a set already goes first, so that figures and portraits are looked at for few.
  for (const kinds of [setKinds, ['range'], ['audience']])
    for (const named of question.conditions)
      if (kinds.includes(named.condition.kind)) sift(index, sieve, named, scheme.id);

  const found = sieve.found();
  return {
    rows: bestOf(found, limit + 1, sortKeys(index, question)),
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

const setKinds: readonly Condition['kind'][] = ['trait', 'term', 'ids', 'text'];

function sift(
  index: CreatorIndex,
  sieve: Sieve,
  { parameter, condition }: NamedCondition,
  schemeId: string,
): void {
  if (condition.kind === 'audience') {
    const wishes = condition.wishes.map(({ band, percentMin }) => ({
      values: index.band(band),
      least: percentMin * 100,
    }));
    return sieve.atLeast(parameter, wishes);
  }
  const not = 'not' in condition && condition.not;
  sieve.keep(parameter, rowsOf(index, condition, schemeId, sieve), not);
}

/** The rows of a condition, whether or not they are asked for by a `not`. */
function rowsOf(
  index: CreatorIndex,
  condition: Exclude<Condition, { kind: 'audience' }>,
  schemeId: string,
  sieve: Sieve,
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
      for (const value of condition.values) {
        const having = index.having(condition.trait, value, schemeId);
        for (let at = 0; at < rows.length; at++) rows[at] = (rows[at] as number) | (having[at] as number);
      }
      return rows;
    case 'term':
      index.addWithTerms(rows, condition.of, [condition.value]);
      return rows;
    case 'ids':
      index.addIds(rows, condition.ids);
      return rows;
    case 'text': {
      const { name, words, named } = condition.text;
      index.addIds(rows, named);
      if (name) index.addWithNamePart(rows, name);
      if (words.length) index.addWithTerms(rows, 'contentWord', words);
      return rows;
    }
  }
}

function sortKeys(index: CreatorIndex, { ranked, column, order, after }: CreatorQuestion): SortKeys {
  const named = new Set(ranked?.named.map((id) => index.slots.get(id)));
  return {
    rank: ranked ? (row) => rankOf(index.nameAt(row), ranked.name, named.has(row)) : null,
    values: index.figure(column).values,
    order,
    after,
    ids: index.slots,
  };
}

function rankOf(name: string, part: string, named: boolean): number {
  if (named || (part && name === part)) return 3;
  if (!part || !name.includes(part)) return 0;
  return name.startsWith(part) ? 2 : 1;
}
