import type { CreatorsQuery } from '@poolrise/contracts';
import {
  creatorMetricIds,
  foldForSearch,
  isShortLink,
  readCreatorReference,
  type TierScheme,
} from '@poolrise/domain';
import { z } from 'zod';
import { decodeCursor } from '../../http/paging';
import { Refused } from '../../http/refused';
import { searchWordsOf } from '../../words/segment';
import {
  type After,
  columnOf,
  type CreatorQuestion,
  type NamedCondition,
  type SearchText,
} from './creator-question';

const dayMs = 86_400_000;

/** Creators that the workspace's own lists let in and keep out. */
export interface OwnSets {
  /** only these; null: the search names no list */
  within: readonly string[] | null;
  withoutLists: readonly string[] | null;
  blacklisted: readonly string[];
}

/** What the search looks for in names, content and ids; `named` is filled in by whoever can look ids up. */
export interface AskedText {
  name: string;
  words: string[];
  reference: { platformId: string | null; redId: string | null };
}

/** Null where there is no text, or none that can be seen. */
export function readText({ q, mode }: CreatorsQuery): AskedText | null {
  const name = foldForSearch(q ?? '');
  if (q === undefined || name === '') return null;
  const reference = readCreatorReference(q);
  const platformId = reference && 'platformId' in reference ? reference.platformId : null;
  // A link says whom it means: its letters are nobody's name.
  if (platformId && mode !== 'content')
    return { name: '', words: [], reference: { platformId, redId: null } };
  const redId = reference && 'redId' in reference ? reference.redId : /^[\w.-]{4,24}$/.exec(q.trim())?.[0];
  return {
    name: mode === 'content' ? '' : name,
    words: mode === 'name' ? [] : searchWordsOf(q),
    reference: { platformId: null, redId: mode === 'content' ? null : (redId ?? null) },
  };
}

export const hintOf = ({ q }: CreatorsQuery): 'short-link' | null =>
  q !== undefined && isShortLink(q) ? 'short-link' : null;

/**
 * A checked query as a question to the index or to PostgreSQL.
 *
 * @throws Refused invalid-input for a tier that the workspace's scheme does not have, invalid-cursor
 */
export function readQuestion(
  query: CreatorsQuery,
  about: { scheme: TierScheme; text: SearchText | null; sets: OwnSets; now: Date },
): CreatorQuestion {
  const { scheme, text } = about;
  const tiers = readTiers(query.tier, scheme);
  const conditions: NamedCondition[] = [...traitConditions(query), ...figureConditions(query, about.now)];
  const add = (parameter: string, condition: NamedCondition['condition']) =>
    conditions.push({ parameter, condition });
  if (tiers) add('tier', { kind: 'trait', trait: 'tier', values: tiers });
  if (text) add('q', { kind: 'text', text });
  if (query.subCategory)
    add('subCategory', { kind: 'term', of: 'subCategory', value: query.subCategory, not: false });
  if (query.withoutBrand)
    add('withoutBrand', { kind: 'term', of: 'servedBrand', value: query.withoutBrand, not: true });
  const { within, withoutLists, blacklisted } = about.sets;
  if (within) add('list', { kind: 'ids', ids: within, not: false });
  if (withoutLists) add('withoutLists', { kind: 'ids', ids: withoutLists, not: true });
  if (blacklisted.length) add('blacklisted', { kind: 'ids', ids: blacklisted, not: true });
  return {
    scheme,
    conditions,
    ranked: query.sort === 'relevance' && query.mode !== 'content' ? text : null,
    column: columnOf(query.sort),
    order: query.order,
    after: readAfter(query),
    limit: query.limit,
  };
}

function traitConditions(query: CreatorsQuery): NamedCondition[] {
  const asked = {
    category: query.category,
    persona: query.persona,
    style: query.style,
    scene: query.scene,
    gender: query.gender,
    province: query.province,
    cityTier: query.cityTier,
    health: query.health,
    accepts: query.accepts,
    servedCategory: query.servedCategory,
    mcn: query.mcn && [query.mcn],
  };
  return Object.entries(asked).flatMap(([trait, values]) =>
    values
      ? [{ parameter: trait, condition: { kind: 'trait', trait: trait as keyof typeof asked, values } }]
      : [],
  );
}

function figureConditions(query: CreatorsQuery, now: Date): NamedCondition[] {
  const ranges = creatorMetricIds.flatMap((column): NamedCondition[] => {
    const range = query[column];
    return range ? [{ parameter: column, condition: { kind: 'range', column, ...range } }] : [];
  });
  if (query.activeDays) {
    const min = (now.getTime() - query.activeDays * dayMs) * 1_000;
    ranges.push({
      parameter: 'activeDays',
      condition: { kind: 'range', column: 'lastNoteAt', min, max: null },
    });
  }
  if (query.audience)
    ranges.push({ parameter: 'audience', condition: { kind: 'audience', wishes: query.audience } });
  return ranges;
}

function readTiers(tier: string | undefined, { tiers }: TierScheme): string[] | null {
  if (tier === undefined) return null;
  const keys = [...new Set(tier.split(',').filter(Boolean))];
  const unknown = keys.find((key) => tiers.every((one) => one.key !== key));
  if (keys.length && unknown === undefined) return keys;
  const known = tiers.map(({ key }) => key).join(', ');
  const detail = `is no tier of this workspace's scheme, which has ${known}`;
  throw new Refused('invalid-input', {
    field: 'query.tier',
    detail: `query.tier: ${detail}.`,
    fields: [{ field: 'query.tier', detail }],
  });
}

const sortOf = ({ sort, order }: CreatorsQuery): string => `${sort} ${order}`;

function readAfter(query: CreatorsQuery): After | null {
  const cursor = decodeCursor(
    query.cursor,
    z.literal(sortOf(query)),
    z.int().min(0).max(3),
    z.number().nullable(),
    z.uuid(),
  );
  return cursor && { rank: cursor[1], value: cursor[2], id: cursor[3].toLowerCase() };
}

/** Where the next page begins. */
export const cursorAfter = (query: CreatorsQuery, { rank, value, id }: After): (string | number | null)[] => [
  sortOf(query),
  rank,
  value,
  id,
];
