import type { PoolPolicy } from '../pools/pool-policy';
import type { Span } from './reading';

/** How likely a note stands in a level. */
export interface LevelBelief {
  level: number;
  probability: number;
}

/** The most likely level, as an estimate from natural exposure alone. */
export interface LevelEstimate {
  level: number;
  probability: number;
  levels: readonly LevelBelief[];
}

/** What a note that stands in a level has behind it, in impressions: the targets of the levels below. */
export function exposureBelow({ levels }: Pick<PoolPolicy, 'levels'>): number[] {
  let sum = 0;
  return levels.map(({ target }) => (sum += target) - target);
}

/**
 * Of the notes that stopped: those that were judged on a whole sample, and those that a crowded feed hardly showed in
 * their last pool. Of the others we take it that any share is alike [P].
 */
const judged = { whole: 0.7, hardlyShown: 0.15 } as const;

/** How far search and late delivery carry a stopped note beyond its last pool: a twentieth, and some impressions [P]. */
const beyond = { share: 0.05, impressions: 30 };

/** The probability that a note of this level shows an exposure within the bounds. */
function likelihood(policy: PoolPolicy, level: number, span: Span, climbs: number): number {
  const below = exposureBelow(policy)[level] ?? 0;
  const target = policy.levels[level]?.target ?? 0;
  const full = below + target;
  const mass = (from: number, to: number): number =>
    Math.max(0, Math.min(span.high + 0.5, to) - Math.max(span.low - 0.5, from)) / (to - from);
  const end = full + beyond.share * full + beyond.impressions;
  const running = mass(below, full);
  if (level === policy.levels.length - 1) return running + mass(full, 10 * full);
  const atEnd = mass(full * 0.995, end);
  const atBeginning = mass(below, below + beyond.share * full + beyond.impressions);
  const stopped =
    judged.whole * atEnd +
    judged.hardlyShown * atBeginning +
    (1 - judged.whole - judged.hardlyShown) * running;
  return climbs * running + (1 - climbs) * stopped;
}

/** Levels before any exposure is seen: each is reached by so many of those that reached the one before [P]. */
const reached = 0.45;

/** How much that counts, in notes. */
const priorNotes = 10;

/** What is taken of a peer that nothing else is known of. */
const peerClimbs = 0.15;

/**
 * How common the levels are among notes, learnt from their natural exposures: the shares of a mixture, by ten rounds of
 * expectation and maximisation from a geometric prior that weighs ten notes (Dempster, Laird and Rubin 1977).
 */
export function learnLevelShares(exposures: readonly Span[], policy: PoolPolicy): number[] {
  const start = normalised(policy.levels.map((_, level) => reached ** level));
  let shares = start;
  const seen = exposures.map((span) =>
    policy.levels.map((_, level) => likelihood(policy, level, span, peerClimbs)),
  );
  for (let round = 0; round < 10; round++) {
    const sums = start.map((share) => priorNotes * share);
    for (const likelihoods of seen) {
      const beliefs = normalised(likelihoods.map((one, level) => one * (shares[level] ?? 0)));
      beliefs.forEach((belief, level) => (sums[level] = (sums[level] ?? 0) + belief));
    }
    shares = normalised(sums);
  }
  return shares;
}

/**
 * The level a note stands in, from bounds of its natural exposure and whether it climbs.
 *
 * A note that has just used up a pool may stand at its end or at the beginning of the next: the exposure is the same, and
 * only `climbs` tells the two apart. Levels are those of the policy in force here; no platform has published its own.
 * @param shares how common the levels are (`learnLevelShares`)
 * @param climbs the probability that it goes on growing, 0 to 1; a half when nobody knows
 */
export function estimateLevel(
  natural: Span,
  { shares, climbs, policy }: { shares: readonly number[]; climbs: number; policy: PoolPolicy },
): LevelEstimate {
  const beliefs = policy.levels.map(
    (_, level) => (shares[level] ?? 0) * likelihood(policy, level, natural, climbs),
  );
  const levels = normalised(beliefs).map((probability, level) => ({ level, probability }));
  const best = levels.reduce((most, one) => (one.probability > most.probability ? one : most));
  return { ...best, levels };
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  return sum > 0 ? weights.map((one) => one / sum) : weights.map(() => 1 / weights.length);
}
