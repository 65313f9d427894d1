import { Injectable } from '@nestjs/common';
import type { AskFeed, FeedView } from '@poolrise/contracts';
import {
  blendPaid,
  bucketsOf,
  categories,
  type FeedSlot,
  pageLifeMs,
  type Placement,
  placements,
  rails,
  rankSlots,
} from '@poolrise/domain';
import type pg from 'pg';
import { EnginePool } from '../db/engine-pool';
import {
  applicationTag,
  type ImpressionTokens,
  readerTag,
  type Impression,
  unknownPlace,
} from '../engagement/impression-token';
import { PlaceFactors } from '../engagement/place-factors';
import { TokenSecret } from '../engagement/token-secret';
import { searchWordsOf } from '../words/segment';
import { FeedIndex } from './feed-index';
import type { IndexedNote } from './indexed-note';
import { PaidChooser } from './paid-candidates';
import { contextOf, ReaderHistories, type ReaderHistory, readerKey } from './reader-history';
import { ReadersOfToday } from './readers-of-today';
import { searchCandidates } from './search-candidates';

/** The application that asks: its key signs the slots, its workspace knows the reader. */
export interface ReaderApplication {
  keyId: string;
  workspaceId: string;
}

/** What a slot shows of its note. */
type ShownNote = Pick<IndexedNote, 'title' | 'noteType' | 'category' | 'creatorName'> &
  Partial<Pick<IndexedNote, 'ageHours'>>;

interface ChosenPage {
  slots: FeedSlot[];
  notes: Map<string, ShownNote>;
}

/** Chooses the slots of a page, remembers that they were served, and signs them. */
@Injectable()
export class FeedService {
  private readonly histories: ReaderHistories;
  private readonly paid = new PaidChooser();
  private readonly today = new ReadersOfToday();

  constructor(
    private readonly engine: EnginePool,
    private readonly index: FeedIndex,
    private readonly secret: TokenSecret,
    private readonly places: PlaceFactors,
  ) {
    this.histories = new ReaderHistories(index);
  }

  async page(
    application: ReaderApplication,
    ask: AskFeed,
    random: () => number = Math.random,
  ): Promise<FeedView> {
    const reader = readerKey(application.workspaceId, ask.reader.id);
    const found = ask.placement === 'search' ? { words: searchWordsOf(ask.query) } : null;
    const searched = found
      ? await searchCandidates(this.engine.pool, this.index, found.words, ask.size, Date.now())
      : null;
    // Read before a connection is taken: the first requests after a start would hold every connection of the pool while
    // each waits for one more to read the secret with.
    const tokens = await this.secret.tokens();
    const client = await this.engine.pool.connect();
    try {
      const history = await this.histories.begin(client, reader);
      const page = history.full
        ? { slots: [], notes: new Map<string, ShownNote>() }
        : this.choose(ask, searched, found?.words ?? [], history, random);
      const view = await this.serve(client, tokens, application.keyId, reader, ask, page);
      for (const slot of page.slots)
        if (slot.rail === 'guaranteed' || slot.rail === 'organic') this.index.get(slot.noteId)?.take();
      client.release();
      return view;
    } catch (error) {
      // A connection in an unknown state must not meet the next request.
      client.release(true);
      throw error;
    }
  }

  private choose(
    ask: AskFeed,
    searched: IndexedNote[] | null,
    words: readonly string[],
    history: ReaderHistory,
    random: () => number,
  ): ChosenPage {
    const now = Date.now();
    const { policy, boosts } = this.index;
    const context = contextOf(ask.reader.interests, history);
    const organic = rankSlots(searched ?? this.index.candidates, context, {
      placement: ask.placement,
      size: ask.size,
      now,
      query: words,
      random,
    });
    // Paid slots belong to discovery; a search shows what was searched for.
    const paid = searched
      ? []
      : this.paid.choose(boosts, { said: ask.reader, context, habits: history.profile }, policy, now, random);
    const slots = blendPaid(organic, paid, { size: ask.size, adLoad: policy.adLoad, before: history });
    const boosted = new Map(boosts.map((boost) => [boost.noteId, boost]));
    const known = new Map(searched?.map((note) => [note.noteId, note]));
    const notes = new Map<string, ShownNote>();
    for (const { noteId } of slots) {
      const note = known.get(noteId) ?? this.index.get(noteId) ?? boosted.get(noteId);
      if (note) notes.set(noteId, note);
    }
    return { slots, notes };
  }

  /** What the place is worth, and what it is known by; a paid slot counts as one impression, whoever sees it. */
  private placeOf(
    slot: FeedSlot,
    position: number,
    placement: Placement,
    note: ShownNote | undefined,
  ): Pick<Impression, 'exposure' | 'readerBucket' | 'ageBucket'> {
    if (slot.rail === 'paid') return unknownPlace;
    const ageHours = note?.ageHours?.(Date.now()) ?? 0;
    const buckets = bucketsOf({ placement, position, match: slot.match, ageHours });
    return {
      exposure: this.places.exposureAt(buckets),
      readerBucket: buckets.reader,
      ageBucket: buckets.age,
    };
  }

  /** Writes the page down before anybody sees it: what was served can always be accounted for. */
  private async serve(
    client: pg.PoolClient,
    tokens: ImpressionTokens,
    applicationId: string,
    reader: string,
    ask: AskFeed,
    page: ChosenPage,
  ): Promise<FeedView> {
    const expires = new Date(Date.now() + pageLifeMs);
    const boostOf = (slot: FeedSlot) => ('boostId' in slot ? slot.boostId : null);
    // Again one round trip, with the commit in it: ids, numbers and times that were made or checked here, never a reader's text.
    const answers = (await client.query(
      `insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids, said)
       values (nextval('feed_page_id'), '${applicationId}', ${reader}::bigint, ${placements.indexOf(ask.placement)}, now(), '${expires.toISOString()}',
         '{${page.slots.map((slot) => slot.noteId).join(',')}}', '{${page.slots.map((slot) => rails.indexOf(slot.rail)).join(',')}}',
         '{${page.slots.map((slot) => slot.level).join(',')}}', '{${page.slots.map((slot) => boostOf(slot) ?? 'null').join(',')}}',
         '{${(ask.reader.interests ?? []).map((category) => categories.indexOf(category)).join(',')}}') returning id; ${this.today.note(reader)}commit`,
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
              reader: readerTag(reader),
              ...this.placeOf(slot, at + 1, ask.placement, note),
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
}
