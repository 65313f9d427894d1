import {
  actWorth,
  engagementKinds,
  placements,
  type ReaderAct,
  rails,
  readerProfile,
  type ReaderProfile,
} from '@poolrise/domain';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { FeedIndex } from './feed-index';
import { keywordKeys } from './indexed-note';

/** Pages of one reader in 24 hours after which there are no more: 40,000 notes a day are nobody's reading. */
const pagesADayMax = 2_000;
/** Pages that are searched for what the reader did, and acts of them that are listened to. */
const pagesHeardMax = 30;
const actsMax = 200;
/** What a reader likes moves slowly: learnt once a minute. */
const profileLifeMs = 60_000;
const profilesMax = 20_000;

/** What a reader has had within 24 hours, and what they seem to like. */
export interface ReaderHistory {
  notes: Set<string>;
  /** slots of discovery, and how many of them were paid: ad load and paid positions count on from here */
  slots: number;
  paid: number;
  /** the reader has had all pages that one reader may have in a day */
  full: boolean;
  profile: ReaderProfile;
}

interface PageRow {
  note_ids: string[];
  rails: number[];
  placement: number;
}

interface ActRow {
  kind: number;
  note_id: string;
  at: Date;
  category: string;
  keywords: string[];
  keyword_weights: number[];
}

/** What was learnt of a reader, and the instant of the latest act that was listened to. */
interface Learnt {
  profile: ReaderProfile;
  until: number;
  heardUpTo: number;
}

/** What is remembered of readers: pages from the database, likings learnt from what was done on them. */
export class ReaderHistories {
  private readonly learnt = new Map<string, Learnt>();

  constructor(private readonly index: Pick<FeedIndex, 'hear' | 'usual'>) {}

  /** Begins the transaction and looks back, in one round trip; `reader` is a number that we made ourselves. */
  async begin(client: pg.PoolClient, reader: string): Promise<ReaderHistory> {
    const known = this.known(reader);
    // Two requests of one reader at the same moment queue at the lock, or both would be given the same notes.
    const answers = (await client.query(
      `begin; select pg_advisory_xact_lock(${reader}::bigint);
       select note_ids, rails, placement from feed_page where reader_key = ${reader}::bigint and served_at > now() - interval '24 hours' order by served_at desc limit ${pagesADayMax}${
         known ? '' : `; ${actsOf(reader)}`
       }`,
    )) as unknown as [unknown, unknown, { rows: PageRow[] }, { rows: ActRow[] } | undefined];
    const profile = known ?? this.learn(reader, answers[3]?.rows ?? []);
    return { ...lookBack(answers[2].rows), profile };
  }

  private known(reader: string): ReaderProfile | undefined {
    const entry = this.learnt.get(reader);
    return entry && entry.until > Date.now() ? entry.profile : undefined;
  }

  private learn(reader: string, rows: ActRow[]): ReaderProfile {
    const profile = readerProfile(rows.map(actOf), (category) => this.index.usual(category));
    const heardUpTo = this.tellIndex(rows, this.learnt.get(reader), profile);
    // A map keeps the order of insertion, so the first one is the one learnt longest ago.
    this.learnt.delete(reader);
    this.learnt.set(reader, { profile, until: Date.now() + profileLifeMs, heardUpTo });
    const oldest = this.learnt.keys().next();
    if (this.learnt.size > profilesMax && !oldest.done) this.learnt.delete(oldest.value);
    return profile;
  }

  /** Acts that are news move the notes they were done on, oldest first, by the taste that the reader had before them if any. */
  private tellIndex(rows: ActRow[], before: Learnt | undefined, now: ReaderProfile): number {
    const taste = before?.profile.taste ?? now.taste;
    let heardUpTo = before?.heardUpTo ?? 0;
    for (const row of rows.toReversed()) {
      const at = row.at.getTime();
      if (at <= (before?.heardUpTo ?? 0)) continue;
      this.index.hear(row.note_id, taste, actWorth(engagementKinds[row.kind] ?? 'impression'));
      heardUpTo = Math.max(heardUpTo, at);
    }
    return heardUpTo;
  }
}

const paidRail = rails.indexOf('paid');
const discovery = placements.indexOf('discovery');
/** Being shown and dwelling say nothing of liking; see `readerProfile`. */
const silentKinds = [engagementKinds.indexOf('impression'), engagementKinds.indexOf('dwell')];

/** Newest first: pages are numbered as they are served. */
const actsOf = (reader: string): string => `
  select event.kind, event.note_id, event.at, note.category, note.keywords, note.keyword_weights
  from (select id from feed_page where reader_key = ${reader}::bigint order by served_at desc limit ${pagesHeardMax}) page
  join engagement_event event on event.page_id = page.id and event.kind not in (${silentKinds.join(', ')})
  join note on note.id = event.note_id
  order by event.page_id desc, event.position desc, event.kind limit ${actsMax}`;

function actOf({ kind, category, keywords, keyword_weights }: ActRow): ReaderAct {
  return {
    kind: engagementKinds[kind] ?? 'impression',
    category,
    keywords: keywordKeys(keywords, keyword_weights),
  };
}

function lookBack(rows: readonly PageRow[]): Omit<ReaderHistory, 'profile'> {
  const notes = new Set<string>();
  let slots = 0;
  let paid = 0;
  for (const row of rows) {
    for (const noteId of row.note_ids) notes.add(noteId);
    if (row.placement !== discovery) continue;
    slots += row.rails.length;
    for (const rail of row.rails) if (rail === paidRail) paid++;
  }
  return { notes, slots, paid, full: rows.length >= pagesADayMax };
}

/**
 * A reader of a workspace's applications as a 64-bit number; the application's own pseudonym is never stored. By workspace
 * and not by key: a new key must not make strangers of everybody.
 */
export function readerKey(workspaceId: string, readerId: string): string {
  return createHash('sha256').update(`${workspaceId} ${readerId}`).digest().readBigInt64BE(0).toString();
}
