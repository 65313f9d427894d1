import type { AuditState, Category } from '@poolrise/domain';
import { harmlessPhrases, humanWords, limitedWords, rejectedWords } from './audit-words';
import { plainText, stemsOf, wordPlaces } from '../words/segment';

/** Category whose notes take longest: a person looks at mother-and-baby claims (domain 2.4, audit gate). */
const slowCategories: readonly Category[] = ['mother-baby'];

/** A word of the lexicon that stands in a note, and what the machine audit does about it. */
export interface AuditFinding {
  word: string;
  leadsTo: Exclude<AuditState, 'pending' | 'passed'>;
}

const lexicon = (
  [
    ['rejected', rejectedWords],
    ['human_review', humanWords],
    ['limited', limitedWords],
  ] as const
).flatMap(([leadsTo, words]) => words.map((word) => ({ word, leadsTo, isIn: isIn(word) })));

/** The words of the lexicon that stand in a text, the gravest first. */
export function auditFindings(title: string, body: string, topics: readonly string[]): AuditFinding[] {
  // Field by field, so that no phrase is put together from the end of one and the beginning of the next.
  const texts = [title, body, ...topics].map(readable);
  return lexicon.filter(({ isIn }) => texts.some(isIn)).map(({ word, leadsTo }) => ({ word, leadsTo }));
}

/** What the machine audit says about a text. */
export function auditText(title: string, body: string, topics: readonly string[]): AuditState {
  return auditFindings(title, body, topics)[0]?.leadsTo ?? 'passed';
}

/** Seconds until the machine audit answers. Practitioners report 1 to 30 minutes [D]; here seconds, since nobody waits for a person. */
export function auditSeconds(category: Category): number {
  return slowCategories.includes(category) ? 6 : 2;
}

/** Seconds until an audit that broke is tried again: longer each time, an hour at most. */
export const auditAgainSeconds = (failures: number): number =>
  Math.min(3600, 5 * 2 ** Math.min(failures, 10));

/** A text as the lexicon reads it, taken apart only for the words that could be in it. */
interface Readable {
  text: string;
  stems: () => string[];
  places: () => [start: number, end: number][];
}

function readable(written: string): Readable {
  let text = plainText(written);
  for (const phrase of harmlessPhrases) text = text.replaceAll(phrase, '\n'.repeat(phrase.length));
  return { text, stems: once(() => stemsOf(text)), places: once(() => wordPlaces(text)) };
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

function isIn(written: string): (found: Readable) => boolean {
  const phrase = plainText(written);
  if (!/^[a-z ]+$/.test(phrase)) return (found) => standsIn(phrase, found);
  const wanted = stemsOf(phrase);
  return ({ stems }) =>
    stems().some((_, at) => wanted.every((stem, offset) => stems()[at + offset] === stem));
}

/**
 * Whether the letters of a phrase stand in a text as words: 刷单 does in 刷单返现 and does not in 刷单词, where the word 单词
 * crosses its end. A longer word that holds the phrase whole (包治百病) counts: a claim does not become less of one.
 */
function standsIn(phrase: string, { text, places }: Readable): boolean {
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
    const end = start + phrase.length;
    const crossed = places().some(
      ([from, to]) => (from < start && to > start && to < end) || (from > start && from < end && to > end),
    );
    if (!crossed) return true;
  }
  return false;
}
