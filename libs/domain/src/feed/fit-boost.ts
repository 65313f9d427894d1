import type { BoostGoal } from '../boosts/boost-goal';
import type { ReaderProfile } from './reader-profile';

/** A reader's habit moves a paid slot by this factor at the most, so that a few fans do not have to carry a whole boost [P]. */
const habitMost = 4;

/**
 * How well a reader suits a boosted note for what the boost is to bring: the match, times the habit that the goal asks for.
 * Relative: only comparing readers of one boost means something.
 * Source: Shutiao serves by the predicted rate of the goal (REDtech 2022 [A]); the prediction is ours [P].
 */
export function fitBoost(
  goal: BoostGoal,
  match: number,
  habits: Pick<ReaderProfile, 'likes' | 'follows'>,
): number {
  const habit = { reads: 1, 'likes-collects': habits.likes, follows: habits.follows }[goal];
  return match * Math.min(habitMost, Math.max(1 / habitMost, habit));
}
