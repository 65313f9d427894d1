import type { EngagementKind } from '../metrics/engagement';
import { addScaled, noteSubject, subjectDims, type SubjectVector, toLength } from './subject-vector';

/** Something a reader did with a note, and what the note is about. */
export interface ReaderAct {
  kind: EngagementKind;
  category: string;
  /** Word to weight, 0 to 1. */
  keywords: ReadonlyMap<string, number>;
  /** `noteSubject` of the two; worked out when absent. */
  subject?: SubjectVector;
}

/** What a reader's own acts say of them. All of it is empty for a stranger. */
export interface ReaderProfile {
  /** Category to interest, 0 to 1. */
  interests: Map<string, number>;
  /** The words met most, to interest, 0 to 1. */
  keywords: Map<string, number>;
  /** What they like within the categories, as a point whose length is how far it can be believed; absent for a stranger. */
  taste: SubjectVector | undefined;
  /** How often they like or collect, and follow, per note opened, against an average reader; 1 for a stranger. */
  likes: number;
  follows: number;
}

/** What an act tells of interest: the more it takes to do, the more it says; a complaint speaks against the subject [P]. */
const told: Readonly<Record<EngagementKind, number>> = {
  impression: 0,
  click: 1,
  dwell: 0,
  like: 2,
  collect: 3,
  comment: 3,
  share: 3,
  follow: 4,
  purchase: 4,
  hide: -4,
};
/** What one act tells of interest, -4 for a complaint to 4; see `told`. */
export const actWorth = (kind: EngagementKind): number => told[kind];

/** Each act counts 3 % less than the one after it: interests move [P]. */
const fading = 0.97;
/** Acts worth this much together are believed by half [P]. */
const believedByHalf = 4;
const wordsMax = 8;

/** Opens of an average reader that an unknown one is assumed to have, so that a single like makes nobody a fan [P]. */
const opensAssumed = 20;
/** Likes and collects, and follows, per open: the default rates of domain notes 3.3. */
const averageLikes = 0.06;
const averageFollows = 0.008;

/**
 * What a reader seems to like, learnt from what they did: newest first.
 *
 * Interest is the sum of what the acts tell, faded by how many came after, as a share of the strongest subject, times how
 * far so few acts can be believed: n / (n + 4). Categories and words that complaints outweigh are left out.
 * `usual` is what readers of a category engage with, if known: only what sets a note apart from it tells of a taste.
 */
export function readerProfile(
  acts: readonly ReaderAct[],
  usual: (category: string) => SubjectVector | undefined = () => undefined,
): ReaderProfile {
  const taste = new Float32Array(subjectDims);
  const categories = new Map<string, number>();
  const words = new Map<string, number>();
  const did = { opens: 0, likes: 0, follows: 0 };
  let weight = 1;
  let heard = 0;
  for (const { kind, category, keywords, subject } of acts) {
    if (kind === 'click') did.opens++;
    if (kind === 'like' || kind === 'collect') did.likes++;
    if (kind === 'follow') did.follows++;
    const says = told[kind] * weight;
    if (says === 0) continue;
    weight *= fading;
    heard += Math.abs(says);
    categories.set(category, (categories.get(category) ?? 0) + says);
    addScaled(taste, subject ?? noteSubject(category, keywords), says);
    const shared = usual(category);
    if (shared) addScaled(taste, shared, -says);
    for (const [word, share] of keywords) words.set(word, (words.get(word) ?? 0) + says * share);
  }
  const belief = heard / (heard + believedByHalf);
  const against = (done: number, average: number): number =>
    (done + opensAssumed * average) / ((did.opens + opensAssumed) * average);
  return {
    interests: strongest(categories, belief),
    keywords: strongest(words, belief, wordsMax),
    taste: heard > 0 ? toLength(taste, belief) : undefined,
    likes: against(did.likes, averageLikes),
    follows: against(did.follows, averageFollows),
  };
}

/** The liked ones as shares of the most liked, times the belief. */
function strongest(sums: ReadonlyMap<string, number>, belief: number, most = Infinity): Map<string, number> {
  const liked = [...sums].filter(([, sum]) => sum > 0).sort(([, a], [, b]) => b - a);
  const top = liked[0]?.[1] ?? 0;
  return new Map(liked.slice(0, most).map(([name, sum]) => [name, (belief * sum) / top]));
}
