import { type CreatorFacet, creatorFacets } from '@poolrise/contracts';
import type { TierScheme } from '@poolrise/domain';
import { figureColumns } from '../creator-rows';
import {
  type Column,
  type Condition,
  type CreatorFindings,
  type CreatorQuestion,
  type FacetCounts,
  facetValues,
  type FoundCreator,
  mostHelpful,
  type NamedCondition,
  type SearchText,
  type Trait,
} from './creator-question';

export type RunSql = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;
type Bind = (value: unknown) => string;

/**
 * The same search in SQL alone: what the index has to agree with, and who answers while it loads. Slower by far, since no
 * index of PostgreSQL serves twelve filters in any combination and counts of all facets.
 */
export async function findInPostgres(run: RunSql, question: CreatorQuestion): Promise<CreatorFindings> {
  const page = pageStatement(question);
  const counts = countStatement(question);
  const rows = await run<FoundCreator>(page.sql, page.parameters);
  const counted = await run<{ name: string; value: string; count: number }>(counts.sql, counts.parameters);
  const total = counted.find(({ name }) => name === 'total')?.count ?? 0;
  const countOf = (facet: CreatorFacet, value: string) =>
    counted.find((one) => one.name === facet && one.value === value)?.count ?? 0;
  return {
    rows,
    total,
    facets: Object.fromEntries(
      creatorFacets.map((facet) => [
        facet,
        facetValues(facet, question.scheme).map((value) => ({ value, count: countOf(facet, value) })),
      ]),
    ) as FacetCounts,
    wouldFit: total ? [] : await countWithout(run, question),
  };
}

/** The page alone. */
export function pageStatement({ conditions, scheme, ranked, column, order, after, limit }: CreatorQuestion) {
  const { parameters, bind } = binder();
  const where = allOf(conditions, scheme, bind);
  const rank = ranked ? rankSql(ranked, bind) : '0';
  return {
    sql: `
      -- Taken as one query with its order, the planner hopes to stop early, and sorts the whole directory to do so.
      with fits as materialized (
        select id, ${rank} as rank, ${valueSql[column]} as value from creator_record where ${where})
      select id, rank, value from fits ${after ? `where ${afterSql(after, order, bind)}` : ''}
      order by rank ${order}, value ${order} nulls last, id limit ${bind(limit + 1)}`,
    parameters,
  };
}

/** The total and all facets in one statement: facets without a filter of their own share one pass. */
export function countStatement({ conditions, scheme }: CreatorQuestion) {
  const { parameters, bind } = binder();
  const filtered = creatorFacets.filter((facet) => conditions.some(({ parameter }) => parameter === facet));
  const shared = creatorFacets.filter((facet) => !filtered.includes(facet));
  const facetColumns = shared.map((facet) => `${facetSql(facet, scheme, bind)} as ${facet}_values`);
  const parts = [
    `select 'total' as name, '' as value, count(*)::integer as count from fits`,
    ...shared.map(
      (facet) =>
        `select '${facet}', value, count(*)::integer from fits cross join unnest(${facet}_values) value group by value`,
    ),
    ...filtered.map((facet) => {
      const others = conditions.filter(({ parameter }) => parameter !== facet);
      return `select '${facet}', value, count(*)::integer from creator_record
        cross join unnest(${facetSql(facet, scheme, bind)}) value where ${allOf(others, scheme, bind)} group by value`;
    }),
  ];
  return {
    sql: `with fits as materialized (
        select ${facetColumns.join(', ')} from creator_record where ${allOf(conditions, scheme, bind)})
      ${parts.join(' union all ')}`,
    parameters,
  };
}

async function countWithout(run: RunSql, { conditions, scheme }: CreatorQuestion) {
  const found = [];
  for (const { parameter } of conditions) {
    const { parameters, bind } = binder();
    const others = conditions.filter((one) => one.parameter !== parameter);
    const [row] = await run<{ count: number }>(
      `select count(*)::integer as count from creator_record where ${allOf(others, scheme, bind)}`,
      parameters,
    );
    found.push({ without: parameter, count: row?.count ?? 0 });
  }
  return mostHelpful(found);
}

function binder(): { parameters: unknown[]; bind: Bind } {
  const parameters: unknown[] = [];
  return { parameters, bind: (value) => `$${parameters.push(value)}` };
}

const valueSql: Record<Column, string> = {
  ...(Object.fromEntries(
    Object.entries(figureColumns).map(([metric, column]) => [metric, `${column}::float8`]),
  ) as Record<Exclude<Column, 'lastNoteAt'>, string>),
  lastNoteAt: `(extract(epoch from last_note_at) * 1000000)::float8`,
};
/** The columns of the index in one array, as it reads and PostgreSQL compares them. */
export const valuesSql = (names: readonly Column[]): string =>
  `array[${names.map((name) => valueSql[name]).join(', ')}]`;

const traitSql: Record<Exclude<Trait, 'tier'>, string> = {
  category: 'categories',
  servedCategory: 'served_categories',
  persona: 'personas',
  style: 'styles',
  scene: 'scenes',
  gender: 'array[gender]',
  cityTier: 'array[city_tier]',
  province: 'array[province]',
  mcn: `array[case when mcn is null then 'independent' else 'signed' end]`,
  health: 'array[health]',
  accepts: `array_remove(array[case when accepts_image then 'image' end, case when accepts_video then 'video' end], null)`,
};
/** Traits as one array of arrays each, as the index reads them. */
export const traitsSql = (traits: readonly Exclude<Trait, 'tier'>[]): string =>
  traits.map((trait) => traitSql[trait]).join(', ');

/** The values that a creator has of a facet, as an array. */
function facetSql(facet: CreatorFacet, scheme: TierScheme, bind: Bind): string {
  if (facet !== 'tier') return traitSql[facet];
  const keys = bind(scheme.tiers.map(({ key }) => key));
  const from = bind(scheme.tiers.map((tier) => tier.from));
  return `array[(${keys}::text[])[width_bucket(followers, ${from}::integer[])]]`;
}

const allOf = (conditions: readonly NamedCondition[], scheme: TierScheme, bind: Bind): string =>
  ['deleted_at is null', ...conditions.map(({ condition }) => conditionSql(condition, scheme, bind))].join(
    ' and ',
  );

function conditionSql(condition: Condition, scheme: TierScheme, bind: Bind): string {
  switch (condition.kind) {
    case 'trait':
      return traitCondition(condition, scheme, bind);
    case 'term': {
      const column = condition.of === 'subCategory' ? 'sub_categories' : 'served_brands';
      return `${condition.not ? 'not ' : ''}${column} @> array[${bind(condition.value)}::text]`;
    }
    case 'ids':
      return `${condition.not ? 'not ' : ''}id = any(${bind(condition.ids)}::uuid[])`;
    case 'text':
      return textCondition(condition.text, bind);
    case 'range': {
      const value = valueSql[condition.column];
      const ends = [
        ...(condition.min === null ? [] : [`${value} >= ${bind(condition.min)}::float8`]),
        ...(condition.max === null ? [] : [`${value} <= ${bind(condition.max)}::float8`]),
      ];
      return `(${ends.join(' and ')})`;
    }
    case 'audience':
      return condition.wishes
        .map(
          ({ band, percentMin }) =>
            `audience_shares[${bind(band + 1)}::integer] >= ${bind(percentMin * 100)}`,
        )
        .join(' and ');
  }
}

/** Single values are compared as they are, so that an index could serve them. */
function traitCondition(
  { trait, values }: Extract<Condition, { kind: 'trait' }>,
  scheme: TierScheme,
  bind: Bind,
): string {
  if (trait === 'tier') {
    const bounds = scheme.tiers.flatMap(({ key, from }, at) => {
      const next = scheme.tiers[at + 1]?.from;
      if (!values.includes(key)) return [];
      return [`(followers >= ${bind(from)}${next === undefined ? '' : ` and followers < ${bind(next)}`})`];
    });
    return `(${bounds.join(' or ')})`;
  }
  const single = /^array\[(\w+)\]$/.exec(traitSql[trait])?.[1];
  if (single) return `${single} = any(${bind(values)}::text[])`;
  return `${traitSql[trait]} && ${bind(values)}::text[]`;
}

function textCondition({ name, words, named }: SearchText, bind: Bind): string {
  const ways = [
    `id = any(${bind(named)}::uuid[])`,
    ...(name ? [`strpos(search_name, ${bind(name)}) > 0`] : []),
    ...(words.length ? [`content_words @> ${bind(words)}::text[]`] : []),
  ];
  return `(${ways.join(' or ')})`;
}

function rankSql({ name, named }: SearchText, bind: Bind): string {
  const byName = name
    ? (text: string) =>
        `when search_name = ${text} then 3 when starts_with(search_name, ${text}) then 2 when strpos(search_name, ${text}) > 0 then 1`
    : () => '';
  return `case when id = any(${bind(named)}::uuid[]) then 3 ${name ? byName(bind(name)) : ''} else 0 end`;
}

/** What comes after a row: unknown values come last in both orders, ids rise in both. */
function afterSql(after: NonNullable<CreatorQuestion['after']>, order: 'asc' | 'desc', bind: Bind): string {
  const past = order === 'asc' ? '>' : '<';
  const rank = `${bind(after.rank)}::integer`;
  const id = `${bind(after.id)}::uuid`;
  const within =
    after.value === null
      ? `value is null and id > ${id}`
      : ((value: string) => `value ${past} ${value} or value is null or (value = ${value} and id > ${id})`)(
          `${bind(after.value)}::float8`,
        );
  return `(rank ${past} ${rank} or (rank = ${rank} and (${within})))`;
}
