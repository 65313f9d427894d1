import { BoostPacer, noteSubject, type SubjectVector, type Trial } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import {
  type BoostedNote,
  boostedNotes,
  openTrials,
  type RunningBoost,
  runningForFeed,
} from '../boosts/boosts-for-feed';
import { keywordKeys } from './indexed-note';

/** A running boost with its note and that note's words, to find the readers it suits. */
export interface IndexedBoost extends RunningBoost, BoostedNote {
  keywords: ReadonlyMap<string, number>;
  subject: SubjectVector;
}

type KnownNote = Omit<IndexedBoost, keyof RunningBoost>;

/** The running boosts in memory, paced anew at every refresh. Notes are read once, counts every time. */
export class RunningBoosts {
  readonly pacer = new BoostPacer<IndexedBoost>();
  /** Trials of boosted notes, by note. */
  trials: ReadonlyMap<string, Trial> = new Map();
  private notes = new Map<string, KnownNote>();

  async refresh(tx: EntityManager, clock: readonly number[], now: number): Promise<void> {
    const running = await runningForFeed(tx, new Date(now));
    const missing = running.filter(({ noteId }) => !this.notes.has(noteId)).map(({ noteId }) => noteId);
    const known = missing.length ? new Map(this.notes) : this.notes;
    for (const note of missing.length ? await boostedNotes(tx, missing) : []) {
      const keywords = keywordKeys(note.words, note.wordWeights);
      known.set(note.noteId, { ...note, keywords, subject: noteSubject(note.category, keywords) });
    }
    const trials = await openTrials(tx, new Date(now));
    const boosts = running.flatMap((boost) => {
      const note = known.get(boost.noteId);
      return note ? [{ ...note, ...boost }] : [];
    });
    // Read after the boosts and taken over with them: a boost must never be served before its trial is known.
    this.trials = trials;
    this.pacer.update(boosts, clock, now);
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
