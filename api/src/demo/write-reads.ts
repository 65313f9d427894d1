import { ageBands, cityTiers, genders } from '@poolrise/contracts';
import { categories, type Category, engagementKinds, pageLifeMs, placements, rails } from '@poolrise/domain';
import {
  oddsOf,
  RandomStream,
  readerAt,
  readerCount,
  stayOf,
  type SyntheticReader,
  type World,
} from '@poolrise/scenario';
import type pg from 'pg';
import { readerKey } from '../feed/reader-history';

/** Notes of each desk of which the demo has more than the counters. */
const notesOfDesk = 5;
/** Of each of them so many of its first readers, whether they opened it or not, and of those who opened it later. */
const firstOfNote = 300;
const readsOfNote = 140;
const nil = '00000000-0000-0000-0000-000000000000';
const place = (kind: (typeof engagementKinds)[number]): number => engagementKinds.indexOf(kind);
const [guaranteed, organic] = (['guaranteed', 'organic'] as const).map((rail) => rails.indexOf(rail));

interface CountedHour {
  noteId: string;
  category: Category;
  language: 'zh' | 'en';
  hour: Date;
  level: number;
  rail: number;
  impressions: number;
  clicks: number;
}

/** One reader to whom a note was shown. */
interface Shown extends CountedHour {
  reader: SyntheticReader;
  at: number;
  /** null: not opened */
  seconds: number | null;
}

/** The hours of a desk's most read notes on the discovery page: those of the first pool, then the newest. */
const hoursSql = `
  with read as (
    select hour.note_id, sum(hour.clicks) as clicks, hour.workspace_id from engagement_hour hour
      join workspace room on room.id = hour.workspace_id and room.kind = 'creator'
     where hour.rail in (${guaranteed}, ${organic}) and hour.hour < $1 and hour.hour > $1::timestamptz - interval '30 days'
     group by hour.note_id, hour.workspace_id having sum(hour.clicks) > 0
  ), most as (
    select note_id from (select note_id, row_number() over (partition by workspace_id order by clicks desc, note_id) as place from read) ranked
     where place <= ${notesOfDesk}
  )
  select note.id as "noteId", note.category, note.language, hour.hour, hour.level, hour.rail, hour.impressions, hour.clicks
    from most join note on note.id = most.note_id join engagement_hour hour on hour.note_id = most.note_id
   where hour.rail in (${guaranteed}, ${organic}) and hour.hour < $1 and hour.hour > $1::timestamptz - interval '30 days' and hour.impressions > 0
   order by note.id, hour.level > 0, hour.hour desc, hour.rail`;

/** A page of one place for each reader, with what its application told of the reader. */
const pagesSql = `
  insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids, said, said_gender, said_age, said_city_tier)
  select id, (select id from api_key where name = 'Demo readers'), reader_key, ${placements.indexOf('discovery')}, to_timestamp(at / 1000), to_timestamp((at + ${pageLifeMs}) / 1000),
         array[note_id], array[rail], array[level], array['${nil}'::uuid], said::smallint[], gender, age, city_tier
    from unnest($1::bigint[], $2::bigint[], $3::float8[], $4::uuid[], $5::smallint[], $6::smallint[], $7::text[], $8::smallint[], $9::smallint[], $10::smallint[])
      as read (id, reader_key, at, note_id, rail, level, said, gender, age, city_tier)`;

const eventsSql = `
  insert into engagement_event (page_id, position, kind, event_key, note_id, level, rail, boost_id, value, at)
  select id, 1, kind, case kind when ${place('dwell')} then gen_random_uuid() else '${nil}' end, note_id, level, rail, null,
         case kind when ${place('dwell')} then seconds else 1 end, to_timestamp(at / 1000 + 3)
    from unnest($1::bigint[], $2::float8[], $3::uuid[], $4::smallint[], $5::smallint[], $6::integer[]) as read (id, at, note_id, rail, level, seconds)
    cross join unnest(array[${place('impression')}, ${place('click')}, ${place('dwell')}]::smallint[]) kind
   where kind = ${place('impression')} or seconds is not null`;

/**
 * Readers of the desks' notes one by one: who opened them and how long they stayed. They are among those that the counters of the past
 * hold, so the past came with that many fewer impressions and events of which nothing else is known.
 */
export async function writeReads(client: pg.Client, world: World, seed: string): Promise<void> {
  const { rows: hours } = await client.query<CountedHour>(hoursSql, [new Date(world.endsAt)]);
  const { rows } = await client.query<{ id: string }>(`select id from workspace where kind = 'platform'`);
  const shown = shownIn(hours, world, seed).sort((a, b) => a.at - b.at);
  const opened = shown.filter(({ seconds }) => seconds !== null).length;
  const platformId = rows[0]?.id ?? '';
  const column = <Value>(of: (one: Shown) => Value): Value[] => shown.map(of);
  const ids = shown.map((_, index) => index + 1);
  await client.query(pagesSql, [
    ids,
    column(({ reader }) => readerKey(platformId, reader.attributes.id)),
    column(({ at }) => at),
    column(({ noteId }) => noteId),
    column(({ rail }) => rail),
    column(({ level }) => level),
    column(({ reader }) => `{${[...reader.interests].map((liked) => categories.indexOf(liked)).join(',')}}`),
    column(({ reader: { attributes } }) => genders.indexOf(attributes.gender ?? 'other')),
    column(({ reader: { attributes } }) => ageBands.indexOf(attributes.ageBand ?? '25-34')),
    column(({ reader: { attributes } }) => cityTiers.indexOf(attributes.cityTier ?? 'tier2')),
  ]);
  await client.query(eventsSql, [
    ids,
    column(({ at }) => at),
    column(({ noteId }) => noteId),
    column(({ rail }) => rail),
    column(({ level }) => level),
    column(({ seconds }) => seconds),
  ]);
  await client.query(`select setval('feed_page_id', $1)`, [shown.length + 1]);
  await client.query('update history_import set impressions = impressions - $1, events = events - $2', [
    shown.length,
    shown.length + 2 * opened,
  ]);
}

function shownIn(hours: readonly CountedHour[], world: World, seed: string): Shown[] {
  const quality = new Map(world.notes.map((note) => [note.id, note.quality]));
  const random = new RandomStream(seed, 'reads', 'demo');
  const told = new Map<string, number>();
  return hours.flatMap((hour) => {
    const worth = quality.get(hour.noteId);
    if (!worth) return [];
    const first = hour.level === 0;
    const key = `${hour.noteId} ${first}`;
    const before = told.get(key) ?? 0;
    const readers = Math.min(
      first ? hour.impressions : hour.clicks,
      (first ? firstOfNote : readsOfNote) - before,
    );
    told.set(key, before + readers);
    const { dwellSeconds } = oddsOf(hour.category, worth, 'organic');
    return Array.from({ length: readers }, (_, at): Shown => {
      // Of the first readers as many opened it as the hour counted, as far as they are taken along.
      const opens = !first || at * hour.impressions < hour.clicks * readers;
      return {
        ...hour,
        reader: readerFor(random, hour, seed),
        at: hour.hour.getTime() + random.between(0, 3_500) * 1_000,
        seconds: opens ? stayOf(random, dwellSeconds).seconds : null,
      };
    });
  });
}

/** Somebody who reads the language, more often than not with a liking for what the note is about. */
function readerFor(random: RandomStream, { category, language }: CountedHour, seed: string): SyntheticReader {
  for (;;) {
    const reader = readerAt(seed, random.below(readerCount));
    if (reader.language === language && (reader.interests.has(category) || random.chance(0.15)))
      return reader;
  }
}
