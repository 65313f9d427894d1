import { Injectable } from '@nestjs/common';
import { ageBands, type AskFeed, cityTiers, type FeedView, genders } from '@poolrise/contracts';
import {
  blendTrials,
  bucketsOf,
  categories,
  dayInShanghai,
  type FeedSlot,
  type Opportunity,
  pageLifeMs,
  type Placement,
  placements,
  rails,
  rankSlots,
  searchPlacesOn,
} from '@poolrise/domain';
import type pg from 'pg';
import { EnginePool } from '../db/engine-pool';
import {
  applicationTag,
  type ImpressionTokens,
  readerTag,
  type Impression,
  type SearchMark,
  unknownPlace,
} from '../engagement/impression-token';
import { PlaceFactors } from '../engagement/place-factors';
import { TokenSecret } from '../engagement/token-secret';
import { searchWordsOf } from '../words/segment';
import { FeedIndex } from './feed-index';
import type { IndexedNote } from './indexed-note';
import { Opportunities } from './opportunities';
import { PaidCandidates } from './paid-candidates';
import { contextOf, ReaderHistories, type ReaderHistory, readerKey } from './reader-history';
import { ReadersOfToday } from './readers-of-today';
import { searchCandidates } from './search-candidates';
import { leadingSlots, queryKey, Searches } from './searches';

/** The application that asks: its key signs the slots, its workspace knows the reader. */
export interface ReaderApplication {
  keyId: string;
  workspaceId: string;
}

/** What a slot shows of its note. */
type ShownNote = Pick<
  IndexedNote,
  'title' | 'noteType' | 'category' | 'creatorName' | 'workspaceId' | 'products'
> &
  Partial<Pick<IndexedNote, 'ageHours'>>;

interface ChosenPage {
  slots: FeedSlot[];
  notes: Map<string, ShownNote>;
  /** trials that had a note chosen for this reader, whichever arm the reader is in */
  met: Opportunity[];
}

/** What a page is chosen from and for whom. */
interface PageAsk {
  ask: AskFeed;
  /** null where nothing was searched */
  searched: IndexedNote[] | null;
  words: readonly string[];
  history: ReaderHistory;
  reader: string;
}

/** A chosen page with who asked for it. */
interface AskedPage extends ChosenPage {
  application: ReaderApplication;
  reader: string;
  ask: AskFeed;
  /** what was searched for, by its key; null where nothing was */
  searchKey: string | null;
}

/** Chooses the slots of a page, remembers that they were served, and signs them. */
@Injectable()
export class FeedService {
  private readonly histories: ReaderHistories;
  private readonly paid: PaidCandidates;
  private readonly today = new ReadersOfToday();
  private readonly opportunities = new Opportunities();
  private readonly searches = new Searches();

  constructor(
    private readonly engine: EnginePool,
    private readonly index: FeedIndex,
    private readonly secret: TokenSecret,
    private readonly places: PlaceFactors,
  ) {
    this.histories = new ReaderHistories(index);
    this.paid = new PaidCandidates(index.boosts);
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
        ? { slots: [], notes: new Map<string, ShownNote>(), met: [] }
        : this.choose({ ask, searched, words: found?.words ?? [], history, reader }, random);
      const searchKey = ask.placement === 'search' ? queryKey(ask.query) : null;
      const asked = { ...page, application, reader, ask, searchKey };
      const expires = new Date(Date.now() + pageLifeMs);
      const pageId = await this.writeDown(client, asked, expires);
      const view = this.viewOf(asked, pageId, expires, tokens);
      for (const slot of page.slots) this.index.serve(slot);
      client.release();
      return view;
    } catch (error) {
      // A connection in an unknown state must not meet the next request.
      client.release(true);
      throw error;
    }
  }

  private choose({ ask, searched, words, history, reader }: PageAsk, random: () => number): ChosenPage {
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
    // Discovery and search sell their own places: a boost of the one never stands in the other.
    const paidReader = { said: ask.reader, context, habits: history.profile };
    const [paid, places] =
      ask.placement === 'search'
        ? [
            this.paid.forSearch(ask.query, paidReader, random),
            { adLoad: searchPlacesOn(dayInShanghai(new Date(now))) },
          ]
        : [this.paid.forFeed(paidReader, random), { adLoad: policy.adLoad, before: history }];
    const { slots, met } = blendTrials(
      organic,
      paid,
      { size: ask.size, ...places },
      { readerKey: reader, trials: boosts.trials },
    );
    const known = new Map(searched?.map((note) => [note.noteId, note]));
    const notes = new Map<string, ShownNote>();
    for (const slot of slots) {
      const { noteId } = slot;
      const note = known.get(noteId) ?? this.index.get(noteId) ?? boosts.find(boostOf(slot) ?? '');
      if (note) notes.set(noteId, note);
    }
    return { slots, notes, met };
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

  /** Writes the page down before anybody sees it: what was served can always be accounted for. Returns its number. */
  private async writeDown(client: pg.PoolClient, page: AskedPage, expires: Date): Promise<number> {
    const { application, reader, ask, slots, met, searchKey } = page;
    const listed = (of: (slot: FeedSlot) => string | number) => `'{${slots.map(of).join(',')}}'`;
    const said = (ask.reader.interests ?? []).map((category) => categories.indexOf(category));
    const { gender, ageBand, cityTier } = ask.reader;
    const searched =
      ask.placement === 'search' && searchKey !== null ? this.searches.note(ask.query, searchKey) : '';
    // Again one round trip, with the commit in it: ids, numbers and times that were made or checked here, never a reader's text.
    const answers = (await client.query(
      `insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids, said, said_gender, said_age, said_city_tier, query_key, keywords)
       values (nextval('feed_page_id'), '${application.keyId}', ${reader}::bigint, ${placements.indexOf(ask.placement)}, now(), '${expires.toISOString()}',
         ${listed(({ noteId }) => noteId)}, ${listed(({ rail }) => rails.indexOf(rail))},
         ${listed(({ level }) => level)}, ${listed((slot) => boostOf(slot) ?? 'null')},
         '{${said.join(',')}}', ${placeIn(genders, gender)}, ${placeIn(ageBands, ageBand)}, ${placeIn(cityTiers, cityTier)},
         ${searchKey ?? 'null'}, ${searchKey === null ? 'null' : listed(keywordOf)})
       returning id; ${this.today.note(reader)}${this.opportunities.note(reader, met)}${searched}commit`,
    )) as unknown as { rows: { id: string }[] }[];
    this.opportunities.noted(reader, met);
    if (searchKey !== null) this.searches.noted(searchKey);
    return Number(answers[0]?.rows[0]?.id);
  }

  private viewOf(page: AskedPage, pageId: number, expires: Date, tokens: ImpressionTokens): FeedView {
    const { slots, notes } = page;
    const paid = slots.filter((slot) => slot.rail === 'paid').length;
    const leading = leadingSlots(slots, ({ noteId }) => notes.get(noteId)?.workspaceId);
    return {
      pageId: String(pageId),
      expiresAt: expires.toISOString(),
      adLoad: slots.length ? paid / slots.length : 0,
      slots: slots.map((slot, at) => {
        const note = notes.get(slot.noteId);
        const search: SearchMark | null =
          page.searchKey === null
            ? null
            : { queryKey: page.searchKey, keyword: keywordOf(slot), leads: leading.has(slot) };
        const impression = this.impressionOf(page, slot, at + 1, { pageId, expires, search });
        return {
          position: at + 1,
          noteId: slot.noteId,
          rail: slot.rail,
          level: slot.level,
          sponsored: slot.rail === 'paid',
          token: tokens.sign(impression, applicationTag(page.application.keyId)),
          title: note?.title ?? '',
          type: note?.noteType ?? 'image',
          category: note?.category ?? 'lifestyle',
          creatorName: note?.creatorName ?? '',
          ...(note?.products ? { products: [...note.products] } : {}),
        };
      }),
    };
  }

  /** What the slot's token says of it when its events come in. */
  private impressionOf(
    { reader, ask: { placement }, notes }: AskedPage,
    slot: FeedSlot,
    position: number,
    { pageId, expires, search }: { pageId: number; expires: Date; search: SearchMark | null },
  ): Impression {
    return {
      pageId,
      position,
      rail: rails.indexOf(slot.rail),
      level: slot.level,
      placement: placements.indexOf(placement),
      expiresAt: Math.floor(expires.getTime() / 1000),
      reader: readerTag(reader),
      ...this.placeOf(slot, position, placement, notes.get(slot.noteId)),
      noteId: slot.noteId,
      boostId: boostOf(slot),
      search,
    };
  }
}

/** The place of what was told in its list, as pages keep it; none where nothing was told. */
const placeIn = <Value>(values: readonly Value[], told: Value | undefined): string =>
  told === undefined ? 'null' : String(values.indexOf(told));
const keywordOf = (slot: FeedSlot): number => ('boostId' in slot ? (slot.keyword ?? 0) : 0);
const boostOf = (slot: FeedSlot): string | null => ('boostId' in slot ? slot.boostId : null);
