import type { Keyword } from './weigh-keywords';

export function keywordMap(keywords: readonly Keyword[]): Map<string, number> {
  return new Map(keywords.map(({ word, weight }) => [word, weight]));
}

/**
 * How well a note's words meet what is wanted, 0 to 1: the wanted words that the note has, each by its weight in
 * both, over all that is wanted. A note is not punished for having further words.
 */
export function matchKeywords(
  wanted: ReadonlyMap<string, number>,
  note: ReadonlyMap<string, number>,
): number {
  return keywordMatcher(wanted)(note);
}

/** `matchKeywords` for many notes: what is wanted is laid out once in arrays, as thousands of notes ask for it. */
export function keywordMatcher(wanted: ReadonlyMap<string, number>): KeywordMatcher {
  const all = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  const metBy = keywordsMet(wanted);
  return (note) => (all > 0 ? metBy(note) / all : 0);
}

/** Met words worth this much together are half of a full match: a note need not share all that somebody likes [P]. */
const halfMet = 0.5;

/**
 * How well a note's words meet what a reader likes, 0 to below 1. Unlike a search, liking is a list of alternatives: two of
 * the words are plenty, and further likings take nothing away.
 */
export function keywordLiking(liked: ReadonlyMap<string, number>): KeywordMatcher {
  const metBy = keywordsMet(liked);
  return (note) => {
    const met = metBy(note);
    return met / (met + halfMet);
  };
}

export type KeywordMatcher = (note: ReadonlyMap<string, number>) => number;

function keywordsMet(wanted: ReadonlyMap<string, number>): KeywordMatcher {
  const words = [...wanted.keys()];
  const weights = Float64Array.from(wanted.values());
  return (note) => {
    let met = 0;
    for (let index = 0; index < words.length; index++) {
      const weight = note.get(words[index] as string);
      if (weight !== undefined) met += weight * (weights[index] as number);
    }
    return met;
  };
}
