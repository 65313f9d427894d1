import { gini, type NoteLife, type SimulationRun } from '@poolrise/domain';
import type { ReferenceNote, ReferenceWorld } from '../reference/world';

/** What one run is measured by. Ratios from 0 to 1; NaN where there is nothing to measure. */
export interface RunMeasures {
  /** True value of an impression, of an average note's at a neutral slot. */
  value: number;
  topDecileShare: number;
  /** Of the notes with 5,000 impressions, those of the top decile. */
  precision: number;
  /** Of the top decile and of the top percent, those with 5,000 impressions. */
  recallTopDecile: number;
  recallTopPercent: number;
  /** Of the top decile, those that ended before the second pool was through. */
  falseStops: number;
  /** Median hours of a top-percent note to 5,000 impressions. */
  hoursTo5000: number;
  gini: number;
  /** Small creators' part of the impressions on the top decile, over their part of its notes. */
  parity: number;
  /** The same over all notes. */
  parityOfAll: number;
  /** Large creators' part of the impressions on notes below the average, over their part of these notes. */
  overExposure: number;
  /** Notes whose first pool was whole. */
  promiseKept: number;
  unfilled: number;
  rulings: number;
}

/** Notes younger than this at the end of a world have not had their life yet. */
const shortestLifeHours = 96;
const widelySeen = 5_000;
/** The second pool of the ladder, and the little that the last serving may go beyond it. */
const secondPool = 1_000 * 1.05;

interface Seen {
  note: ReferenceNote;
  life: NoteLife;
  impressions: number;
}

export function measureRun(world: ReferenceWorld, run: SimulationRun, firstPool: number): RunMeasures {
  const { scoredValue, scoredImpressions, scoredUnfilled, rulingsMade } = run.totals;
  const seen = grownUp(world, run);
  const topDecile = seen.filter(({ note }) => note.topDecile);
  const topPercent = seen.filter(({ note }) => note.topPercent);
  const wide = seen.filter(({ impressions }) => impressions >= widelySeen);
  const poor = seen.filter(({ note }) => !note.topDecile && note.quality < 1);
  const isSmall = ({ note }: Seen): boolean => note.smallCreator;
  return {
    value: scoredValue / scoredImpressions,
    topDecileShare: impressionsOf(topDecile) / impressionsOf(seen),
    precision: partOf(wide, ({ note }) => note.topDecile),
    recallTopDecile: partOf(topDecile, ({ impressions }) => impressions >= widelySeen),
    recallTopPercent: partOf(topPercent, ({ impressions }) => impressions >= widelySeen),
    falseStops: partOf(topDecile, ({ impressions }) => impressions < secondPool),
    hoursTo5000: median(topPercent.flatMap(({ life }) => life.hoursToMilestone ?? [])),
    gini: gini(seen.map(({ impressions }) => impressions)) ?? 0,
    parity: exposureOver(topDecile, isSmall),
    parityOfAll: exposureOver(seen, isSmall),
    overExposure: exposureOver(poor, (one) => !isSmall(one)),
    promiseKept: partOf(seen, ({ life }) => life.guaranteed >= firstPool - 1e-6),
    unfilled: scoredUnfilled / scoredImpressions,
    rulings: rulingsMade,
  };
}

/** Notes born in the scored time that had four days or more to live. */
function grownUp(world: ReferenceWorld, run: SimulationRun): Seen[] {
  return world.notes.flatMap((note, index) => {
    const life = run.lives[index] as NoteLife;
    const counts = note.bornHour >= world.scoredFromHour && note.bornHour < world.hours - shortestLifeHours;
    return counts ? [{ note, life, impressions: life.guaranteed + life.organic }] : [];
  });
}

const impressionsOf = (seen: readonly Seen[]): number =>
  seen.reduce((sum, { impressions }) => sum + impressions, 0);

/** A group's part of the impressions over its part of the notes; 1 is fair. */
function exposureOver(seen: readonly Seen[], belongs: (one: Seen) => boolean): number {
  const group = seen.filter(belongs);
  return impressionsOf(group) / impressionsOf(seen) / (group.length / seen.length);
}

function partOf<T>(all: readonly T[], matches: (one: T) => boolean): number {
  return all.length > 0 ? all.filter(matches).length / all.length : NaN;
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
