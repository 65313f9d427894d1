import { type NoteType, noteTypes } from '../notes/note';
import { addPeers, hookSpread, learnPeers, learnWeights, noPeers, type PeerSums } from './peers';
import type { PeerStats } from './pool-evidence';
import type { PoolPolicy, PoolPrior } from './pool-policy';
import { meanLift } from './spread-of-lifts';

/** Sums of finished runs of one type of note; `all` where the types were not told apart. */
export interface TypedPeerSums {
  noteType: NoteType | 'all';
  sums: PeerSums;
}

/** The yardstick of a level and category for each type of note. */
export type PeersByType = Readonly<Record<NoteType, PeerStats>>;

/** One yardstick for every type, as the variants of an experiment have it. */
export const sameForAllTypes = (peers: PeerStats): PeersByType => ({
  image: peers,
  video: peers,
  text: peers,
});

/**
 * What an average note of each type gets: pictures, videos and texts are opened and finished differently.
 *
 * The runs of the type, shrunk towards those of the whole category (`learnPeers`), which lean on the policy's rates while
 * they are few. The category weighs as many runs of the type as `categoryRuns` says, and as many as are missing to `minPeers`: a
 * type that had none is held against the category and one that had hundreds against itself. Runs that are dwarfed by one huge
 * sample count as the few that they are.
 * The spread between notes is the type's own, in the same proportion, from `minPeers` runs of it on.
 * `runs` and `impressions` are the category's; `sameType` says how many were of the type and what they weigh.
 * `days` are those of the peer window; rows of the kind `all` speak for the category alone.
 * Source: empirical Bayes on two levels (Bühlmann and Gisler 2005, ch. 6); pools.md section 1.
 */
export function learnPeersByType(
  days: readonly TypedPeerSums[],
  policy: PoolPolicy,
  category: string,
): PeersByType {
  const sumOf = (kind: TypedPeerSums['noteType']): PeerSums =>
    days.reduce((sum, { noteType, sums }) => (noteType === kind ? addPeers(sum, sums) : sum), noPeers());
  const types = noteTypes.map(sumOf);
  const all = learnPeers([...types, sumOf('all')], policy, category);
  const runs = categoryRuns(types, policy.prior);
  const [image, video, text] = types.map((sums) => leanOn(all, sums, runs, policy)) as [
    PeerStats,
    PeerStats,
    PeerStats,
  ];
  return { image, video, text };
}

/** Evidence that the prior weight stands for, in types: what two types that are well known say overrules it, not one [P]. */
const startingTypes = 1;

/**
 * How many runs of a type its category counts for: the variance between runs of a type over the variance between types.
 *
 * It begins at `minPeers`. Once two types have that many runs each, how far they lie from the mean of them all, less the
 * chance in it, says how different types are here: where they are alike the category weighs more (at most four times that),
 * where they differ it weighs less. Opens are read for it, since they are the most and the least noisy.
 */
export function categoryRuns(types: readonly PeerSums[], { minPeers }: PoolPrior): number {
  const known = types.filter(({ runs, clicks }) => runs >= minPeers && runs > 1 && clicks > 0).map(hookSpread);
  if (known.length < 2) return minPeers;
  const sum = (of: (one: (typeof known)[number]) => number): number =>
    known.reduce((total, one) => total + of(one), 0);
  const notes = sum((one) => one.notes);
  const mean = sum((one) => one.observed) / sum((one) => one.expected);
  // Squared deviations of the runs from their own type's mean, as a share of what was to be expected.
  const residual = sum(
    (one) =>
      one.observedSquared / meanLift(one) ** 2 -
      (2 * one.observedExpected) / meanLift(one) +
      one.expectedSquared,
  );
  const chance = sum((one) => one.expected / meanLift(one));
  const within =
    Math.max(chance, (residual * notes) / (notes - known.length)) / sum((one) => one.expectedSquared);
  const between = sum(
    (one) => (meanLift(one) / mean - 1) ** 2 - (within * one.expectedSquared) / one.expected ** 2,
  );
  const start = within / minPeers;
  return (
    (within * (startingTypes + known.length)) / (startingTypes * start + Math.max(0, between))
  );
}

/** The type's own sums, as if `runs` runs of their size had been seen at the category's rates besides. */
function leanOn(all: PeerStats, sums: PeerSums, runs: number, policy: PoolPolicy): PeerStats {
  if (!(sums.exposure > 0)) return { ...all, sameType: { runs: 0, weight: 0 } };
  const { minPeers, strengthImpressions } = policy.prior;
  // A few lucky runs of a type cannot set its bar, however much types differ elsewhere.
  const credit = Math.max(runs, minPeers - sums.runs) * Math.max(strengthImpressions, sums.exposureSquared / sums.exposure);
  const exposure = sums.exposure + credit;
  const weight = sums.exposure / exposure;
  const value = sums.value + credit * all.meanRate;
  const clickRate = (sums.clicks + credit * all.clickRate) / exposure;
  const own = sums.runs >= minPeers ? learnWeights(sums, policy, clickRate) : undefined;
  const opens = all.contentOpens;
  return {
    ...all,
    meanRate: value / exposure,
    clickRate,
    dispersion: (sums.squaredWeights + credit * all.dispersion * all.meanRate) / value,
    strength: own ? between(all.strength, own.strength, weight) : all.strength,
    ...(opens === undefined ? {} : { contentOpens: between(opens, own?.contentOpens ?? opens, weight) }),
    sameType: { runs: sums.runs, weight },
  };
}

/** Prior weights stand for one over a variance, and variances are what mixes. */
const between = (category: number, own: number, weight: number): number =>
  1 / ((1 - weight) / category + weight / own);
