import { keywordMatcher } from '../notes/match-keywords';
import type { FeedAsk, FeedCandidate, RankedSlot, ReaderContext } from './feed-candidate';
import { Page } from './page';
import { topIndexes } from './top-candidates';

/** Share of slots drawn at random: the exploration that keeps the engine from believing only itself [P]. */
const defaultExploreShare = 0.1;

/** What a note with nothing in common with the reader still counts, so that a page can always be filled. */
const leastMatch = 0.02;
/** What a reader nobody knows is assumed to think of any note. */
const strangerMatch = 0.3;
/** How much of the way to a full match a level's wider reach makes up for a missing interest. */
const reachMatch = 0.5;
/** A note in another language than the reader's. */
const foreignLanguage = 0.3;

/** Candidates looked at closely for each slot; four times as many when the page cannot be filled from them. */
const candidatesPerSlot = 8;
const drawsPerExploration = 12;

/**
 * The organic slots of one page for one reader.
 *
 * Score = match x forecast x freshness x cold-start boost, best first, with one note of a creator a page and a window
 * that keeps categories mixed in discovery. Some slots are drawn at random among notes that fit. Notes that the
 * reader has seen, and notes whose quota is used up, are left out; a search shows only notes that have a word of it.
 *
 * Pure: the same candidates, reader and random numbers give the same page. 5,000 candidates take about a millisecond.
 * Source: the three steps of candidates, score and diversity (Guo Yi 2019 [A]); best-first serving (pools.md 2).
 */
export function rankSlots(
  candidates: readonly FeedCandidate[],
  reader: ReaderContext,
  ask: FeedAsk,
): RankedSlot[] {
  const wish = wishOf(reader, ask);
  const matches = new Float64Array(candidates.length);
  const scores = new Float64Array(candidates.length);
  let eligible = 0;
  for (let index = 0; index < candidates.length; index++) {
    const note = candidates[index] as FeedCandidate;
    if (note.quotaLeft <= 0) continue;
    const match = matchOf(note, wish);
    if (match <= 0) continue;
    matches[index] = match;
    scores[index] = match * note.forecast * note.freshness * note.boostFactor;
    eligible += 1;
  }

  const explorations = exploredPositions(ask);
  for (let depth = Math.max(64, ask.size * candidatesPerSlot); ; depth *= 4) {
    const best = topIndexes(scores, candidates.length, Math.min(depth, eligible));
    const page = new Page(candidates, reader, ask);
    fill(page, best, scores, explorations);
    if (page.isFull() || best.length < depth) return page.slots(scores, matches);
  }
}

/** One random number a slot decides whether it explores, and the explored ones carry the numbers of their draws. */
function exploredPositions({
  size,
  random,
  exploreShare = defaultExploreShare,
}: FeedAsk): (number[] | null)[] {
  return Array.from({ length: size }, () =>
    random() < exploreShare ? Array.from({ length: drawsPerExploration }, random) : null,
  );
}

function fill(page: Page, best: Int32Array, scores: Float64Array, explorations: (number[] | null)[]): void {
  for (const draws of explorations) {
    const drawn = draws
      ?.map((draw) => Math.floor(draw * scores.length))
      .find((index) => page.accepts(index, scores));
    if (drawn !== undefined) page.add(drawn, true);
    else if (!page.addBest(best)) return;
  }
}

/** What the reader wants, laid out once for all candidates. */
interface Wish {
  reader: ReaderContext;
  search: boolean;
  /** Whether anything is known that a note could fit. */
  known: boolean;
  wordsMet: (note: ReadonlyMap<string, number>) => number;
}

function wishOf(reader: ReaderContext, { placement, query }: FeedAsk): Wish {
  const search = placement === 'search';
  const words = search ? new Map(query?.map((word) => [word, 1])) : reader.keywords;
  return { reader, search, known: words.size + reader.interests.size > 0, wordsMet: keywordMatcher(words) };
}

/** How well a note fits, 0 to 1; 0 leaves it out. */
function matchOf(note: FeedCandidate, { reader, search, known, wordsMet }: Wish): number {
  const language = reader.language === undefined || reader.language === note.language ? 1 : foreignLanguage;
  const words = wordsMet(note.keywords);
  if (search) return words * language;

  const interest = reader.interests.get(note.category) ?? 0;
  const affinity = known ? 1 - (1 - interest) * (1 - words) : strangerMatch;
  const widened = affinity + (1 - affinity) * reachMatch * (note.reach ?? 0);
  return Math.max(leastMatch, widened) * language;
}
