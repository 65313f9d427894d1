import { confidenceDeviate, countShare } from '../calibration/wilson';
import { KeywordIndex } from '../campaigns/keyword-index';
import { foldQuery, type WordSplitter } from '../campaigns/match-search';
import type { Category } from '../notes/categories';

/** Demand is read over so many weeks: the last four against the four before. */
export const demandWeeks = 8;
/** Days of each of the two halves. */
export const demandDays = 28;

/** What readers searched for with one text. */
export interface SearchedText {
  text: string;
  /** searches by the week of seven days, the oldest first; `demandWeeks` of them */
  weeks: readonly number[];
  /** reads that notes of a category had from it, within those weeks */
  readsBy: Readonly<Partial<Record<Category, number>>>;
}

/** A ratio of two rates with its 95 % interval; `mid` is what was counted. Infinity where nothing was before. */
export interface RateChange {
  low: number;
  mid: number;
  high: number;
}

/** What readers want of one word. Searches are pages that were given for texts that hold the word. */
export interface WordDemand {
  word: string;
  searches: number;
  searchesBefore: number;
  weeks: number[];
  /** null where nobody searched in either half */
  change: RateChange | null;
  /** what they typed, most frequent first */
  texts: { text: string; searches: number }[];
}

/** Notes of the last `demandDays` that hold a word, and what readers made of them. */
export interface WordSupply {
  notes: number;
  impressions: number;
  reads: number;
}

/** Searches per note: how many readers who ask there are for each note that answers. Null without a note. */
export const demandPerNote = ({ searches }: WordDemand, { notes }: WordSupply): number | null =>
  notes > 0 ? searches / notes : null;

/** Typed texts that are shown with a word. */
const textsShown = 5;

/**
 * The demand for each word, in the order of the words: a text counts for every word that it holds in one piece, however the
 * reader wrote it.
 */
export function demandOf(
  words: readonly string[],
  searched: readonly SearchedText[],
  split: WordSplitter,
): WordDemand[] {
  const index = new KeywordIndex(
    words.map((word, at) => ({ id: String(at), keywords: [{ text: word, match: 'phrase' }], negatives: [] })),
    split,
  );
  const met = words.map((): SearchedText[] => []);
  for (const one of searched) for (const id of index.find(one.text).keys()) met[Number(id)]?.push(one);
  return words.map((word, at) => wordDemand(word, met[at] ?? []));
}

function wordDemand(word: string, texts: readonly SearchedText[]): WordDemand {
  const weeks = Array.from({ length: demandWeeks }, (_, week) =>
    texts.reduce((sum, one) => sum + (one.weeks[week] ?? 0), 0),
  );
  return {
    word,
    ...halvesOf(weeks),
    weeks,
    change: changeOf(weeks),
    texts: texts
      .map(({ text, weeks: own }) => ({ text, searches: halvesOf(own).searches }))
      .filter(({ searches }) => searches > 0)
      .sort((a, b) => b.searches - a.searches || (a.text < b.text ? -1 : 1))
      .slice(0, textsShown),
  };
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** Searches of the last four weeks, and of the four before them. */
export function halvesOf(weeks: readonly number[]): { searches: number; searchesBefore: number } {
  const half = demandWeeks / 2;
  return { searches: sum(weeks.slice(half)), searchesBefore: sum(weeks.slice(0, half)) };
}

/**
 * How many times as often something is searched for as in the four weeks before, with a 95 % interval.
 *
 * Of two Poisson counts the later is binomial given their sum (Przyborowski and Wilenski 1940), its share has Wilson's interval,
 * and share / (1 - share) is the ratio. Readers search in bunches, so counts of weeks scatter more than Poisson's: both are
 * divided by how much more the weeks of a half scatter around its mean (quasi-Poisson, never below 1), which widens the
 * interval and leaves the ratio.
 */
export function changeOf(weeks: readonly number[]): RateChange | null {
  const { searches, searchesBefore } = halvesOf(weeks);
  if (searches + searchesBefore === 0) return null;
  const spread = overdispersion(weeks);
  const later = searches / spread;
  const { low, high } = countShare(later, later + searchesBefore / spread, confidenceDeviate);
  const ratio = (share: number) => (share >= 1 ? Infinity : share / (1 - share));
  return {
    low: ratio(low),
    mid: searchesBefore > 0 ? searches / searchesBefore : Infinity,
    high: ratio(high),
  };
}

/** Pearson's statistic of the weeks around the mean of their half over its degrees of freedom; at least 1. */
function overdispersion(weeks: readonly number[]): number {
  const half = demandWeeks / 2;
  const scatter = [weeks.slice(0, half), weeks.slice(half)].map((own) => {
    const mean = sum(own) / half;
    return mean > 0 ? sum(own.map((count) => (count - mean) ** 2)) / mean : 0;
  });
  return Math.max(1, sum(scatter) / (demandWeeks - 2));
}

/**
 * The category that a text belongs to: that of most reads from it; `among` answers where nobody read anything yet (the category
 * of most notes that hold the words). Null where neither says anything.
 */
export function categoryOfText(
  { readsBy }: Pick<SearchedText, 'readsBy'>,
  among: Readonly<Partial<Record<Category, number>>> = {},
): Category | null {
  return mostOf(readsBy) ?? mostOf(among);
}

function mostOf(counts: Readonly<Partial<Record<Category, number>>>): Category | null {
  const found = Object.entries(counts) as [Category, number][];
  const [first] = found
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}

/** Whether two texts are one search: they differ in width, capitals, accents or blanks alone. */
export const sameSearch = (one: string, other: string): boolean => foldQuery(one) === foldQuery(other);
