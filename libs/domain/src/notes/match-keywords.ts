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
export function keywordMatcher(
  wanted: ReadonlyMap<string, number>,
): (note: ReadonlyMap<string, number>) => number {
  const words = [...wanted.keys()];
  const weights = Float64Array.from(wanted.values());
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return (note) => {
    let met = 0;
    for (let index = 0; index < words.length; index++) {
      const weight = note.get(words[index] as string);
      if (weight !== undefined) met += weight * (weights[index] as number);
    }
    return all > 0 ? met / all : 0;
  };
}
