import { type NoteType, noteTypes } from '../notes/note';
import { addPeers, hookSpread, learnPeers, noPeers, type PeerSums } from './peers';
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
 * The runs of the type, shrunk towards those of the whole category; both lean on the policy's rates while they are few
 * (`learnPeers`), so a category of one type has one yardstick. The category weighs as many runs of the type as `categoryRuns`
 * says, and as many as are missing to `minPeers`: a type that had none is held against the category and one that had
 * hundreds against itself. Runs that are dwarfed by one huge sample count as the few that they are. The spread between
 * notes is mixed likewise, from `minPeers` runs of the type on.
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
  const [image, video, text] = types.map((sums) => leanOn(all, sums, runs, { policy, category })) as [
    PeerStats,
    PeerStats,
    PeerStats,
  ];
  return { image, video, text };
}

/**
 * How many types the beginning of `categoryRuns` stands for: less than one, so that two that are well known overrule it [P].
 * In worlds without types it costs no accuracy of the forecasts, where one whole type does.
 */
const startingTypes = 0.25;

/**
 * How many runs of a type its category counts for: the variance between runs of a type over the variance between types.
 *
 * It begins at `minPeers`. Once two types have that many runs each, how far they lie from the mean of them all, less the
 * chance in it, says how different types are here: where they are alike the category weighs more (at most thirteen times that),
 * where they differ it weighs less. Opens are read for it, since they are the most and the least noisy.
 */
export function categoryRuns(types: readonly PeerSums[], { minPeers }: PoolPrior): number {
  const known = types
    .filter(({ runs, clicks }) => runs >= minPeers && runs > 1 && clicks > 0)
    .map(hookSpread);
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
  return (within * (startingTypes + known.length)) / (startingTypes * start + Math.max(0, between));
}

/** The yardstick of the type's own runs and that of the category, mixed as if the category were so many runs of the type. */
function leanOn(
  all: PeerStats,
  sums: PeerSums,
  runs: number,
  { policy, category }: { policy: PoolPolicy; category: string },
): PeerStats {
  if (!(sums.exposure > 0)) return { ...all, sameType: { runs: 0, weight: 0 } };
  const own = learnPeers([sums], policy, category);
  const { minPeers, strengthImpressions } = policy.prior;
  // A few lucky runs of a type cannot set its bar, however much types differ elsewhere.
  const weighs = Math.max(runs, minPeers - sums.runs);
  const size = Math.max(strengthImpressions, sums.exposureSquared / sums.exposure);
  const weight = sums.exposure / (sums.exposure + weighs * size);
  const mix = (of: (peers: PeerStats) => number): number => (1 - weight) * of(all) + weight * of(own);
  // Credits beforehand stand for one over a variance, and variances are what mixes.
  const mixCredits = (ofAll: number, ofType = ofAll): number => 1 / ((1 - weight) / ofAll + weight / ofType);
  const meanRate = mix((peers) => peers.meanRate);
  return {
    ...all,
    meanRate,
    clickRate: mix((peers) => peers.clickRate),
    dispersion: mix((peers) => peers.dispersion * peers.meanRate) / meanRate,
    strength: mixCredits(all.strength, own.source === 'peers' ? own.strength : undefined),
    ...(all.contentOpens === undefined
      ? {}
      : { contentOpens: mixCredits(all.contentOpens, own.contentOpens) }),
    sameType: { runs: sums.runs, weight },
  };
}
