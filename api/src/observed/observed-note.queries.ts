import type { ObservedNoteView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { figureSql } from '../imports/stored-record';

export type NoteHead = Omit<
  ObservedNoteView,
  | 'category'
  | 'followers'
  | 'cooperation'
  | 'series'
  | 'paid'
  | 'estimate'
  | 'spill'
  | 'peers'
  | 'levels'
  | 'cost'
>;

/** The note itself with the files that speak of it, its orders, and its ads day by day. */
export async function headOf(tx: EntityManager, noteId: string): Promise<NoteHead> {
  const [head] = await tx.query<NoteHead[]>(headSql, [noteId]);
  if (!head) throw new Refused('not-found', { field: 'path.observedNoteId' });
  return head;
}

const sum = (field: string): string =>
  `sum(round(${figureSql(`(record -> 'values' -> '${field}')`)}::numeric))::float8`;

const headSql = `
  with its as (
    select observation.* from observation join observed_note note
      on note.workspace_id = observation.workspace_id and note.id = note_id where note.id = $1
  )
  select id, platform_id as "platformId", title, ${isoInstant('published_at')} as "publishedAt", latest ->> 'noteType' as type,
    (select coalesce(jsonb_agg(file order by file ->> 'lastDay' desc nulls last), '[]') from (
      select jsonb_build_object('importId', import_id, 'name', import_file.name, 'kind', source,
        'rows', count(*), 'lastDay', max(coalesce(day, (record -> 'values' -> 'pointAt' ->> 'day')::date))) as file
      from its join import_file on import_file.id = import_id group by import_id, import_file.name, source) files) as sources,
    (select coalesce(jsonb_agg(jsonb_build_object('source', source, 'values', record -> 'values')), '[]')
      from (select * from (
          select distinct on (coalesce(record -> 'values' ->> 'orderId', key)) * from its where subject = 'order'
          order by coalesce(record -> 'values' ->> 'orderId', key), day desc nulls last) latest
        order by day desc nulls last, key limit 50) orders) as orders,
    (select coalesce(jsonb_agg(to_jsonb(ad) order by ad.day), '[]') from (
      select (record -> 'values' -> 'adTime' ->> 'day')::date as day, ${sum('fee')} as "feeCents",
        ${sum('adImpressions')} as impressions, ${sum('adClicks')} as clicks, count(*)::integer as rows
      from its where subject = 'ad-row' and record -> 'values' -> 'adTime' ->> 'day' is not null
      group by 1 order by 1 desc limit 400) ad) as ads
  from observed_note where id = $1`;
