import { type FeedCandidate, freshness, searchHalfLifeHours } from '@poolrise/domain';
import type pg from 'pg';
import type { FeedIndex } from './feed-index';
import { IndexedNote, type IndexRow } from './indexed-note';
import { linkedProducts } from './slot-products';

/** Newest matches looked at; ranking is done on these. */
const most = 200;

/** A match, with the words of the search that are in it. */
type FoundRow = IndexRow & { level: number; found: string[] };

/** A note of a search: in motion or long stopped, since search is how a note comes back (long tail). */
export type SearchCandidate = IndexedNote;

const found = `
  select note.id as note_id, note.workspace_id, note.creator_id, creator.name as creator_name, note.title, note.type, note.category, note.language,
    note.keywords, note.keyword_weights, ${linkedProducts('note')}, note.published_at, run.policy_id, run.peer_group, run.level,
    array(select unnest(tsvector_to_array(note_search.words)) intersect select unnest($2::text[])) as found
  from note_search join note on note.id = note_search.note_id join creator on creator.id = note.creator_id
  join lateral (select policy_id, peer_group, level from pool_run where note_id = note.id order by level desc limit 1) run on true
  where note_search.words @@ $1::tsquery and note.audit_state = 'passed'
  order by note.published_at desc limit ${most}`;

/** Notes with all words of a search; when they are few, also those with some of them. */
export async function searchCandidates(
  pool: pg.Pool,
  index: FeedIndex,
  words: readonly string[],
  size: number,
  now: number,
): Promise<SearchCandidate[]> {
  if (!words.length) return [];
  const quoted = words.slice(0, 12).map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`);
  const all = await look(pool, quoted.join(' & '), words);
  const rows =
    all.length >= size || quoted.length === 1
      ? all
      : [...all, ...(await look(pool, quoted.join(' | '), words))];
  const candidates = new Map<string, SearchCandidate>();
  for (const row of rows)
    if (!candidates.has(row.note_id)) candidates.set(row.note_id, forSearch(row, index, now));
  return [...candidates.values()];
}

async function look(pool: pg.Pool, query: string, words: readonly string[]): Promise<FoundRow[]> {
  return (await pool.query<FoundRow>({ name: 'feed-search', text: found, values: [query, words] })).rows;
}

/** As in the feed, but older notes still count, and no quota limits what somebody asked for by name. */
function forSearch(row: FoundRow, index: FeedIndex, now: number): SearchCandidate {
  const note = new IndexedNote(row, row.found);
  const moving: FeedCandidate | undefined = index.get(row.note_id);
  note.level = row.level;
  note.forecast = moving?.forecast ?? 1;
  note.freshness = freshness((now - row.published_at.getTime()) / 3_600_000, searchHalfLifeHours);
  note.quotaLeft = 1;
  return note;
}
