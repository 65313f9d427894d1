import { keywordLiking } from '../notes/match-keywords';
import type { FeedCandidate, ReaderContext } from './feed-candidate';

/** What a note with nothing in common with the reader still counts, so that a page can always be filled. */
const leastMatch = 0.02;
/** What a reader nobody knows is assumed to think of any note. */
const strangerMatch = 0.3;
/** How much of the way to a full match a level's wider reach makes up for a missing interest. */
const reachMatch = 0.5;
/** A note in another language than the reader's. */
const foreignLanguage = 0.3;

/** What of a note a reader's likings are held against. */
export type MatchedNote = Pick<FeedCandidate, 'category' | 'keywords' | 'language' | 'reach'>;

export function languageMatch({ language }: Pick<ReaderContext, 'language'>, note: MatchedNote): number {
  return language === undefined || language === note.language ? 1 : foreignLanguage;
}

/**
 * How well notes fit a reader who searches for nothing, 0.006 to 1: by category and by words, either of which is enough;
 * a wider pool reaches beyond the core, and a note in the reader's language comes before others.
 */
export function readerMatcher(reader: ReaderContext): (note: MatchedNote) => number {
  const known = reader.keywords.size + reader.interests.size > 0;
  const liking = keywordLiking(reader.keywords);
  return (note) => {
    const interest = reader.interests.get(note.category) ?? 0;
    const affinity = known ? 1 - (1 - interest) * (1 - liking(note.keywords)) : strangerMatch;
    const widened = affinity + (1 - affinity) * reachMatch * (note.reach ?? 0);
    return Math.max(leastMatch, widened) * languageMatch(reader, note);
  };
}
