import type { UnmatchedName } from '@poolrise/contracts';
import { foldForSearch } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { figureSql } from '../imports/stored-record';

type LikelyNote = UnmatchedName['likely'][number];
type Asked = Pick<
  UnmatchedName,
  'nameKey' | 'publishedAt' | 'order' | 'curve' | 'impressions' | 'reads' | 'interactions'
> & {
  /** folded; of a file's name each of its parts may be the title */
  titleKeys: readonly string[];
};

/** What a name may have as its title: all of it, or a part between the signs that people put between parts. */
export function titleKeysOf(name: string | null): string[] {
  if (name === null) return [];
  const parts = name.split(/[_\-—–|()（）【】[\]《》「」\s]+/).filter((part) => part.length > 1);
  return [...new Set([name, ...parts].map(foldForSearch))].filter((key) => key !== '').slice(0, 12);
}

/** Below this many impressions two notes have the same figure by chance. */
const tellingImpressions = 100;
/** A curve begins when its note is published, give or take a day. */
const daysOff = 1;
/** Of a title that many notes have, so many are looked at. */
const alikeMax = 200;

/**
 * Notes that names may mean: those of the same title; of an order those with the same impressions; of a curve those published
 * when it begins. Equal figures come first, then the same title where a title was asked for, then the closer day.
 */
export async function likelyNotes(
  tx: EntityManager,
  workspaceId: string,
  names: readonly Asked[],
): Promise<Map<string, LikelyNote[]>> {
  const rows = await tx.query<{ nameKey: string; likely: LikelyNote[] }[]>(likelySql, [
    workspaceId,
    JSON.stringify(names),
  ]);
  return new Map(rows.map(({ nameKey, likely }) => [nameKey, likely]));
}

const compared = ['impressions', 'reads', 'interactions'].map((field) => ({
  said: figureSql(`asked.${field}`),
  known: figureSql(`(latest -> '${field}')`),
}));
const both = compared.map(({ said, known }) => `(${said} is not null and ${known} is not null)::int`);
const alike = compared.map(({ said, known }) => `coalesce((${said} = ${known})::int, 0)`);
const shanghaiDay = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;

const likelySql = `
  with asked as (
    select * from jsonb_to_recordset($2::jsonb) as asked ("nameKey" text, "titleKeys" text[], "publishedAt" timestamptz,
      "order" jsonb, curve jsonb, impressions jsonb, reads jsonb, interactions jsonb)
  )
  select asked."nameKey", coalesce(jsonb_agg(to_jsonb(one) - 'rank' order by one.rank), '[]') as likely
  from asked cross join lateral (
    select id as "noteId", title, platform_id as "platformId", ${isoInstant('published_at')} as "publishedAt",
      coalesce(title_key = any (asked."titleKeys"), false) as "sameTitle",
      abs(${shanghaiDay('published_at')} - coalesce(${shanghaiDay('asked."publishedAt"')}, (asked.curve ->> 'from')::date))
        as "daysApart",
      ${shanghaiDay('published_at')} - (asked."order" ->> 'createdOn')::date as "daysAfterOrder",
      ${alike.join(' + ')} as "sameFigures", ${both.join(' + ')} as figures,
      row_number() over (order by ${alike.join(' + ')} desc,
        asked.curve is not null and coalesce(title_key = any (asked."titleKeys"), false) desc,
        abs(extract(epoch from published_at - coalesce(asked."publishedAt", (asked."order" ->> 'createdOn')::date,
          (asked.curve ->> 'from')::date))) nulls last, id) as rank
    from (
      (select * from observed_note where workspace_id = $1 and title_key = any (asked."titleKeys") limit ${alikeMax})
      union
      (select * from observed_note where workspace_id = $1 and asked.curve is not null
         and coalesce(published_at, '-infinity') >= ((asked.curve ->> 'from')::date - ${daysOff})::timestamp at time zone 'Asia/Shanghai'
         and coalesce(published_at, '-infinity') < ((asked.curve ->> 'from')::date + ${daysOff + 1})::timestamp at time zone 'Asia/Shanghai'
       order by coalesce(published_at, '-infinity') desc, id desc limit ${alikeMax})
      union
      (select * from observed_note where workspace_id = $1 and asked."order" is not null
         and coalesce(impressions, -1) = round(${figureSql('asked.impressions')}::numeric)::bigint
         and impressions >= ${tellingImpressions} limit ${alikeMax})
    ) known
    order by rank limit 5
  ) one group by asked."nameKey"`;
