import { betaDraw, type Chance } from '../probability/gamma-draw';
import { averageOf } from '../probability/means';
import { OwnStream } from '../simulation/own-stream';
import { type RaceArm, raceDraws, type RaceRule } from './race-terms';

/** What a note's own stream of chance is: by its id, so that the order of the notes is no matter. */
export type ChanceOf = (noteId: string) => Chance;

/** The chance that belongs to a race: whoever judges it by the same counts comes to the same verdict. */
export const raceChance =
  (raceId: string): ChanceOf =>
  (noteId) =>
    new OwnStream(1, `${raceId} ${noteId}`);

/** The rates of every note as they may truly be: the n-th of all notes belong together. */
export type RaceRates = ReadonlyMap<string, Float64Array>;

/** An 80 % interval and the mean. */
export interface RaceInterval {
  low: number;
  mid: number;
  high: number;
}

export interface ArmVerdict {
  noteId: string;
  /** answers of the goal per paid impression */
  rate: RaceInterval;
  /** from 0 to 1; all notes together 1 */
  chanceBest: number;
  /** what choosing this note costs on average, as a share of what the best one brings */
  expectedLoss: number;
}

/**
 * Draws the true rates of the notes, each from its posterior: Beta(prior answers + answers, prior misses + misses).
 *
 * A reader may like and collect on one impression; at rates of a few in a hundred that is as good as two readers, and more
 * answers than impressions count as one each.
 */
export function drawRates(arms: readonly RaceArm[], chanceOf: ChanceOf, draws = raceDraws): RaceRates {
  return new Map(
    arms.map((arm) => {
      const goals = Math.min(arm.goals, arm.impressions);
      const a = arm.prior.rate * arm.prior.weight + goals;
      const b = (1 - arm.prior.rate) * arm.prior.weight + arm.impressions - goals;
      const chance = chanceOf(arm.noteId);
      return [arm.noteId, Float64Array.from({ length: draws }, () => betaDraw(chance, a, b))];
    }),
  );
}

/**
 * Judges the notes of a race by rates drawn together: how likely each is the best, and what choosing it would cost.
 * The best first; notes that are as good stand by their ids. Throws RangeError of no notes.
 */
export function judgeRace(rates: RaceRates): ArmVerdict[] {
  const best = bestOf(rates);
  const bestMean = averageOf([...best]);
  const verdicts = [...rates].map(([noteId, drawn]): ArmVerdict => {
    const wins = drawn.reduce((sum, rate, at) => sum + (rate === best[at] ? 1 : 0), 0);
    const rate = intervalOfDraws(drawn);
    return { noteId, rate, chanceBest: wins / drawn.length, expectedLoss: 1 - rate.mid / bestMean };
  });
  return verdicts.sort((a, b) => b.chanceBest - a.chanceBest || (a.noteId < b.noteId ? -1 : 1));
}

/**
 * Why a race is over before its last round, or null while it is not: one note is the best as surely as was asked
 * (`clear`), or the leader is so close to the best that looking on is not worth it (`close-enough`).
 * `verdicts` as judgeRace gives them.
 */
export function decideRace(verdicts: readonly ArmVerdict[], rule: RaceRule): 'clear' | 'close-enough' | null {
  const [leader] = verdicts;
  if (!leader) throw new RangeError('A race without notes');
  if (leader.chanceBest >= rule.stopChance) return 'clear';
  return leader.expectedLoss <= rule.stopLoss ? 'close-enough' : null;
}

/** The highest rate of each draw. */
export function bestOf(rates: RaceRates): Float64Array {
  const [first, ...others] = rates.values();
  if (!first) throw new RangeError('A race without notes');
  return first.map((rate, at) => others.reduce((best, drawn) => Math.max(best, drawn[at] as number), rate));
}

/** The mean of what was drawn, and from its tenth to its ninetieth percentile. */
export function intervalOfDraws(drawn: Float64Array): RaceInterval {
  const sorted = drawn.slice().sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { low: at(0.1), mid: averageOf([...drawn]), high: at(0.9) };
}
