import { foldQuery } from '../campaigns/match-search';
import type { Category } from '../notes/categories';

/** What is known of a creator's own notes. */
export interface CreatorSubject {
  /** a keyword or topic of their notes, with the notes that hold it and what readers made of them */
  word: string;
  notes: number;
  impressions: number;
  reads: number;
}
export interface CreatorWork {
  /** what they say they write about */
  categories: readonly Category[];
  /** reads per impression of all their notes */
  rate: number;
  subjects: readonly CreatorSubject[];
}

/** Which of one's own words a topic meets; `strength` is for sorting alone and is never shown. */
export interface TopicFit {
  words: { word: string; notes: number }[];
  category: boolean;
  strength: number;
}

/** Impressions by which a word's rate is drawn to the rate of all notes [P]: about one first pool. */
const priorImpressions = 500;
/** Words that are named. */
const wordsShown = 3;

/**
 * How a topic fits what a creator writes: the words of theirs that are in it, those first that did well and often. A word counts
 * with the root of its notes times its read rate over that of all their notes; two notes are a habit, twenty are no ten of them.
 */
export function fitTopic(
  topic: { tag: string; category: Category; parts: readonly string[] },
  work: CreatorWork,
): TopicFit {
  const tag = foldQuery(topic.tag);
  const parts = new Set(topic.parts.map(foldQuery));
  const met = work.subjects
    .filter(({ word }) => {
      const own = foldQuery(word);
      // A single sign stands in everything.
      return own.length > 1 && (parts.has(own) || tag === own || own.includes(tag) || tag.includes(own));
    })
    .map((subject) => ({ ...subject, weight: weightOf(subject, work.rate) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  const category = work.categories.includes(topic.category);
  return {
    words: met.slice(0, wordsShown).map(({ word, notes }) => ({ word, notes })),
    category,
    strength: (met[0]?.weight ?? 0) + (category ? 1 : 0),
  };
}

function weightOf({ notes, impressions, reads }: CreatorSubject, rate: number): number {
  if (rate <= 0) return Math.sqrt(notes);
  const own = (reads + rate * priorImpressions) / (impressions + priorImpressions);
  return Math.sqrt(notes) * (own / rate);
}
