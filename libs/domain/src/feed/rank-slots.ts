import { keywordMatcher } from '../notes/match-keywords';
import type { FeedAsk, FeedCandidate, RankedSlot, ReaderContext } from './feed-candidate';
import { languageMatch, readerMatcher } from './match-reader';
import { type Order, Page } from './page';
import { averageOf } from '../probability/means';
import { defaultVariety } from './spread-subjects';
import { topIndexes } from './top-candidates';

/** Share of slots drawn at random: the exploration that keeps the engine from believing only itself [P]. */
export const defaultExploreShare = 0.1;

/** Share of slots that go first to notes which the guarantee owes impressions: every fifth [P]. */
export const defaultGuaranteeShare = 0.2;

/** Candidates looked at closely for each slot; four times as many when the page cannot be filled from them. */
const candidatesPerSlot = 8;
const drawsPerExploration = 12;

/**
 * The organic slots of one page for one reader.
 *
 * Score = match x forecast x freshness x cold-start boost, best first, with one note of a creator a page; in discovery
 * subjects are spread by Sliding Spectrum Decomposition (see `nextForVariety`). Some slots are drawn at random among notes that fit, and every fifth is kept
 * for the note that the guarantee owes most, to the readers it fits best. Notes that the reader has seen, and notes whose
 * quota is used up, are left out; a search shows only notes that have a word of it.
 *
 * Pure: the same candidates, reader and random numbers give the same page. 5,000 candidates took two milliseconds for a stranger and three for a reader whose taste is known (CPU time, crowded
 * machine; 1.4 by the rule of categories and without tastes).
 * Source: the three steps of candidates, score and diversity (Guo Yi 2019 [A]); best-first serving (pools.md 2).
 */
export function rankSlots(
  candidates: readonly FeedCandidate[],
  reader: ReaderContext,
  ask: FeedAsk,
): RankedSlot[] {
  const matchOf = matcherOf(reader, ask);
  const matches = new Float64Array(candidates.length);
  const scores = new Float64Array(candidates.length);
  const urgencies = new Float64Array(candidates.length);
  let owing = 0;
  let eligible = 0;
  for (let index = 0; index < candidates.length; index++) {
    const note = candidates[index] as FeedCandidate;
    if (note.quotaLeft <= 0) continue;
    const match = matchOf(note);
    if (match <= 0) continue;
    matches[index] = match;
    scores[index] = match * note.forecast * note.freshness * note.boostFactor;
    eligible += 1;
    if (!note.owed || ask.placement === 'search') continue;
    urgencies[index] = match * note.owed;
    owing += 1;
  }

  const slots = plannedSlots(ask);
  const owed = topIndexes(urgencies, candidates.length, Math.min(owing, ask.size * candidatesPerSlot));
  for (let depth = Math.max(64, ask.size * candidatesPerSlot); ; depth *= 4) {
    const best = topIndexes(scores, candidates.length, Math.min(depth, eligible));
    const page = new Page(candidates, reader, ask);
    fill(page, { best, values: scores, bonus: bonusOf(best, scores, ask) }, owed, slots);
    if (page.isFull() || best.length < depth) return page.slots(scores, matches);
  }
}

/** What a slot is for besides the best note: for what is owed, or for one of these random draws. */
interface PlannedSlot {
  kept: boolean;
  draws: number[] | null;
}

/** One random number a slot decides whether it explores, and the explored ones carry the numbers of their draws. */
function plannedSlots({
  size,
  random,
  exploreShare = defaultExploreShare,
  guaranteeShare = defaultGuaranteeShare,
}: FeedAsk): PlannedSlot[] {
  // A page too short for its share keeps a slot now and then instead of never.
  const begins = size * guaranteeShare < 1 ? random() : 0;
  const keptBefore = (at: number): number => Math.floor(begins + at * guaranteeShare + 1e-9);
  return Array.from({ length: size }, (_, at) => ({
    kept: keptBefore(at + 1) > keptBefore(at),
    draws: random() < exploreShare ? Array.from({ length: drawsPerExploration }, random) : null,
  }));
}

/** What a wholly new subject is worth on this page, in its own scores: a search shows what was searched for. */
function bonusOf(best: Int32Array, scores: Float64Array, ask: FeedAsk): number {
  if (ask.placement === 'search') return 0;
  const expected = Array.from(best.subarray(0, ask.size), (index) => scores[index] as number);
  return (ask.variety ?? defaultVariety) * averageOf(expected);
}

function fill(page: Page, byScore: Order, owed: Int32Array, slots: PlannedSlot[]): void {
  const { values } = byScore;
  const accepts = (index: number): boolean => page.accepts(index, values);
  for (const { kept, draws } of slots) {
    const promised = kept ? owed.find(accepts) : undefined;
    const drawn =
      promised === undefined
        ? draws?.map((draw) => Math.floor(draw * values.length)).find(accepts)
        : undefined;
    if (promised !== undefined) page.add(promised);
    else if (drawn !== undefined) page.add(drawn, { explored: true });
    else if (!page.addBest(byScore)) return;
  }
}

/** How well a note fits, 0 to 1; 0 leaves it out. */
function matcherOf(reader: ReaderContext, { placement, query }: FeedAsk): (note: FeedCandidate) => number {
  if (placement === 'discovery') return readerMatcher(reader);
  const wordsMet = keywordMatcher(new Map(query?.map((word) => [word, 1])));
  return (note) => wordsMet(note.keywords) * languageMatch(reader, note);
}
