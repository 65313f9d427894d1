import { noteSubject } from './subject-vector';
import type { FeedAsk, FeedCandidate, ReaderContext } from './feed-candidate';

/** Builders for specs. */
export function aCandidate(given: Partial<FeedCandidate> = {}): FeedCandidate {
  const { noteId = 'a-note', category = 'food', keywords = new Map<string, number>() } = given;
  return {
    noteId,
    creatorId: `creator of ${noteId}`,
    category,
    noteType: 'image',
    language: 'zh',
    keywords,
    subject: noteSubject(category, keywords),
    level: 1,
    rail: 'organic',
    forecast: 1,
    freshness: 1,
    quotaLeft: 100,
    boostFactor: 1,
    ...given,
  };
}

export function aReader(given: Partial<ReaderContext> = {}): ReaderContext {
  return { interests: new Map(), keywords: new Map(), seen: new Set(), ...given };
}

export function aFeedAsk(given: Partial<FeedAsk> = {}): FeedAsk {
  return {
    placement: 'discovery',
    size: 10,
    now: Date.UTC(2026, 10, 20, 4),
    random: neverExplores,
    ...given,
  };
}

export function neverExplores(): number {
  return 0.999;
}

/** Uniform numbers that are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
