import { keywordLiking } from '../notes/match-keywords';
import type { ReaderContext } from './feed-candidate';
import { tiltMatch } from './look-alike';
import {
  beforeTaste,
  isKnown,
  languageMatch,
  leastMatch,
  type MatchedNote,
  reachOf,
  saidOf,
  strangerMatch,
} from './match-reader';

/** What of a match comes from where: (category + words + unknown + taste + reach + least) x language is the match. */
export interface MatchParts {
  /** The reader's interest in the note's category, 0 to 1. */
  category: number;
  /** What liked words add to it, 0 to 1. */
  words: number;
  /** What is assumed of a reader nobody knows, in place of the two. */
  unknown: number;
  /** What the reader's taste adds, or takes away when it is below 0. */
  taste: number;
  /** What the wider reach of the note's level adds. */
  reach: number;
  /** What was filled up to the least that any note counts. */
  least: number;
  /** A factor: 1, or less for a note in another language than the reader's. */
  language: number;
}

export const matchParts = ['category', 'words', 'unknown', 'taste', 'reach', 'least', 'language'] as const;

/**
 * The match of `readerMatcher` in its parts. They add up to it, whatever note and reader: a property spec holds them to it.
 *
 * A known taste leaves category and words 30 % of their weight, to have room upwards as well as down; they are stated with
 * what is left, so that a taste like nobody's adds 0.
 */
export function explainMatch(reader: ReaderContext, note: MatchedNote): MatchParts {
  const known = isKnown(reader);
  const interest = reader.interests.get(note.category) ?? 0;
  const liking = keywordLiking(reader.keywords)(note.keywords);
  const said = known ? saidOf(interest, liking) : strangerMatch;
  const room = reader.taste ? beforeTaste : 1;
  const start = reader.taste ? room * Math.max(leastMatch, said) : said;
  const affinity = reader.taste ? tiltMatch(start, reader.taste, note) : said;
  const reach = reachOf(affinity, note.reach);
  return {
    category: known ? room * interest : 0,
    words: known ? room * (said - interest) : 0,
    unknown: known ? 0 : room * strangerMatch,
    taste: affinity - start,
    reach,
    least: start - room * said + Math.max(0, leastMatch - affinity - reach),
    language: languageMatch(reader, note),
  };
}

/** 0.006 to 1; what `readerMatcher` says. */
export function matchOf({ category, words, unknown, taste, reach, least, language }: MatchParts): number {
  return (category + words + unknown + taste + reach + least) * language;
}

/** The words of the note that the reader likes. */
export function wordsMet(
  reader: Pick<ReaderContext, 'keywords'>,
  note: Pick<MatchedNote, 'keywords'>,
): string[] {
  return [...note.keywords.keys()].filter((word) => (reader.keywords.get(word) ?? 0) > 0);
}
