import type { SlotProduct } from '@poolrise/contracts';
import { BoostPacer, noteSubject, type SubjectVector, type Trial } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import {
  type BoostedNote,
  boostedNotes,
  type RunningBoost,
  runningForFeed,
  wordsOfBoosts,
} from '../boosts/boosts-for-feed';
import { openTrials } from '../lift/trials';
import { keywordKeys } from './indexed-note';
import { SearchedBoosts } from './searched-boosts';
import { slotProducts } from './slot-products';

/** A running boost with its note and that note's words, to find the readers it suits. */
export interface IndexedBoost extends RunningBoost, Omit<BoostedNote, 'links'> {
  keywords: ReadonlyMap<string, number>;
  subject: SubjectVector;
  products: readonly SlotProduct[] | undefined;
}

type KnownNote = Omit<IndexedBoost, keyof RunningBoost>;

/**
 * The running boosts in memory, paced anew at every refresh: those of the feed together, and those in search together, as they have
 * nothing to share. Notes and words are read once, counts every time.
 */
export class RunningBoosts {
  readonly feed = new BoostPacer<IndexedBoost>();
  readonly search = new BoostPacer<IndexedBoost>();
  /** Whose words a search meets. */
  readonly searched = new SearchedBoosts();
  /** Trials that notes are part of, by note: of a boost of theirs, or of a campaign. */
  trials: ReadonlyMap<string, Trial> = new Map();
  private notes = new Map<string, KnownNote>();

  find(boostId: string): IndexedBoost | undefined {
    return this.feed.find(boostId) ?? this.search.find(boostId);
  }

  /** A paid slot went out with this boost. */
  serve(boostId: string): void {
    (this.feed.find(boostId) ? this.feed : this.search).serve(boostId);
  }

  async refresh(tx: EntityManager, clock: readonly number[], now: number): Promise<void> {
    const running = await runningForFeed(tx, new Date(now));
    const missing = running.filter(({ noteId }) => !this.notes.has(noteId)).map(({ noteId }) => noteId);
    const known = missing.length ? new Map(this.notes) : this.notes;
    for (const { links, ...note } of missing.length ? await boostedNotes(tx, missing) : []) {
      const keywords = keywordKeys(note.words, note.wordWeights);
      const subject = noteSubject(note.category, keywords);
      known.set(note.noteId, { ...note, keywords, subject, products: slotProducts(links) });
    }
    const boosts = running.flatMap((boost) => {
      const note = known.get(boost.noteId);
      return note ? [{ ...note, ...boost }] : [];
    });
    const inSearch = boosts.filter(({ placement }) => placement === 'search');
    const wordless = this.searched.missing(inSearch.map(({ boostId }) => boostId));
    const words = wordless.length ? await wordsOfBoosts(tx, wordless) : [];
    const trials = await openTrials(tx, new Date(now));
    // Read after the boosts and taken over with them: a boost must never be served before its trial is known.
    this.trials = trials;
    this.feed.update(
      inSearch.length ? boosts.filter(({ placement }) => placement === 'feed') : boosts,
      clock,
      now,
    );
    this.search.update(inSearch, clock, now);
    this.searched.follow(
      inSearch.map(({ boostId }) => boostId),
      words,
    );
    this.notes = known.size > boosts.length ? onlyOf(boosts, known) : known;
  }
}

/** Notes whose boosts ended are forgotten. */
const onlyOf = (boosts: readonly IndexedBoost[], known: ReadonlyMap<string, KnownNote>) =>
  new Map(
    boosts.flatMap(({ noteId }) => {
      const note = known.get(noteId);
      return note ? [[noteId, note] as const] : [];
    }),
  );
