import { chooseReach } from '../pools/reach';
import type { NoteInPlay } from './note-in-play';
import { type Platform, type RuleInPlay, type ServingRule, waiting } from './serving-rule';
import { contentPerClick } from './world';

/**
 * Knows the truth and serves what is best at this moment, where it is best; it keeps the promise of the first pool like
 * everybody else. What no rule can reach.
 */
export const oracleRule = (firstPool: number): ServingRule => ({
  name: 'oracle',
  firstPool,
  start: (platform): RuleInPlay => {
    const values = new Float64Array(platform.world.reaches.length);
    const best = (note: NoteInPlay, hour: number): number =>
      chooseReach(trueValues(platform, note, hour, values), values.length - 1);
    return {
      judge: () => waiting,
      wanted: () => Infinity,
      priority: (note, hour) => values[best(note, hour)] as number,
      reach: best,
    };
  },
});

/** True value of an impression at each reach, at a neutral slot. */
function trueValues(
  { world, truth }: Platform,
  play: NoteInPlay,
  hour: number,
  into: Float64Array,
): Float64Array {
  const { note } = play;
  const ofNote = note.hook * (world.weights.click + contentPerClick(world) * note.content);
  const inSegment = (segment: number): number =>
    ofNote * truth.inSegment(play, segment, hour) * (note.segmentDeviations[segment] as number);
  return truth.byOrder(truth.orderOf(note), inSegment, into);
}
