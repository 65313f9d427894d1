import { isStopWord } from './stop-words';

/** Where in a note a word stands. */
export const noteFields = ['title', 'topic', 'body'] as const;
export type NoteField = (typeof noteFields)[number];

/** A word as the segmenter cut it (jieba for Chinese, a stemmer for English). */
export interface NoteToken {
  word: string;
  field: NoteField;
}

/** `weight` is 0 to 1; the heaviest word of a note has 1. */
export interface Keyword {
  word: string;
  weight: number;
}

export interface KeywordOptions {
  /** How many words to keep; the default is 16. */
  limit?: number;
  /** Inverse document frequency by word. Words that are missing count as the rarest one. */
  idf?: ReadonlyMap<string, number>;
}

/** A topic is chosen for being found by, a title is read first; the figures are ours [P]. */
const fieldWeights: Readonly<Record<NoteField, number>> = { title: 3, topic: 4, body: 1 };

const defaultLimit = 16;
const digitsOrSigns = /^[\d\p{P}\p{S}\s]+$/u;
const chinese = /\p{Script=Han}/u;

/**
 * The words a note is about, heaviest first; words of equal weight in the order of the note.
 *
 * Weight = sqrt(sum of the weights of the fields it stands in) x idf, over the largest of the note. The root keeps a
 * word that is repeated twenty times in the body from outweighing the title.
 */
export function weighKeywords(tokens: readonly NoteToken[], options: KeywordOptions = {}): Keyword[] {
  const { limit = defaultLimit, idf } = options;
  const counted = new Map<string, number>();
  for (const { word, field } of tokens) {
    const plain = word.trim().toLowerCase();
    if (saysSomething(plain)) counted.set(plain, (counted.get(plain) ?? 0) + fieldWeights[field]);
  }

  const rarest = rarestOf(idf);
  const weighed = [...counted].map(([word, count]) => ({
    word,
    weight: Math.sqrt(count) * (idf ? (idf.get(word) ?? rarest) : 1),
  }));
  const heaviest = weighed.reduce((most, { weight }) => Math.max(most, weight), 0);
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ word, weight }) => ({ word, weight: heaviest > 0 ? weight / heaviest : 0 }));
}

/** A loop and not Math.max(...): a dictionary has more words than a call may have arguments. */
function rarestOf(idf: ReadonlyMap<string, number> | undefined): number {
  let rarest = 1;
  for (const weight of idf?.values() ?? []) if (weight > rarest) rarest = weight;
  return rarest;
}

/** One Chinese sign may be a word (茶), one Latin letter is not. */
function saysSomething(word: string): boolean {
  if (word === '' || isStopWord(word) || digitsOrSigns.test(word)) return false;
  return word.length > 1 || chinese.test(word);
}
