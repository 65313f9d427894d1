import {
  categories,
  engagementKinds,
  explainMatch,
  matchOf,
  type MatchedNote,
  noteSubject,
  type ReaderAct,
  readerProfile,
  type ShownReader,
  type SubjectVector,
  wordsMet,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { keywordKeys } from './indexed-note';
import { contextOf, pagesHeardMax, silentKinds } from './reader-history';

/** Readers of the first pool that are looked at; the promise of the pool is 100 to 500 impressions. */
export const readersMax = 300;
/** Acts of each; the sixtieth counts a sixth of the newest, see `readerProfile`. */
const actsMax = 60;

interface ReaderRow {
  opened: boolean;
  /** categories, by their place in the list */
  said: number[];
  /** what they did before they were shown the note, newest first */
  kinds: number[] | null;
  note_ids: string[] | null;
}

interface SubjectRow {
  id: string;
  category: string;
  keywords: string[];
  keyword_weights: number[];
}

/**
 * The first readers of a note, by the index made for it, each once; and what each had done before that page, as the feed
 * looks back: the newest pages of a reader by feed_page_of_reader, the events of a page by their primary key.
 */
export const firstReadersSql = `
  with shown as materialized (
    select distinct on (page.reader_key) page.reader_key, page.served_at, page.said, event.page_id, event.position
    from (
      select page_id, position from engagement_event
      where note_id = $1 and kind = 0 and level = 0 and rail < 2 order by page_id limit ${readersMax}
    ) event join feed_page page on page.id = event.page_id
    order by page.reader_key, event.page_id
  )
  select shown.said, acts.kinds, acts.note_ids, exists (
      select from engagement_event click
      where click.page_id = shown.page_id and click.position = shown.position and click.kind = 1) as opened
  from shown cross join lateral (
    select array_agg(kind order by page_id desc, position desc, kind) as kinds,
      array_agg(note_id order by page_id desc, position desc, kind) as note_ids
    from (
      select event.kind, event.note_id, event.page_id, event.position
      from (
        select id from feed_page
        where reader_key = shown.reader_key and served_at < shown.served_at order by served_at desc limit ${pagesHeardMax}
      ) page join engagement_event event on event.page_id = page.id
        and event.kind not in (${silentKinds.join(', ')}) and event.at <= shown.served_at
      order by event.page_id desc, event.position desc, event.kind limit ${actsMax}
    ) act
  ) acts
  order by shown.page_id`;

const subjects = 'select id, category, keywords, keyword_weights from note where id = any($1::uuid[])';

/**
 * Who was shown a note first, and how it matched what they said when they asked for the page and had done until then. A note
 * has no look-alike before its first readers, so there is none in the match.
 *
 * `usual`: what readers of a category engage with, as the feed knows it now.
 */
export async function readFirstReaders(
  tx: EntityManager,
  noteId: string,
  note: MatchedNote,
  usual: (category: string) => SubjectVector | undefined,
): Promise<ShownReader[]> {
  const rows = await tx.query<ReaderRow[]>(firstReadersSql, [noteId]);
  const actedOn = new Set(rows.flatMap(({ note_ids }) => note_ids ?? []));
  const about = await subjectsOf(tx, [...actedOn]);
  return rows.map((row) => {
    const profile = readerProfile(actsOf(row, about), usual);
    const said = row.said.flatMap((place) => categories[place] ?? []);
    const reader = contextOf(said, { notes: new Set(), profile });
    const parts = explainMatch(reader, note);
    return {
      strongest: strongestOf(reader.interests, note.category),
      parts,
      match: matchOf(parts),
      interest: reader.interests.get(note.category) ?? 0,
      words: wordsMet(profile, note),
      opened: row.opened,
    };
  });
}

/** Of equals the note's own category, since that is why they were shown it; else the first. */
function strongestOf(interests: ReadonlyMap<string, number>, own: string): string | null {
  const most = Math.max(...interests.values());
  if (interests.get(own) === most) return own;
  return [...interests].find(([, interest]) => interest === most)?.[0] ?? null;
}

type Subject = Pick<ReaderAct, 'category' | 'keywords' | 'subject'>;

/** Worked out once a note, however many readers acted on it. */
async function subjectsOf(tx: EntityManager, noteIds: readonly string[]): Promise<Map<string, Subject>> {
  const rows = noteIds.length ? await tx.query<SubjectRow[]>(subjects, [noteIds]) : [];
  return new Map(
    rows.map(({ id, category, keywords, keyword_weights }) => {
      const words = keywordKeys(keywords, keyword_weights);
      return [id, { category, keywords: words, subject: noteSubject(category, words) }];
    }),
  );
}

function actsOf({ kinds, note_ids }: ReaderRow, about: ReadonlyMap<string, Subject>): ReaderAct[] {
  return (kinds ?? []).flatMap((kind, at) => {
    const subject = about.get(note_ids?.[at] ?? '');
    return subject ? [{ kind: engagementKinds[kind] ?? 'impression', ...subject }] : [];
  });
}
