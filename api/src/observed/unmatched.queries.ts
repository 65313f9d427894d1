import type { Page, UnmatchedName, UnmatchedQuery } from '@poolrise/contracts';
import { foldForSearch } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { figureSql } from '../imports/stored-record';
import { likelyNotes, titleKeysOf } from './likely-notes.queries';

type Named = Omit<UnmatchedName, 'likely'>;

/** Names and orders that belong to no note yet, in the order of their names, each with the notes it may mean. */
export async function unmatchedPage(
  tx: EntityManager,
  workspaceId: string,
  { cursor, limit }: UnmatchedQuery,
): Promise<Page<UnmatchedName>> {
  const [, after] = decodeCursor(cursor, z.literal('unmatched'), z.string()) ?? [];
  const rows = await tx.query<Named[]>(namesSql, [workspaceId, after ?? null, limit + 1]);
  const { items, ...page } = pageFrom(
    rows,
    limit,
    (row) => row,
    (row) => ['unmatched', row.nameKey],
  );
  const likely = await likelyNotes(
    tx,
    workspaceId,
    items.map((row) => ({
      ...row,
      // Of a curve nothing but the name of its file is known, of which a part may be the title.
      titleKeys: row.curve ? titleKeysOf(row.title) : row.title === null ? [] : [foldForSearch(row.title)],
    })),
  );
  return { items: items.map((row) => ({ ...row, likely: likely.get(row.nameKey) ?? [] })), ...page };
}

/** What is said is the latest that was said under the name. */
const namesSql = `
  with names as (
    select note ->> 'nameKey' as name_key, min(subject) as subject, count(*)::integer as rows,
      array_agg(distinct source) as sources
    from observation
    where workspace_id = $1 and note is not null and note_id is null
      and note ->> 'nameKey' > coalesce($2, '')
    group by note ->> 'nameKey' order by note ->> 'nameKey' limit $3
  ), said as (
    select distinct on (note ->> 'nameKey') note ->> 'nameKey' as name_key, note, record -> 'values' as values
    from observation
    where workspace_id = $1 and note is not null and note_id is null
      and note ->> 'nameKey' in (select name_key from names)
    order by note ->> 'nameKey', day desc nulls last, key
  ), points as (
    select note ->> 'nameKey' as name_key, source, record -> 'constants' ->> 'seriesMetric' as metric,
      record -> 'constants' ->> 'seriesPeriod' as period, (record -> 'values' -> 'pointAt' ->> 'day')::date as day,
      ${figureSql(`(record -> 'values' -> 'pointValue')`)}::float8 as value
    from observation
    where workspace_id = $1 and note is not null and note_id is null and subject = 'series-point'
      and note ->> 'nameKey' in (select name_key from names)
  ), curves as (
    select name_key, min(day) as from_day, max(day) as to_day from points group by name_key
  ), sums as (
    -- a file may have the same by hour and by day, of which the larger knows more
    select name_key, max(value) filter (where metric = 'impressions') as impressions,
      max(value) filter (where metric = 'reads') as reads
    from (select name_key, metric, sum(value) as value from points group by name_key, source, metric, period) sum
    group by name_key
  )
  select name_key as "nameKey", names.subject, names.rows, names.sources, said.note ->> 'title' as title,
    ${isoInstant(`(said.note ->> 'publishedAt')::timestamptz`)} as "publishedAt",
    case when names.subject = 'order' then jsonb_build_object('id', said.values ->> 'orderId',
      'name', said.values ->> 'cooperationName', 'account', said.values ->> 'orderingAccount',
      'createdOn', said.values -> 'orderCreatedAt' ->> 'day',
      'quoteCents', coalesce(said.values -> 'quote' -> 'value', said.values -> 'quote')) end as "order",
    case when curves.name_key is not null then jsonb_build_object('from', from_day, 'to', to_day) end as curve,
    coalesce(said.values -> 'impressions', to_jsonb(sums.impressions)) as impressions,
    coalesce(said.values -> 'reads', to_jsonb(sums.reads)) as reads,
    said.values -> 'interactions' as interactions
  from names join said using (name_key) left join curves using (name_key) left join sums using (name_key)
  order by name_key`;
