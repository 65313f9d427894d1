import type { RatingPrior } from './rate-note';
import { meanLift, type SpreadSums, tauSquared } from './spread-of-lifts';

/** Notes needed before their own spread is believed, and the least spread that notes are assumed to have. */
const notesNeeded = 60;
const leastTauSquared = 0.03;

/** What finished first pools say; every note has one, so nobody was selected. */
export interface FirstPools {
  /** Opens against expected opens. */
  hook: SpreadSums;
  /** Content value against opens x `contentPerClick`. */
  content: SpreadSums;
}

/**
 * The prior of a new note, learnt from the first pools of the latest ones by moments (empirical Bayes).
 * Until there are enough of them, `given` is returned as it is.
 * Source: pools.md section 1 (some 1,500 finished first pools serve well).
 */
export function learnRatingPrior({ hook, content }: FirstPools, given: RatingPrior): RatingPrior {
  if (hook.notes < notesNeeded) return given;
  return {
    ...given,
    hookMean: meanLift(hook),
    hookShape: 1 / Math.max(leastTauSquared, tauSquared(hook, 1)),
    contentMean: meanLift(content),
    contentShape: 1 / Math.max(leastTauSquared, tauSquared(content, given.contentDispersion)),
  };
}
