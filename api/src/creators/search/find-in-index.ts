import { creatorFacets } from '@poolrise/contracts';
import { TypedFastBitSet } from 'typedfastbitset';
import type { CreatorIndex } from './creator-index';
import {
  type Condition,
  type CreatorFindings,
  type CreatorQuestion,
  type FacetCounts,
  facetValues,
  mostHelpful,
  type SearchText,
} from './creator-question';
import { bestOf, type SortKeys } from './best-of';
import { type Selection, Sieve } from './sieve';

/** Answers a search from memory, in one go: nothing changes under it. */
export function findInIndex(index: CreatorIndex, question: CreatorQuestion): CreatorFindings {
  const { scheme, limit } = question;
  const sieve = new Sieve(index.live, index.slots.end);
  // What is a set already goes first, so that figures are asked of few.
  const bySet = question.conditions.filter(({ condition }) => !isAsked(condition));
  const byFigure = question.conditions.filter(({ condition }) => isAsked(condition));
  for (const { parameter, condition } of [...bySet, ...byFigure])
    sift(index, sieve, parameter, condition, scheme.id);

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

const isAsked = ({ kind }: Condition): boolean => kind === 'range' || kind === 'audience';

function sift(
  index: CreatorIndex,
  sieve: Sieve,
  parameter: string,
  condition: Condition,
  schemeId: string,
): void {
  switch (condition.kind) {
    case 'trait':
      return sieve.keep(parameter, anyOf(index, condition, schemeId));
    case 'term':
      return sieve.keep(parameter, index.withTerms(condition.of, [condition.value]), condition.not);
    case 'ids':
      return sieve.keep(parameter, index.idsToSlots(condition.ids), condition.not);
    case 'text':
      return sieve.keep(parameter, withText(index, condition.text));
    case 'range': {
      const values = index.column(condition.column);
      const { min, max } = condition;
      // NaN, where nothing is known, is neither.
      const [from, to] = [min ?? -Infinity, max ?? Infinity];
      return sieve.ask(parameter, (row) => (values[row] as number) >= from && (values[row] as number) <= to);
    }
    case 'audience': {
      const wishes = condition.wishes.map((wish) => ({
        shares: index.band(wish.band),
        least: wish.percentMin * 100,
      }));
      return sieve.ask(parameter, (row) =>
        wishes.every(({ shares, least }) => (shares[row] as number) >= least),
      );
    }
  }
}

function anyOf(
  index: CreatorIndex,
  { trait, values }: Extract<Condition, { kind: 'trait' }>,
  schemeId: string,
): TypedFastBitSet {
  const [first, ...others] = values.map((value) => index.having(trait, value, schemeId));
  if (!first || !others.length) return first ?? new TypedFastBitSet();
  return others.reduce((union, set) => union.union(set), first.clone());
}

function withText(index: CreatorIndex, { name, words, named }: SearchText): TypedFastBitSet {
  const found = index.idsToSlots(named);
  if (name) found.union(index.withNamePart(name));
  if (words.length) found.union(index.withTerms('contentWord', words));
  return found;
}

function sortKeys(index: CreatorIndex, { ranked, column, order, after }: CreatorQuestion): SortKeys {
  const named = new Set(ranked?.named.map((id) => index.slots.get(id)));
  return {
    rank: ranked ? (row) => rankOf(index.nameAt(row), ranked.name, named.has(row)) : null,
    values: index.column(column),
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
