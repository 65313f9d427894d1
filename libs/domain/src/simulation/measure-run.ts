import { gini } from '../fairness/concentration';
import { sumOf } from '../probability/means';
import type { RankedNote } from './rank-notes';
import type { NoteLife, SimulationRun } from './simulation-run';
import type { World } from './world';

/** What one run is measured by. Ratios from 0 to 1; NaN where there is nothing to measure. */
export interface RunMeasures {
  /** True value of an impression, of an average note's at a neutral slot. */
  value: number;
  topDecileShare: number;
  /** Of the notes that were seen widely, those of the top decile. */
  precision: number;
  /** Of the top decile and of the top percent, those that were seen widely. */
  recallTopDecile: number;
  recallTopPercent: number;
  /** Of the top decile, those that were stopped too early. */
  falseStops: number;
  /** Median hours of a top-percent note until it was seen widely. */
  hoursToWide: number;
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
  /** Notes that the figures are about. */
  measured: number;
}

/** Where the lines are drawn between what counts and what does not. */
export interface MeasureLimits {
  /** Impressions from which a note has been seen widely; 5,000 in the benchmark. */
  wide: number;
  /** A note of the top decile with fewer impressions was stopped too early. */
  stoppedBelow: number;
  /** Notes younger than this at the end of a world have not had their life yet. */
  shortestLifeHours: number;
}

/** The benchmark's. The second pool of the ladder, and the little that the last serving may go beyond it. */
const benchmarkLimits: MeasureLimits = {
  wide: 5_000,
  stoppedBelow: 1_000 * 1.05,
  shortestLifeHours: 96,
};
/** Impressions that the benchmark has for each note. */
const benchmarkPerNote = 1_000;

/**
 * The benchmark's limits in the measure of a world: with fewer impressions for each note than there, fewer are many. A
 * note that got beyond its first pool was not stopped there, whatever the measure; and half of the scored hours is the
 * longest life that can be asked for.
 */
export function limitsFor(
  world: Pick<World, 'capacity' | 'hours' | 'notes' | 'scoredFromHour'>,
  firstPool: number,
): MeasureLimits {
  const { wide, stoppedBelow, shortestLifeHours } = benchmarkLimits;
  const impressions = sumOf(Array.from(world.capacity));
  const scale = Math.min(1, impressions / Math.max(1, world.notes.length) / benchmarkPerNote);
  return {
    wide: Math.max(2 * firstPool, twoDigits(wide * scale)),
    stoppedBelow: Math.max(1.05 * firstPool, stoppedBelow * scale),
    shortestLifeHours: Math.min(shortestLifeHours, Math.floor((world.hours - world.scoredFromHour) / 2)),
  };
}

const twoDigits = (value: number): number => Number(value.toPrecision(2));

interface Seen {
  note: RankedNote;
  life: NoteLife;
  impressions: number;
}

/** A world whose notes have been ranked. */
export interface RankedWorld extends World {
  notes: readonly RankedNote[];
}

/**
 * Measures a run by what the world knows of its notes.
 * @param firstPool impressions that the rule promised to every note
 */
export function measureRun(
  world: RankedWorld,
  run: SimulationRun,
  firstPool: number,
  limits: MeasureLimits = benchmarkLimits,
): RunMeasures {
  const { scoredValue, scoredImpressions, scoredUnfilled, rulingsMade } = run.totals;
  const seen = grownUp(world, run, limits);
  const topDecile = seen.filter(({ note }) => note.topDecile);
  const topPercent = seen.filter(({ note }) => note.topPercent);
  const wide = seen.filter(({ impressions }) => impressions >= limits.wide);
  const poor = seen.filter(({ note }) => !note.topDecile && note.quality < 1);
  const isSmall = ({ note }: Seen): boolean => note.smallCreator;
  return {
    value: scoredValue / scoredImpressions,
    topDecileShare: impressionsOf(topDecile) / impressionsOf(seen),
    precision: partOf(wide, ({ note }) => note.topDecile),
    recallTopDecile: partOf(topDecile, ({ impressions }) => impressions >= limits.wide),
    recallTopPercent: partOf(topPercent, ({ impressions }) => impressions >= limits.wide),
    falseStops: partOf(topDecile, ({ impressions }) => impressions < limits.stoppedBelow),
    hoursToWide: median(topPercent.flatMap(({ life }) => life.hoursToMilestone ?? [])),
    gini: gini(seen.map(({ impressions }) => impressions)) ?? 0,
    parity: exposureOver(topDecile, isSmall),
    parityOfAll: exposureOver(seen, isSmall),
    overExposure: exposureOver(poor, (one) => !isSmall(one)),
    promiseKept: partOf(seen, ({ life }) => life.guaranteed >= firstPool - 1e-6),
    unfilled: scoredUnfilled / scoredImpressions,
    rulings: rulingsMade,
    measured: seen.length,
  };
}

/** Notes born in the scored time that had long enough to live. */
function grownUp(world: RankedWorld, run: SimulationRun, { shortestLifeHours }: MeasureLimits): Seen[] {
  return world.notes.flatMap((note, index) => {
    const life = run.lives[index] as NoteLife;
    const counts = note.bornHour >= world.scoredFromHour && note.bornHour < world.hours - shortestLifeHours;
    return counts ? [{ note, life, impressions: life.guaranteed + life.organic }] : [];
  });
}

const impressionsOf = (seen: readonly Seen[]): number => sumOf(seen.map(({ impressions }) => impressions));

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
