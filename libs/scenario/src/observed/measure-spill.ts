import {
  averageOf,
  countShare,
  type CountedShare,
  estimateSpill,
  type SpillEstimate,
  type SpillRefusal,
} from '@poolrise/domain';
import { spillDays, type SpillWorld, usualSpillWorld } from './spill-world';

/** What the estimate says of many notes of which the spill is known. */
export interface SpillFigures {
  notes: number;
  /** Of all notes: an effect in either direction was claimed; in the true direction; one in the wrong one. */
  claimed: CountedShare;
  found: CountedShare;
  wrong: CountedShare;
  /** Of those with an interval: the truth lay in it. */
  held: CountedShare;
  /** Mean width of the intervals, in natural impressions a bought one. */
  width: number;
  refusals: ReadonlyMap<SpillRefusal, number>;
}

/** Notes of one world, estimated. */
export function spillFigures(seed: string, notes: number, differing: Partial<SpillWorld>): SpillFigures {
  const world = { ...usualSpillWorld, ...differing };
  const estimates = Array.from({ length: notes }, (_, note) => estimateSpill(spillDays(seed, note, world)));
  const counted = (of: (estimate: SpillEstimate) => boolean): CountedShare =>
    countShare(estimates.filter(of).length, notes);
  const brings = ({ verdict }: SpillEstimate): boolean => verdict === 'brings-natural';
  const takes = ({ verdict }: SpillEstimate): boolean => verdict === 'takes-natural';
  const intervals = estimates.flatMap(({ interval }) => interval ?? []);
  const refusals = new Map<SpillRefusal, number>();
  for (const { why } of estimates) if (why) refusals.set(why, (refusals.get(why) ?? 0) + 1);
  return {
    notes,
    claimed: counted((one) => brings(one) || takes(one)),
    found: counted(world.spill > 0 ? brings : world.spill < 0 ? takes : () => false),
    wrong: counted(world.spill > 0 ? takes : world.spill < 0 ? brings : (one) => brings(one) || takes(one)),
    held: countShare(
      intervals.filter(({ low, high }) => low <= world.spill && world.spill <= high).length,
      intervals.length,
    ),
    width: averageOf(intervals.map(({ low, high }) => high - low)),
    refusals,
  };
}
