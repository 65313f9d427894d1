import type { PoolPolicy } from '../pools/pool-policy';
import { uniformRule } from './bandit-rule';
import { type Figure, gapClosed, meanOverSeeds, ratioOf } from './intervals';
import { ladderOf, ladderRule } from './ladder-rule';
import { limitsFor, type MeasureLimits, measureRun, type RankedWorld, type RunMeasures } from './measure-run';
import { oracleRule } from './oracle-rule';
import { rankNotes } from './rank-notes';
import type { ServingRule } from './serving-rule';
import { simulateInARow } from './simulate';
import type { World } from './world';

/** The benchmark's figures of a rule. All but `gapClosed` are measured on each run by itself. */
export const ruleSetFigures = [
  'value',
  'gapClosed',
  'recallTopDecile',
  'precision',
  'falseStops',
  'hoursToWide',
  'gini',
  'parity',
  'promiseKept',
  'unfilled',
] as const satisfies readonly (keyof RunMeasures | 'gapClosed')[];
export type RuleSetFigure = (typeof ruleSetFigures)[number];

/** What is compared: two rule sets, and for orientation a feed without any rule and one that knows the truth. */
export const ruleSetArms = ['inForce', 'candidate', 'uniform', 'oracle'] as const;
export type RuleSetArm = (typeof ruleSetArms)[number];

/** Candidate minus in force, paired world by world. */
export interface PairedDifference extends Figure {
  /** False when the 95 % interval covers 0, and when there are too few worlds for one. */
  visible: boolean;
}

export interface RuleSetsAsk {
  /** The world of a seed. All arms are played in the same one. */
  worldOf: (seed: number) => World;
  seeds: readonly number[];
  inForce: PoolPolicy;
  candidate: PoolPolicy;
}

export interface RuleSetsComparison {
  worlds: number;
  /** Worlds in which both rule sets did the same to the last impression. */
  equal: number;
  /** Notes that were measured: born in the scored hours, with long enough to live. */
  measured: number;
  limits: MeasureLimits;
  /** A figure with half the width of its 95 % interval over the worlds; NaN where there is nothing to measure. */
  arms: Record<RuleSetArm, Record<RuleSetFigure, Figure>>;
  difference: Record<RuleSetFigure, PairedDifference>;
  hashes: { inForce: string; candidate: string }[];
}

type Played = Record<RuleSetArm, RunMeasures> & {
  limits: MeasureLimits;
  hashes: { inForce: string; candidate: string };
};

/**
 * Plays two rule sets, showing at random and the oracle in every world, and stops after every hour with the part that is
 * done, 0 to 1.
 *
 * Value is counted in the weights of the rule set in force for all, so that a candidate that weighs otherwise is measured
 * in the same unit; the limits are the same for all too. Throws RangeError without seeds.
 */
export function* compareRuleSets(ask: RuleSetsAsk): Generator<number, RuleSetsComparison> {
  if (!ask.seeds.length) throw new RangeError('Nothing is compared without a world');
  const worlds: Played[] = [];
  for (const seed of ask.seeds) worlds.push(yield* playWorld(ask, seed, worlds.length));
  const arms = Object.fromEntries(
    ruleSetArms.map((arm) => [arm, figuresOf(worlds, arm)]),
  ) as RuleSetsComparison['arms'];
  return {
    worlds: worlds.length,
    equal: worlds.filter(({ hashes }) => hashes.inForce === hashes.candidate).length,
    measured: (worlds[0] as Played).inForce.measured,
    limits: (worlds[0] as Played).limits,
    arms,
    difference: differencesOf(worlds),
    hashes: worlds.map(({ hashes }) => hashes),
  };
}

function* playWorld(ask: RuleSetsAsk, seed: number, worldsDone: number): Generator<number, Played> {
  const { inForce, candidate } = ask;
  const firstPool = inForce.levels[0]?.target ?? 0;
  const drawn: World = { ...ask.worldOf(seed), weights: inForce.weights };
  const world: RankedWorld = { ...drawn, notes: rankNotes(drawn.notes, drawn) };
  const limits = limitsFor(world, firstPool);
  const rules: Record<RuleSetArm, [ServingRule, PoolPolicy]> = {
    inForce: [ladderRule(ladderOf(inForce)), inForce],
    candidate: [ladderRule(ladderOf(candidate)), candidate],
    uniform: [uniformRule(firstPool), inForce],
    oracle: [oracleRule(firstPool), inForce],
  };
  const measures = {} as Record<RuleSetArm, RunMeasures>;
  const hashes = { inForce: '', candidate: '' };
  for (const [at, arm] of ruleSetArms.entries()) {
    const [rule, { weights }] = rules[arm];
    const run = yield* simulateInARow(
      { world: { ...world, weights }, rule, seed, milestone: limits.wide, valuedBy: inForce.weights },
      worldsDone * ruleSetArms.length + at,
      ask.seeds.length * ruleSetArms.length,
    );
    measures[arm] = measureRun(world, run, rule.firstPool, limits);
    if (arm === 'inForce' || arm === 'candidate') hashes[arm] = run.hash;
  }
  return { ...measures, limits, hashes };
}

function figuresOf(worlds: readonly Played[], arm: RuleSetArm): Record<RuleSetFigure, Figure> {
  return record((name) =>
    name === 'gapClosed'
      ? gapClosed(valuesOf(worlds, arm), valuesOf(worlds, 'uniform'), valuesOf(worlds, 'oracle'))
      : meanOverSeeds(worlds.map((world) => world[arm][name])),
  );
}

function differencesOf(worlds: readonly Played[]): Record<RuleSetFigure, PairedDifference> {
  return record((name) => {
    const figure =
      name === 'gapClosed'
        ? gapDifference(worlds)
        : meanOverSeeds(worlds.map(({ inForce, candidate }) => candidate[name] - inForce[name]));
    return { ...figure, visible: Math.abs(figure.value) > figure.half };
  });
}

/** The difference of two shares of one gap is the share of their difference. */
function gapDifference(worlds: readonly Played[]): Figure {
  const above = worlds.map(({ inForce, candidate }) => candidate.value - inForce.value);
  const gap = worlds.map(({ oracle, uniform }) => oracle.value - uniform.value);
  return ratioOf(above, gap);
}

const valuesOf = (worlds: readonly Played[], arm: RuleSetArm): number[] =>
  worlds.map((world) => world[arm].value);

function record<T>(of: (name: RuleSetFigure) => T): Record<RuleSetFigure, T> {
  return Object.fromEntries(ruleSetFigures.map((name) => [name, of(name)])) as Record<RuleSetFigure, T>;
}
