/** What a note got (opens, counted) and what an average note would have got in the same places. */
export interface Tally {
  observed: number;
  expected: number;
}

/** How far lifts differ: the squared relative standard deviation between groups, and of notes inside a group. */
export interface NestedSpread {
  between: number;
  within: number;
}

/**
 * What groups of related notes leave behind about their spread: plain sums, so that yesterday's grow by addition.
 * A group is one story with several covers, the notes of a creator or those of a keyword.
 */
export interface NestedSums {
  /** Pairs of opens from two different notes of a group, and how many there would be if all notes were average. */
  pairs: number;
  pairsExpected: number;
  /** Pairs of opens of one and the same note, weighted so that equal notes would give as many as `pairs`. */
  twins: number;
}

/** A spread to begin with, and how many expected pairs it counts for. */
export interface NestedPrior extends NestedSpread {
  pairs: number;
}

/**
 * A default, not a fact: lifts of stories differ by half and lifts inside a story by a quarter, the order that headline
 * tests show (pools.md section 2b names .56 and .24). It weighs as much as ninety groups of four notes with three expected
 * opens each: fewer could not tell a spread of a quarter from one of two fifths, so that a month of data overrules it and
 * a lucky week does not.
 */
const startingSpread: NestedPrior = { between: 0.25, within: 0.0625, pairs: 10_000 };

export const noNestedSums = (): NestedSums => ({ pairs: 0, pairsExpected: 0, twins: 0 });

export const addNestedSums = (a: NestedSums, b: NestedSums): NestedSums => ({
  pairs: a.pairs + b.pairs,
  pairsExpected: a.pairsExpected + b.pairsExpected,
  twins: a.twins + b.twins,
});

/**
 * What one group adds. Count notes when they have finished a pool that everybody got whole: notes that were shown on
 * because they were lucky would make the spread look wider than it is. A group of one has nothing to compare.
 */
export function nestedContribution(group: readonly Tally[]): NestedSums {
  const sum = (of: (tally: Tally) => number): number => group.reduce((all, tally) => all + of(tally), 0);
  const expectedSquares = sum(({ expected }) => expected ** 2);
  const pairsExpected = sum(({ expected }) => expected) ** 2 - expectedSquares;
  if (group.length < 2 || !(pairsExpected > 0)) return noNestedSums();
  return {
    pairs: sum(({ observed }) => observed) ** 2 - sum(({ observed }) => observed ** 2),
    pairsExpected,
    twins: (sum(({ observed }) => observed * (observed - 1)) * pairsExpected) / expectedSquares,
  };
}

/**
 * The spread between groups and inside them.
 *
 * Model: opens are Poisson with mean expected x T x P, where T (of the group) and P (of the note) have mean 1 and the
 * variances sought. Two notes of a group share T alone, so pairs / pairsExpected estimates E[T²] = 1 + between; the
 * opens of one note share both, so twins / pairs estimates E[P²] = 1 + within, with the luck of T in both and cancelled.
 * The noise of counting is in neither, since k (k - 1) is the unbiased square of a Poisson count.
 * Source: factorial moments of a mixed Poisson (Johnson, Kemp and Kotz, ch. 8); checked on drawn groups in the spec.
 * Neither spread comes out below a hundredth or above 4: a group shrunk wholly could never show that it is different.
 */
export function learnNestedSpread(sums: NestedSums, prior: NestedPrior = startingSpread): NestedSpread {
  const pairsExpected = sums.pairsExpected + prior.pairs;
  const pairs = sums.pairs + prior.pairs * (1 + prior.between);
  const twins = sums.twins + prior.pairs * (1 + prior.between) * (1 + prior.within);
  return { between: bounded(pairs / pairsExpected - 1), within: bounded(twins / pairs - 1) };
}

const bounded = (spread: number): number => Math.min(4, Math.max(0.01, spread));
