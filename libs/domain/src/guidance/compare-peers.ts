import { confidenceDeviate } from '../calibration/wilson';
import { ratio } from '../metrics/compute';
import type { NoteType } from '../notes/note';
import { type FeatureKey, featureKeys, type NoteFeatures } from './note-features';

/** A note of the same category with what its first pool counted; impressions and reads are those of natural traffic there. */
export interface PeerNote {
  creatorId: string;
  type: NoteType;
  impressions: number;
  reads: number;
  /** epoch milliseconds */
  publishedAt: number;
  features: NoteFeatures;
}

/** Notes with or without something: how many, of how many creators, and how often they were opened. */
export interface PeerSide {
  notes: number;
  creators: number;
  impressions: number;
  reads: number;
  /** reads per impression; null without impressions */
  rate: number | null;
}

export const comparisons = ['more', 'fewer', 'cannot-tell', 'too-few'] as const;
export type ComparisonResult = (typeof comparisons)[number];

/** `ratio` of the opens of notes with it to those without, 1 for no difference, and its 95 % interval; null when too few. */
export interface PeerComparison {
  with: PeerSide;
  without: PeerSide;
  ratio: number | null;
  low: number | null;
  high: number | null;
  result: ComparisonResult;
}

/** With fewer creators than this on either side, an interval made from their differences is not to be trusted [P]. */
export const creatorsLeast = 15;

/**
 * How notes with a feature were opened in their first pool, against notes without it, in one category.
 *
 * Notes of one creator resemble each other, so creators and not notes are what is counted as independent: the variance of the log
 * ratio is the sum of the squared influences of creators (the linearised cluster-robust variance, Liang and Zeger 1986, with
 * G/(G - 1)). Types are opened differently and prefer other titles, so every note is held against the rate of its own type.
 * A hundred notes of one creator tell little, and the interval says so. It is a difference between notes as they were, and not
 * what the feature does: whoever asks questions in titles may differ in other ways.
 */
export function comparePeers(
  notes: readonly PeerNote[],
  has: (note: PeerNote) => boolean | null,
): PeerComparison {
  const expect = expectedReads(notes);
  const sides = { with: new Side(), without: new Side() };
  for (const note of notes) {
    const present = has(note);
    if (present === null || note.impressions <= 0) continue;
    sides[present ? 'with' : 'without'].add(note, expect(note));
  }
  const { with: own, without: other } = sides;
  const seen = { with: own.view(), without: other.view() };
  const enough =
    Math.min(seen.with.creators, seen.without.creators) >= creatorsLeast && own.reads > 0 && other.reads > 0;
  if (!enough) return { ...seen, ratio: null, low: null, high: null, result: 'too-few' };
  const log = Math.log(own.lift / other.lift);
  const half = confidenceDeviate * Math.sqrt(varianceBetween(own, other));
  const [low, high] = [Math.exp(log - half), Math.exp(log + half)];
  return {
    ...seen,
    ratio: Math.exp(log),
    low,
    high,
    result: low > 1 ? 'more' : high < 1 ? 'fewer' : 'cannot-tell',
  };
}

/** Every feature compared between the peers. */
export function compareFeatures(notes: readonly PeerNote[]): Record<FeatureKey, PeerComparison> {
  return Object.fromEntries(
    featureKeys.map((key) => [key, comparePeers(notes, ({ features }) => features[key])]),
  ) as Record<FeatureKey, PeerComparison>;
}

/** What a note of its type would have been opened in as many impressions. */
export function expectedReads(notes: readonly PeerNote[]): (note: PeerNote) => number {
  const byType = new Map<NoteType, { impressions: number; reads: number }>();
  for (const { type, impressions, reads } of notes) {
    const sums = byType.get(type) ?? { impressions: 0, reads: 0 };
    byType.set(type, { impressions: sums.impressions + impressions, reads: sums.reads + reads });
  }
  return ({ type, impressions }) => {
    const sums = byType.get(type);
    return sums ? impressions * (ratio(sums.reads, sums.impressions) ?? 0) : 0;
  };
}

/** Sums of one side, by creator. */
export class Side {
  notes = 0;
  impressions = 0;
  reads = 0;
  expected = 0;
  readonly byCreator = new Map<string, { reads: number; expected: number }>();

  add({ creatorId, impressions, reads }: PeerNote, expected: number): void {
    this.notes++;
    this.impressions += impressions;
    this.reads += reads;
    this.expected += expected;
    const own = this.byCreator.get(creatorId) ?? { reads: 0, expected: 0 };
    this.byCreator.set(creatorId, { reads: own.reads + reads, expected: own.expected + expected });
  }

  /** Reads over expected ones. */
  get lift(): number {
    return this.expected > 0 ? this.reads / this.expected : 0;
  }

  /** What a creator moves the logarithm of the lift by. */
  influence(creatorId: string): number {
    const own = this.byCreator.get(creatorId);
    return own && this.reads > 0 ? (own.reads - this.lift * own.expected) / this.reads : 0;
  }

  view(): PeerSide {
    const { notes, impressions, reads, byCreator } = this;
    return { notes, creators: byCreator.size, impressions, reads, rate: ratio(reads, impressions) };
  }
}

/** Variance of the difference of two log lifts, with the creators who are on both sides counted once. */
function varianceBetween(own: Side, other: Side): number {
  const creators = new Set([...own.byCreator.keys(), ...other.byCreator.keys()]);
  let sum = 0;
  for (const id of creators) sum += (own.influence(id) - other.influence(id)) ** 2;
  return (sum * creators.size) / Math.max(1, creators.size - 1);
}
