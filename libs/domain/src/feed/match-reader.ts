import { keywordLiking } from '../notes/match-keywords';
import type { FeedCandidate, ReaderContext } from './feed-candidate';
import { tiltMatch } from './look-alike';

/** What a note with nothing in common with the reader still counts, so that a page can always be filled. */
export const leastMatch = 0.02;
/** What a reader nobody knows is assumed to think of any note. */
export const strangerMatch = 0.3;
/** How much of the way to a full match a level's wider reach makes up for a missing interest. */
export const reachMatch = 0.5;
/** What a full match by category and words counts before the taste speaks, so that taste can raise it as well as lower it [P]. */
export const beforeTaste = 0.3;
/** A note in another language than the reader's. */
export const foreignLanguage = 0.3;

/** What of a note a reader's likings are held against. */
export type MatchedNote = Pick<
  FeedCandidate,
  'category' | 'keywords' | 'language' | 'reach' | 'lookAlike' | 'subject'
>;

/** Whether anything is known of what a reader likes; one nobody knows is matched with every note alike. */
export const isKnown = ({ keywords, interests }: Pick<ReaderContext, 'keywords' | 'interests'>): boolean =>
  keywords.size + interests.size > 0;

/** Category and words, either of which is enough. */
export const saidOf = (interest: number, liking: number): number => 1 - (1 - interest) * (1 - liking);

/** A wider pool reaches beyond the core: part of what is missing to a full match. */
export const reachOf = (affinity: number, reach = 0): number => (1 - affinity) * reachMatch * reach;

export function languageMatch({ language }: Pick<ReaderContext, 'language'>, note: MatchedNote): number {
  return language === undefined || language === note.language ? 1 : foreignLanguage;
}

/**
 * How well notes fit a reader who searches for nothing, 0.006 to 1: by category and by words, either of which is enough,
 * moved by how much the reader is like those who engaged with the note; a wider pool reaches beyond the core, and a note in
 * the reader's language comes before others.
 */
export function readerMatcher(reader: ReaderContext): (note: MatchedNote) => number {
  const known = isKnown(reader);
  const liking = keywordLiking(reader.keywords);
  return (note) => {
    const interest = reader.interests.get(note.category) ?? 0;
    const said = known ? saidOf(interest, liking(note.keywords)) : strangerMatch;
    const affinity = reader.taste
      ? tiltMatch(beforeTaste * Math.max(leastMatch, said), reader.taste, note)
      : said;
    const widened = affinity + reachOf(affinity, note.reach);
    return Math.max(leastMatch, widened) * languageMatch(reader, note);
  };
}
