import type { ReadEvent } from './read-batch';

/** What a note's slots on the pages of a search add to its day; the columns of `search_note_day`, in this order. */
export const searchColumns = [
  'impressions',
  'reads',
  'position_sum',
  'first_places',
  'top_threes',
  'pages',
] as const;

const nil = '00000000-0000-0000-0000-000000000000';
const [impression, click] = [0, 1];
const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** One row to add to, by its key. */
export interface SearchDelta {
  noteId: string;
  /** `YYYY-MM-DD` in Shanghai */
  day: string;
  queryKey: string;
  boostId: string;
  keyword: number;
  counts: number[];
}

/** Sums of a group by note, day, query, boost and keyword, in the one order of all writers. */
export function sumSearches(events: readonly ReadEvent[]): SearchDelta[] {
  const rows = new Map<string, SearchDelta>();
  for (const { kind, at, impression: slot } of events) {
    const { search, noteId, position } = slot;
    if (!search || (kind !== impression && kind !== click)) continue;
    const { queryKey, keyword, leads } = search;
    const boostId = slot.boostId ?? nil;
    const days = Math.floor((at + shanghaiOffsetMs) / dayMs);
    const key = `${noteId} ${days} ${queryKey} ${boostId} ${keyword}`;
    let row = rows.get(key);
    if (!row) {
      const day = new Date(days * dayMs).toISOString().slice(0, 10);
      row = { noteId, day, queryKey, boostId, keyword, counts: searchColumns.map(() => 0) };
      rows.set(key, row);
    }
    const adds =
      kind === click
        ? [0, 1, 0, 0, 0, 0]
        : [1, 0, position, Number(position === 1), Number(position <= 3), Number(leads)];
    row.counts = row.counts.map((count, column) => count + (adds[column] ?? 0));
  }
  return [...rows.values()].sort(inOrder);
}

function inOrder(a: SearchDelta, b: SearchDelta): number {
  if (a.noteId !== b.noteId) return a.noteId < b.noteId ? -1 : 1;
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  const queries = Number(BigInt(a.queryKey) - BigInt(b.queryKey));
  if (queries !== 0) return queries;
  return a.boostId === b.boostId ? a.keyword - b.keyword : a.boostId < b.boostId ? -1 : 1;
}

const rowKey = 'note_id, day, query_key, boost_id, keyword';
/** What both ways of recording do with rows that are in their one order already, or brought into it by `order by`. */
export const addSearchDays = (from: string, workspace: string): string => `
  insert into search_note_day (${rowKey}, workspace_id, ${searchColumns.join(', ')})
  select s.note_id, s.day, s.query_key, s.boost_id, s.keyword, ${workspace}, ${searchColumns.map((name) => `s.${name}`).join(', ')}
  from ${from} order by s.note_id, s.day, s.query_key, s.boost_id, s.keyword
  on conflict on constraint search_note_day_pkey do update set ${searchColumns
    .map((name) => `${name} = search_note_day.${name} + excluded.${name}`)
    .join(', ')}`;

/** The part of the quick way: further steps of its statement, or nothing where nobody searched. */
export function addSearches(searches: readonly SearchDelta[]): string {
  if (!searches.length) return '';
  const of = (type: string, value: (row: SearchDelta) => string | number) =>
    `'{${searches.map(value).join(',')}}'::${type}[]`;
  return `, s as materialized (select * from unnest(${[
    of('uuid', (row) => row.noteId),
    of('date', (row) => row.day),
    of('bigint', (row) => row.queryKey),
    of('uuid', (row) => row.boostId),
    of('smallint', (row) => row.keyword),
    ...searchColumns.map((_, column) => of('integer', (row) => row.counts[column] ?? 0)),
  ].join(', ')}) as s(${rowKey}, ${searchColumns.join(', ')})),
searches as (${addSearchDays('s join (select distinct note_id, workspace_id from runs) owner on owner.note_id = s.note_id', 'owner.workspace_id')})`;
}
