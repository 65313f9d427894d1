import type { Rail } from '../metrics/engagement';
import type { Language, NoteType } from '../notes/note';
import type { LookAlike } from './look-alike';
import type { SubjectVector } from './subject-vector';

export const placements = ['discovery', 'search'] as const;
export type Placement = (typeof placements)[number];

/** A note of the pools as the feed keeps it in memory. */
export interface FeedCandidate {
  noteId: string;
  creatorId: string;
  category: string;
  noteType: NoteType;
  language: Language;
  /** Word to weight, 0 to 1, as `weighKeywords` gives them. */
  keywords: ReadonlyMap<string, number>;
  /** The same with the category as a point; see `noteSubject`. */
  subject: SubjectVector;
  /** What its readers have in common; absent while nobody has engaged with it. */
  lookAlike?: LookAlike | undefined;
  level: number;
  /** `guaranteed` while the cold-start quota is behind its curve, `organic` after that. */
  rail: Exclude<Rail, 'search' | 'paid'>;
  /** Posterior mean of the lift; 1 for an average or unknown note. */
  forecast: number;
  /** 1 when new, falling towards 0; see `freshness`. */
  freshness: number;
  /** Impressions that this run may still have; the note is left out at 0. */
  quotaLeft: number;
  /** Cold-start boost, 1 or more; see `boostFactor`. */
  boostFactor: number;
  /** How urgently the guarantee owes this note impressions; 0 when it owes none. See `guaranteeOwed`. */
  owed?: number;
  /** Share of the whole audience that the note's level may reach; 0 when absent. */
  reach?: number;
}

/** What the feed knows of a reader. All of it may be empty. */
export interface ReaderContext {
  /** Category to interest, 0 to 1. */
  interests: ReadonlyMap<string, number>;
  /** Word to interest, 0 to 1. */
  keywords: ReadonlyMap<string, number>;
  /** The same as a point, to be held against the look-alikes of notes; absent for a stranger. */
  taste?: SubjectVector | undefined;
  /** Notes of other languages rank lower. */
  language?: Language;
  /** Notes not to be shown again. */
  seen: ReadonlySet<string>;
}

export interface FeedAsk {
  placement: Placement;
  size: number;
  /** Epoch milliseconds. */
  now: number;
  /** The words of a search, cut as notes are cut. */
  query?: readonly string[];
  /** Share of slots given to a note drawn at random; the default is 0.1. */
  exploreShare?: number;
  /** Share of discovery's slots kept for notes that the guarantee owes impressions; the default is 0.2. */
  guaranteeShare?: number;
  /** What a wholly new subject is worth in discovery, in average slots of the page; the default is 0.3, and 0 ranks by score alone. */
  variety?: number;
  /** Uniform in [0, 1). The same numbers give the same page. */
  random: () => number;
}

export interface RankedSlot {
  /** 1 for the first slot of the page. */
  position: number;
  noteId: string;
  creatorId: string;
  category: string;
  level: number;
  rail: Exclude<Rail, 'paid'>;
  score: number;
  /** How well the note fits the reader, 0 to 1. */
  match: number;
  /** Drawn at random and not by rank. */
  explored: boolean;
  /** Better notes that variety held back from this slot; 0 for one that was drawn, or kept for the guarantee. */
  passedOver: number;
}
