import type { PoolPolicy } from '../pools/pool-policy';
import { averageOf } from '../probability/means';
import { ladderOf, ladderRule } from './ladder-rule';
import {
  type Difference,
  differenceOf,
  differencesOf,
  figuresOf,
  lifeIn,
  type LifeFigure,
  type LifeFigures,
  livesOf,
  meanFigures,
  minus,
  noFigures,
  plus,
} from './life-figures';
import { type SimulationAsk, simulateInARow } from './simulate';
import type { NoteLife, SimulationRun } from './simulation-run';
import type { Treatment } from './treatment';
import type { World } from './world';

/** One way of doing things. */
export interface Arm {
  policy: PoolPolicy;
  treatment?: Treatment;
}

export interface WorldComparisonAsk {
  /** The world of a seed. Both arms are played in the same one. */
  worldOf: (seed: number) => World;
  seeds: readonly number[];
  before: Arm;
  after: Arm;
  /** The note whose life is told hour by hour. */
  noteId: string;
  /** Other notes whose gains and losses are counted, such as those of the same brand. */
  others: readonly string[];
}

export interface WorldComparison {
  worlds: number;
  /** Worlds in which both runs were equal to the last impression. */
  equal: number;
  /** Worlds in which the note was ruled differently, or was given paid impressions that it had not. */
  reached: number;
  note: { before: LifeFigures; after: LifeFigures; difference: Record<LifeFigure, Difference> };
  others: {
    difference: Record<LifeFigure, Difference>;
    /** Median difference in impressions of each, the largest loss first. */
    notes: { id: string; impressions: number }[];
  };
  /** Means over the worlds, from the hour of the note's publication on; impressions are those of the life so far. */
  hours: { before: HourOfComparison[]; after: HourOfComparison[] };
  hashes: { before: string; after: string }[];
}

export interface HourOfComparison {
  impressions: number;
  level: number;
}

/** Plays both arms in every world, and stops after every hour with the part that is done, 0 to 1. */
export function* compareTreatments(ask: WorldComparisonAsk): Generator<number, WorldComparison> {
  const pairs: Pair[] = [];
  for (const seed of ask.seeds) {
    const world = ask.worldOf(seed);
    const played = (arm: Arm, before: number): Generator<number, SimulationRun> =>
      simulateInARow(simulationOf(ask, arm, world, seed), before, 2 * ask.seeds.length);
    const before = yield* played(ask.before, 2 * pairs.length);
    const after = yield* played(ask.after, 2 * pairs.length + 1);
    pairs.push(pairOf(ask, world, before, after));
  }
  return comparisonOf(ask, pairs);
}

/** A world in which a rule set serves, and what is kept of one note's life. */
export function simulationOf(
  { noteId }: { noteId: string },
  { policy, treatment }: Arm,
  world: World,
  seed: number,
): SimulationAsk {
  return {
    // Readers answer alike under all weights; these only say what the rule set makes of the answers.
    world: { ...world, weights: policy.weights },
    rule: ladderRule(ladderOf(policy)),
    seed,
    record: new Set([noteId]),
    ...(treatment ? { treatment } : {}),
  };
}

/** What is kept of two runs: everything that the comparison needs and no more. */
interface Pair {
  before: LifeFigures;
  after: LifeFigures;
  others: LifeFigures[];
  hours: { before: HourOfComparison[]; after: HourOfComparison[] };
  hashes: { before: string; after: string };
  reached: boolean;
}

function pairOf(ask: WorldComparisonAsk, world: World, before: SimulationRun, after: SimulationRun): Pair {
  const [one, two] = [livesOf(before), livesOf(after)];
  const here = lifeIn(one, ask.noteId);
  const there = lifeIn(two, ask.noteId);
  const born = world.notes.find(({ id }) => id === ask.noteId)?.bornHour ?? 0;
  const hoursOf = (life: NoteLife): HourOfComparison[] => hoursOfLife(life, born, world.hours);
  return {
    before: figuresOf(here),
    after: figuresOf(there),
    others: ask.others.map((id) => minus(figuresOf(lifeIn(two, id)), figuresOf(lifeIn(one, id)))),
    hours: { before: hoursOf(here), after: hoursOf(there) },
    hashes: { before: before.hash, after: after.hash },
    reached: here.paid !== there.paid || rulingsOf(here) !== rulingsOf(there),
  };
}

const rulingsOf = ({ rulings }: NoteLife): string =>
  rulings.map(({ level, ruling }) => `${level} ${ruling}`).join(', ');

function comparisonOf(ask: WorldComparisonAsk, pairs: readonly Pair[]): WorldComparison {
  const changes = pairs.map(({ before, after }) => minus(after, before));
  const othersTogether = pairs.map(({ others }) => others.reduce(plus, noFigures()));
  return {
    worlds: pairs.length,
    equal: pairs.filter(({ hashes }) => hashes.before === hashes.after).length,
    reached: pairs.filter(({ reached }) => reached).length,
    note: {
      before: meanFigures(pairs.map(({ before }) => before)),
      after: meanFigures(pairs.map(({ after }) => after)),
      difference: differencesOf(changes),
    },
    others: {
      difference: differencesOf(othersTogether),
      notes: ask.others
        .map((id, at) => ({
          id,
          impressions: differenceOf(pairs.map(({ others }) => (others[at] as LifeFigures).impressions))
            .median,
        }))
        .sort((a, b) => a.impressions - b.impressions),
    },
    hours: {
      before: meanHours(pairs.map(({ hours }) => hours.before)),
      after: meanHours(pairs.map(({ hours }) => hours.after)),
    },
    hashes: pairs.map(({ hashes }) => hashes),
  };
}

/** The life from one hour on, each hour with what was shown since then. */
export function hoursOfLife(life: NoteLife, born: number, end: number): HourOfComparison[] {
  const shown = new Map(life.hourly?.map((hour) => [hour.hour, hour]));
  let impressions = 0;
  let level = 0;
  return Array.from({ length: Math.max(0, end - born) }, (_, age) => {
    const hour = shown.get(born + age);
    if (hour) {
      impressions += hour.guaranteed + hour.organic + hour.paid;
      level = hour.level;
    }
    return { impressions, level };
  });
}

/** Means over the worlds, hour by hour. */
export function meanHours(worlds: readonly HourOfComparison[][]): HourOfComparison[] {
  return (worlds[0] ?? []).map((_, hour) => ({
    impressions: averageOf(worlds.map((one) => one[hour]?.impressions ?? 0)),
    level: averageOf(worlds.map((one) => one[hour]?.level ?? 0)),
  }));
}
