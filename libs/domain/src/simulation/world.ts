import type { ResponseRates } from '../metrics/benchmarks';
import type { EngagementWeights } from '../pools/pool-policy';
import type { PaidRail } from './paid-rail';

/** A group of readers that respond alike. */
export interface WorldSegment {
  name: string;
  /** Part of all readers, 0 to 1; the shares of a world sum to 1. */
  share: number;
}

/**
 * How much better or worse than the average a place is for any note: who sees it, in which slot, at which age. Every
 * factor multiplies; 1 is average.
 */
export interface PlaceFactors {
  /** By topic. */
  topics: readonly number[];
  /** By topic, then by segment. */
  affinity: readonly (readonly number[])[];
  /** By slot of the page, the best first. */
  slots: readonly number[];
  /** Response falls by 1/e in as many hours of a note's age. */
  freshnessHours: number;
  /** Readers there are; response in a segment falls by 1/e when each of its readers has seen the note once. */
  readers: number;
  /** How much more often a follower opens a note of the creator than anybody else does. */
  followerLift: number;
}

export interface WorldNote {
  /** Names the note and keys its chance: the same id in two runs responds alike. */
  id: string;
  /** Hour of publication, counted from the beginning of the world. */
  bornHour: number;
  /** What the note is about, and what its keywords say it is about: indexes of topics. */
  topic: number;
  keywordTopic: number;
  /** True lift of opens, and of the value after an open; 1 is average. No rule may read them. */
  hook: number;
  content: number;
  /** True factor of this note in each segment, on top of its topic's affinity. */
  segmentDeviations: readonly number[];
  followers: number;
  /** Part of the first pool's impressions that the creator's own followers get, 0 to 1. */
  followerShare: number;
  /** Part of its impressions in each slot; sums to 1. */
  slotMix: readonly number[];
}

/**
 * A feed with its notes and readers: plain data, from a seed or from a database, so that one simulator serves the
 * benchmark, the preview of a policy and the replay of a note.
 *
 * `truth` decides what happens; `believed` is all that a rule may forecast with. Time is in whole hours from 0.
 */
export interface World {
  hours: number;
  /** Impressions of the feed in each hour. */
  capacity: ArrayLike<number>;
  segments: readonly WorldSegment[];
  truth: PlaceFactors;
  believed: PlaceFactors;
  /** For each topic, its segments from the best matched to the least. */
  segmentOrder: readonly (readonly number[])[];
  /** Segments that a note reaches at each step of its widening; ascending, at most the number of segments. */
  reaches: readonly number[];
  /** What is left of `followerShare` at each reach; the last answers for wider ones. */
  followerParts: readonly number[];
  /** Opens per impression in an average place, and events per open. */
  rates: ResponseRates;
  weights: EngagementWeights;
  notes: readonly WorldNote[];
  /** Hours before this one warm the world up; `value` counts from here. */
  scoredFromHour: number;
  /** Value of an impression that no note was found for, in the unit of `value`. */
  fillerValue: number;
  /** Age at which the feed lets go of a note. */
  agedOutHours: number;
  /** The most of an hour's capacity that one note may get, 0 to 1. */
  mostOfAnHour: number;
  /** How paid readers respond; like natural ones when it is left out. */
  paid?: PaidRail;
}

/** Value that an average note earns after an open, in the unit of the weights. */
export function contentPerClick({ rates, weights }: Pick<World, 'rates' | 'weights'>): number {
  return (
    rates.like * weights.like +
    rates.collect * weights.collect +
    rates.comment * weights.comment +
    rates.share * weights.share +
    rates.follow * weights.follow
  );
}

/** Variance over mean of that value, when every event comes by itself: Σ w² r / Σ w r; 1 where nothing is valued. */
export function contentDispersion({ rates, weights }: Pick<World, 'rates' | 'weights'>): number {
  const squares =
    rates.like * weights.like ** 2 +
    rates.collect * weights.collect ** 2 +
    rates.comment * weights.comment ** 2 +
    rates.share * weights.share ** 2 +
    rates.follow * weights.follow ** 2;
  const mean = contentPerClick({ rates, weights });
  return mean > 0 ? squares / mean : 1;
}
