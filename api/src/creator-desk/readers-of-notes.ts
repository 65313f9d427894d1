import { ageBands, cityTiers, genders, type ReadersOfNotes } from '@poolrise/contracts';
import { engagementKinds, exitBelowSeconds, exitShare, leastReaders, readerParts } from '@poolrise/domain';
import type { Asks } from '../matching/match-candidates';

/** Newest natural reads of each note that are looked at: five hundred tell a share within five points. */
export const readsMost = 500;

const click = engagementKinds.indexOf('click');
const dwell = engagementKinds.indexOf('dwell');

/**
 * Readers by what was told of them when they last opened one of the notes, with their reads since an instant. The newest reads of a
 * note by engagement_event_reads, pages and seconds by their primary keys: a thousand lookups a note at the most.
 */
export const readersSql = `
  with read as materialized (
    select wanted.note_id, newest.page_id, newest.position from unnest($1::uuid[]) wanted(note_id) cross join lateral (
      select page_id, position from engagement_event
       where note_id = wanted.note_id and kind = ${click} and rail < 3 and at >= $2 order by page_id desc limit ${readsMost}
    ) newest
  ), visit as (
    select read.note_id, page.reader_key, page.id, page.said_gender, page.said_age, page.said_city_tier, stayed.seconds
      from read join feed_page page on page.id = read.page_id cross join lateral (
        select sum(value) as seconds from engagement_event event
         where event.page_id = read.page_id and event.position = read.position and event.kind = ${dwell}
      ) stayed
  ), reader as (
    select (array_agg(said_gender order by id desc))[1] as gender, (array_agg(said_age order by id desc))[1] as age,
           (array_agg(said_city_tier order by id desc))[1] as "cityTier", count(*) as reads, count(seconds) as told,
           count(*) filter (where seconds < ${exitBelowSeconds}) as exits
      from visit group by reader_key
  )
  select null as "noteId", gender, age, "cityTier", count(*)::int as readers, sum(reads)::int as reads, sum(told)::int as told, sum(exits)::int as exits
    from reader group by gender, age, "cityTier"
  union all
  select note_id, null, null, null, 0, 0, count(seconds)::int, count(*) filter (where seconds < ${exitBelowSeconds})::int from visit group by note_id`;

interface Row {
  /** of one note, whoever read it; null: of readers who are alike, whatever they read */
  noteId: string | null;
  /** places in the lists of the contract */
  gender: number | null;
  age: number | null;
  cityTier: number | null;
  readers: number;
  reads: number;
  told: number;
  exits: number;
}

/**
 * Who read these notes since an instant, and how long they stayed. Pages are the platform's, so this needs the engine's hat, and the
 * readers leave it as groups only.
 */
export async function readReaders(
  tx: Asks,
  notes: Omit<ReadersOfNotes['notes'][number], 'exits'>[],
  since: Date,
): Promise<ReadersOfNotes | null> {
  const all = await tx.query<Row[]>(readersSql, [notes.map(({ id }) => id), since]);
  const rows = all.filter(({ noteId }) => noteId === null);
  const sum = (name: 'readers' | 'reads' | 'told' | 'exits') => rows.reduce((all, row) => all + row[name], 0);
  if (!rows.length) return null;
  const partsBy = <Value extends string>(by: 'gender' | 'age' | 'cityTier', values: readonly Value[]) => {
    const counts = new Map<Value | null, number>();
    for (const { [by]: place, readers } of rows) {
      const value = place === null ? null : (values[place] ?? null);
      counts.set(value, (counts.get(value) ?? 0) + readers);
    }
    return readerParts(values, counts);
  };
  return {
    notes: notes.map((note) => ({
      ...note,
      exits: exitsOf(all.find(({ noteId }) => noteId === note.id) ?? { exits: 0, told: 0 }),
    })),
    reads: sum('reads'),
    readers: sum('readers'),
    readsMost,
    floor: leastReaders,
    gender: partsBy('gender', genders),
    age: partsBy('age', ageBands),
    cityTier: partsBy('cityTier', cityTiers),
    exits: exitsOf({ exits: sum('exits'), told: sum('told') }),
  };
}

function exitsOf(counted: { exits: number; told: number }): ReadersOfNotes['exits'] {
  const { trials: told, successes: exits, ...rate } = exitShare(counted);
  return { told, exits, ...rate };
}
