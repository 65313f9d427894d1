import { gammaAbove } from '../probability/incomplete-gamma';
import type { NestedSpread, Tally } from './nested-spread';

/** What is believed of a note after its own readers and those of its relatives; lifts are 1 for the average. */
export interface WithinEstimate {
  lift: number;
  /** The lift of its group: what a new note of the same story, creator or keyword can expect. */
  groupLift: number;
  /** Variance of the lift as a share of its square. */
  variance: number;
}

/**
 * Lifts of the notes of one group (a story, a creator, a keyword), each pulled towards its group and the group towards
 * the average, as much as the spread says.
 *
 * Model: as in `learnNestedSpread`, with gamma distributed T and P. Notes that differ among themselves tell less of
 * their group than their opens alone would: a note's opens have the variance mean x (1 + mean x within), so it counts
 * for the group with the weight 1 / (1 + expected x T x within), and a note that was shown a hundred times more than
 * its sisters does not speak for all of them. T stands in its own weights and is found by iterating from 1.
 * Source: Bühlmann and Straub's credibility for two levels (Bühlmann and Gisler 2005, ch. 6); pools.md sections 1, 2b.
 *
 * @param group observed opens, and expected ones above or at 0, of all notes of the group
 */
export function shrinkWithin(group: readonly Tally[], { between, within }: NestedSpread): WithinEstimate[] {
  const { lift: groupLift, variance: groupVariance } = groupLiftOf(group, between, within);
  const shape = 1 / within;
  return group.map(({ observed, expected }) => {
    const lift = (shape + observed) / (shape / groupLift + expected);
    const pull = shape / (shape + groupLift * expected);
    return { lift, groupLift, variance: 1 / (shape + observed) + pull * pull * groupVariance };
  });
}

/** Three rounds: the weights move the group's lift by less than a thousandth after them. */
const rounds = 3;

function groupLiftOf(group: readonly Tally[], between: number, within: number) {
  const shape = 1 / between;
  let lift = 1;
  let observed = 0;
  for (let round = 0; round < rounds; round++) {
    observed = 0;
    let expected = 0;
    for (const tally of group) {
      const weight = 1 / (1 + tally.expected * lift * within);
      observed += weight * tally.observed;
      expected += weight * tally.expected;
    }
    lift = (shape + observed) / (shape + expected);
  }
  return { lift, variance: 1 / (shape + observed) };
}

/**
 * The probability that a note is better than its group: the question behind "this cover works better than the others".
 * Exact under the model of `shrinkWithin` when the group's lift is known.
 */
export function probabilityAboveGroup(
  { observed, expected }: Tally,
  groupLift: number,
  { within }: NestedSpread,
): number {
  const shape = 1 / within;
  return gammaAbove(shape + observed, shape + groupLift * expected);
}

/**
 * The lift by which to choose who is shown next: the estimate and one standard deviation of what showing all of the
 * remaining readers would still teach. Two notes of the same estimate are not of the same worth: of the one we know
 * less about, more can come, and while it has readers left we can stay with it if it does.
 *
 * Formula: lift x (1 + sqrt(v x e v / (1 + e v))), with v the estimate's variance and e = lift x remaining the opens
 * still to be expected; e v / (1 + e v) is the part of v that they resolve. One deviation is neither tuned nor critical:
 * from a half to two the replay of section 2b moves by a quarter of a point of the gap.
 * Source: knowledge gradient for correlated beliefs (Frazier, Powell and Dayanik 2009), reduced to one step.
 *
 * @param remaining opens that an average note would get from the readers this one could still be shown to
 */
export function worthOfShowing({ lift, variance }: WithinEstimate, remaining: number): number {
  const opens = lift * Math.max(0, remaining);
  return lift * (1 + variance * Math.sqrt(opens / (1 + opens * variance)));
}
