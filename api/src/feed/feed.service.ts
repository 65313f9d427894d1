import { Injectable } from '@nestjs/common';
import type { AskFeed, FeedView } from '@poolrise/contracts';
import { blendPaid, type FeedSlot, placements, rails, rankSlots } from '@poolrise/domain';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { EnginePool } from '../db/engine-pool';
import { applicationTag, type ImpressionTokens } from '../engagement/impression-token';
import { TokenSecret } from '../engagement/token-secret';
import { searchWordsOf } from '../notes/segment';
import { FeedIndex } from './feed-index';
import type { IndexedNote } from './indexed-note';
import { paidCandidates } from './paid-candidates';
import { searchCandidates } from './search-candidates';

/** A page is good for half an hour; events on it are refused after that. */
const pageLifeMs = 30 * 60_000;
/** Pages of one reader that are looked back at: 400 x 20 notes within 24 hours is more than anybody reads. */
const pagesBackMax = 400;

interface Seen {
  notes: Set<string>;
  slots: number;
  paid: number;
}

/** Chooses the slots of a page, remembers that they were served, and signs them. */
@Injectable()
export class FeedService {
  constructor(
    private readonly engine: EnginePool,
    private readonly index: FeedIndex,
    private readonly secret: TokenSecret,
  ) {}

  async page(applicationId: string, ask: AskFeed, random: () => number = Math.random): Promise<FeedView> {
    const reader = readerKey(applicationId, ask.reader.id);
    const found = ask.placement === 'search' ? { words: searchWordsOf(ask.query) } : null;
    const searched = found
      ? await searchCandidates(this.engine.pool, this.index, found.words, ask.size, Date.now())
      : null;
    // Read before a connection is taken: the first requests after a start would hold every connection of the pool while
    // each waits for one more to read the secret with.
    const tokens = await this.secret.tokens();
    const client = await this.engine.pool.connect();
    try {
      const seen = await this.seenBy(client, reader);
      const page = this.choose(ask, searched, found?.words ?? [], seen, random);
      const view = await this.serve(client, tokens, applicationId, reader, ask, page);
      for (const slot of page.slots)
        if (slot.rail === 'guaranteed' || slot.rail === 'organic') this.taken(slot.noteId);
      client.release();
      return view;
    } catch (error) {
      // A connection in an unknown state must not meet the next request.
      client.release(true);
      throw error;
    }
  }

  /** Begins the transaction and looks back, in one round trip; `reader` is a number that we made ourselves. */
  private async seenBy(client: pg.PoolClient, reader: string): Promise<Seen> {
    // Two requests of one reader at the same moment queue at the lock, or both would be given the same notes.
    const answers = (await client.query(
      `begin; select pg_advisory_xact_lock(${reader}::bigint);
       select note_ids, rails from feed_page where reader_key = ${reader}::bigint and served_at > now() - interval '24 hours' order by served_at desc limit ${pagesBackMax}`,
    )) as unknown as { rows: { note_ids: string[]; rails: number[] }[] }[];
    const rows = answers.at(-1)?.rows ?? [];
    const notes = new Set<string>();
    let slots = 0;
    let paid = 0;
    for (const row of rows) {
      for (const noteId of row.note_ids) notes.add(noteId);
      slots += row.rails.length;
      for (const rail of row.rails) if (rail === paidRail) paid++;
    }
    return { notes, slots, paid };
  }

  private choose(
    ask: AskFeed,
    searched: IndexedNote[] | null,
    words: readonly string[],
    seen: Seen,
    random: () => number,
  ): {
    slots: FeedSlot[];
    notes: Map<
      string,
      {
        title: string;
        noteType: IndexedNote['noteType'];
        category: IndexedNote['category'];
        creatorName: string;
      }
    >;
  } {
    const now = Date.now();
    const candidates = searched ?? this.index.candidates;
    const interests = new Map((ask.reader.interests ?? []).map((category) => [category as string, 1]));
    const organic = rankSlots(
      candidates,
      { interests, keywords: new Map(), seen: seen.notes },
      { placement: ask.placement, size: ask.size, now, query: words, random },
    );
    // Paid slots belong to discovery; a search shows what was searched for.
    const paid = searched
      ? []
      : paidCandidates(this.index.boosts, ask.reader, seen.notes, this.index.policy, now, random);
    const slots = blendPaid(organic, paid, {
      size: ask.size,
      adLoad: this.index.policy.adLoad,
      before: seen,
    });
    const boosted = new Map(this.index.boosts.map((boost) => [boost.noteId, boost]));
    const known = new Map(searched?.map((note) => [note.noteId, note]));
    const notes = new Map<
      string,
      {
        title: string;
        noteType: IndexedNote['noteType'];
        category: IndexedNote['category'];
        creatorName: string;
      }
    >();
    for (const { noteId } of slots) {
      const note = known.get(noteId) ?? this.index.get(noteId) ?? boosted.get(noteId);
      if (note) notes.set(noteId, note);
    }
    return { slots, notes };
  }

  /** Writes the page down before anybody sees it: what was served can always be accounted for. */
  private async serve(
    client: pg.PoolClient,
    tokens: ImpressionTokens,
    applicationId: string,
    reader: string,
    ask: AskFeed,
    page: ReturnType<FeedService['choose']>,
  ): Promise<FeedView> {
    const expires = new Date(Date.now() + pageLifeMs);
    const boostOf = (slot: FeedSlot) => ('boostId' in slot ? slot.boostId : null);
    // Again one round trip, with the commit in it: ids, numbers and times that were made or checked here, never a reader's text.
    const answers = (await client.query(
      `insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids)
       values (nextval('feed_page_id'), '${applicationId}', ${reader}::bigint, ${placements.indexOf(ask.placement)}, now(), '${expires.toISOString()}',
         '{${page.slots.map((slot) => slot.noteId).join(',')}}', '{${page.slots.map((slot) => rails.indexOf(slot.rail)).join(',')}}',
         '{${page.slots.map((slot) => slot.level).join(',')}}', '{${page.slots.map((slot) => boostOf(slot) ?? 'null').join(',')}}') returning id; commit`,
    )) as unknown as { rows: { id: string }[] }[];
    const pageId = Number(answers[0]?.rows[0]?.id);
    const expiresAt = Math.floor(expires.getTime() / 1000);
    const paid = page.slots.filter((slot) => slot.rail === 'paid').length;
    return {
      pageId: String(pageId),
      expiresAt: expires.toISOString(),
      adLoad: page.slots.length ? paid / page.slots.length : 0,
      slots: page.slots.map((slot, at) => {
        const note = page.notes.get(slot.noteId);
        return {
          position: at + 1,
          noteId: slot.noteId,
          rail: slot.rail,
          level: slot.level,
          sponsored: slot.rail === 'paid',
          token: tokens.sign(
            {
              pageId,
              position: at + 1,
              rail: rails.indexOf(slot.rail),
              level: slot.level,
              placement: placements.indexOf(ask.placement),
              expiresAt,
              noteId: slot.noteId,
              boostId: boostOf(slot),
            },
            applicationTag(applicationId),
          ),
          title: note?.title ?? '',
          type: note?.noteType ?? 'image',
          category: note?.category ?? 'lifestyle',
          creatorName: note?.creatorName ?? '',
        };
      }),
    };
  }

  private taken(noteId: string): void {
    const note = this.index.get(noteId);
    if (note && note.quotaLeft > 0) note.quotaLeft--;
  }
}

const paidRail = rails.indexOf('paid');

/** A reader of an application as a 64-bit number; the application's own pseudonym is never stored. */
function readerKey(applicationId: string, readerId: string): string {
  return createHash('sha256').update(`${applicationId} ${readerId}`).digest().readBigInt64BE(0).toString();
}
