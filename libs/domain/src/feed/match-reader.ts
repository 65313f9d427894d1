import { keywordLiking } from '../notes/match-keywords';
import type { FeedCandidate, ReaderContext } from './feed-candidate';
import { tiltMatch } from './look-alike';

/** What a note with nothing in common with the reader still counts, so that a page can always be filled. */
const leastMatch = 0.02;
/** What a reader nobody knows is assumed to think of any note. */
const strangerMatch = 0.3;
/** How much of the way to a full match a level's wider reach makes up for a missing interest. */
const reachMatch = 0.5;
/** What a full match by category and words counts before the taste speaks, so that taste can raise it as well as lower it [P]. */
const beforeTaste = 0.3;
/** A note in another language than the reader's. */
const foreignLanguage = 0.3;

/** What of a note a reader's likings are held against. */
export type MatchedNote = Pick<
  FeedCandidate,
  'category' | 'keywords' | 'language' | 'reach' | 'lookAlike' | 'subject'
>;

export function languageMatch({ language }: Pick<ReaderContext, 'language'>, note: MatchedNote): number {
  return language === undefined || language === note.language ? 1 : foreignLanguage;
}

/**
 * How well notes fit a reader who searches for nothing, 0.006 to 1: by category and by words, either of which is enough,
 * moved by how much the reader is like those who engaged with the note; a wider pool reaches beyond the core, and a note in
 * the reader's language comes before others.
 */
export function readerMatcher(reader: ReaderContext): (note: MatchedNote) => number {
  const known = reader.keywords.size + reader.interests.size > 0;
  const liking = keywordLiking(reader.keywords);
  return (note) => {
    const interest = reader.interests.get(note.category) ?? 0;
    const said = known ? 1 - (1 - interest) * (1 - liking(note.keywords)) : strangerMatch;
    const affinity = reader.taste
      ? tiltMatch(beforeTaste * Math.max(leastMatch, said), reader.taste, note)
      : said;
    const widened = affinity + (1 - affinity) * reachMatch * (note.reach ?? 0);
    return Math.max(leastMatch, widened) * languageMatch(reader, note);
  };
}
