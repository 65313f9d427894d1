import type { Figure } from '@poolrise/domain';
import type { JobResult, PoolJob } from './pool-jobs';
import { ours, plainBestFirst, plainBy5 } from '../reference/rules';
import { poolWorlds } from './pool-worlds';
import { byWorld, coverageOf, RuleFigures } from './rule-figures';

/** Each number that the engine has set itself, whether it was reached, and what it is. Only of worlds that were played. */
export function goalLines(results: readonly JobResult[]): string[][] {
  const worldsOf = (table: PoolJob['table']): Map<string, JobResult[]> =>
    byWorld(results.filter(({ job }) => job.table === table));
  const loads = worldsOf('load');
  const lines = [
    ...mediumLines(loads.get('medium')),
    ...[...loads].flatMap(([world, ones]) => loadLines(world, ones)),
    ...[...worldsOf('compact')].flatMap(([world, ones]) => compactLines(world, ones)),
    ...[...worldsOf('fairness')].map(([world, ones]) =>
      between(`over-exposure of large creators, ${world}`, figuresOf(ones).mean('overExposure'), 0.97, 1.03),
    ),
  ];
  if (lines.length === 0) return [];
  const { covered } = coverageOf(results, ours.name);
  lines.push(between('stated lifts within their 80 % interval', covered, 0.77, 0.83));
  return [['', 'measured, %', 'to reach, %', ''], ...lines];
}

const figuresOf = (ones: readonly JobResult[]): RuleFigures => new RuleFigures(ones, ours.name);

function mediumLines(ones: readonly JobResult[] | undefined): string[][] {
  if (!ones) return [];
  const figures = figuresOf(ones);
  return [
    atMost('regret against the plain rule x5', figures.regretAgainst(plainBy5.name), 0.08),
    atMost('regret against plain + best-first', figures.regretAgainst(plainBestFirst.name), 0.21),
    atMost('false stops of the top decile', figures.mean('falseStops'), 0.14),
    between('parity of small creators', figures.mean('parity'), 0.97, 1.03),
  ];
}

const gapOfLoad = new Map([
  ['medium', 0.94],
  ['light', 0.92],
  ['heavy', 0.92],
]);

function loadLines(world: string, ones: readonly JobResult[]): string[][] {
  const figures = figuresOf(ones);
  const least = gapOfLoad.get(world);
  return [
    ...(least === undefined ? [] : [atLeast(`gap closed, ${world}`, figures.gapClosed(), least)]),
    atLeast(`first pool kept, ${world}`, figures.mean('promiseKept'), 1),
  ];
}

/** A number was set for each world of the sweep and for all beliefs wrong at once, none for one belief alone. */
function compactLines(world: string, ones: readonly JobResult[]): string[][] {
  const name = `gap closed, ${world}`;
  const gap = figuresOf(ones).gapClosed();
  if (world.startsWith('all wrong')) return [atLeast(name, gap, 0.82)];
  return poolWorlds.sweep.some((one) => one.name === world) ? [atLeast(name, gap, 0.89)] : [];
}

function atMost(name: string, figure: Figure, most: number): string[] {
  return line(name, figure, `at most ${shown(most)}`, figure.value <= most);
}

function atLeast(name: string, figure: Figure, least: number): string[] {
  return line(name, figure, `at least ${shown(least)}`, figure.value >= least);
}

function between(name: string, figure: Figure, least: number, most: number): string[] {
  return line(
    name,
    figure,
    `${shown(least)} to ${shown(most)}`,
    figure.value >= least && figure.value <= most,
  );
}

function line(name: string, { value, half }: Figure, goal: string, reached: boolean): string[] {
  const interval = Number.isFinite(half) ? ` \u00b1${(100 * half).toFixed(1)}` : '';
  return [name, `${(100 * value).toFixed(1)}${interval}`, goal, reached ? 'reached' : 'missed'];
}

function shown(ratio: number): string {
  return String(Math.round(ratio * 1000) / 10);
}
