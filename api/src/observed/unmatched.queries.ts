import type { Page, UnmatchedName, UnmatchedQuery } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { decodeCursor, isoInstant, pageFrom } from '../http/paging';

/** Names and orders that belong to no note yet, in the order of their names, each with the notes it may mean. */
export async function unmatchedPage(
  tx: EntityManager,
  { cursor, limit }: UnmatchedQuery,
): Promise<Page<UnmatchedName>> {
  const [, after] = decodeCursor(cursor, z.literal('unmatched'), z.string()) ?? [];
  const rows = await tx.query<UnmatchedName[]>(unmatchedSql, [after ?? null, limit + 1]);
  return pageFrom(
    rows,
    limit,
    (row) => row,
    (row) => ['unmatched', row.nameKey],
  );
}

/** Of a stored figure, whatever its precision. */
const figure = (of: string, field: string): string =>
  `coalesce(${of} -> '${field}' ->> 'value', ${of} ->> '${field}')`;
const compared = ['impressions', 'reads', 'interactions'] as const;
const both = compared.map(
  (field) => `(${figure('said.values', field)} is not null and ${figure('latest', field)} is not null)::int`,
);
const alike = compared.map(
  (field) => `coalesce((${figure('said.values', field)} = ${figure('latest', field)})::int, 0)`,
);

/**
 * A note is likely by its title, or, of an order, by the day: published after it was made. Closer days and equal figures come
 * first. What is said is the latest that was said under the name.
 */
const unmatchedSql = `
  with names as (
    select note ->> 'nameKey' as name_key, min(subject) as subject, count(*)::integer as rows,
      array_agg(distinct source) as sources, min(workspace_id::text)::uuid as workspace_id
    from observation
    where note is not null and note_id is null and ($1::text is null or note ->> 'nameKey' > $1)
    group by note ->> 'nameKey' order by note ->> 'nameKey' limit $2
  )
  select names.name_key as "nameKey", names.subject, names.rows, names.sources, said.note ->> 'title' as title,
    ${isoInstant(`(said.note ->> 'publishedAt')::timestamptz`)} as "publishedAt", likely.notes as likely
  from names
  cross join lateral (
    select note, record -> 'values' as values from observation
    where observation.workspace_id = names.workspace_id and note ->> 'nameKey' = names.name_key and note_id is null
      and note is not null
    order by day desc nulls last, key limit 1) said
  cross join lateral (
    select coalesce(jsonb_agg(to_jsonb(one) - 'rank' order by rank), '[]') as notes from (
      select id as "noteId", title, platform_id as "platformId", ${isoInstant('published_at')} as "publishedAt",
        title_key = split_part(names.name_key, chr(31), 1) as "sameTitle",
        abs((published_at at time zone 'Asia/Shanghai')::date
          - ((said.note ->> 'publishedAt')::timestamptz at time zone 'Asia/Shanghai')::date) as "daysApart",
        ${alike.join(' + ')} as "sameFigures", ${both.join(' + ')} as figures,
        row_number() over (order by ${alike.join(' + ')} desc,
          abs(extract(epoch from published_at - (said.note ->> 'publishedAt')::timestamptz)) nulls last, id) as rank
      from observed_note
      where observed_note.workspace_id = names.workspace_id and title_key = split_part(names.name_key, chr(31), 1)
      order by rank limit 5) one) likely
  order by names.name_key`;
