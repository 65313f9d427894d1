import type { Figure } from './intervals';
import type { JobResult, PoolJob } from './pool-jobs';
import { RuleFigures } from './rule-figures';

/** Each number that the engine has set itself, whether it was reached, and what it is. Only of worlds that were played. */
export function goalLines(results: readonly JobResult[]): string[][] {
  const worldsOf = (table: PoolJob['table']): Map<string, JobResult[]> => {
    const worlds = new Map<string, JobResult[]>();
    for (const result of results)
      if (result.job.table === table)
        worlds.set(result.job.world, [...(worlds.get(result.job.world) ?? []), result]);
    return worlds;
  };
  const ours = (ones: readonly JobResult[]): RuleFigures => new RuleFigures(ones, 'Poolrise');
  const lines: string[][] = [];
  const loads = worldsOf('load');
  const medium = loads.get('medium');
  if (medium) {
    const figures = ours(medium);
    lines.push(
      atMost('regret against the plain rule x5', figures.regretAgainst('plain rule x5'), 0.08),
      atMost('regret against plain + best-first', figures.regretAgainst('plain x5 + best-first'), 0.21),
      atMost('false stops of the top decile', figures.mean('falseStops'), 0.14),
      between('parity of small creators', figures.mean('parity'), 0.97, 1.03),
    );
  }
  for (const [world, least] of [
    ['medium', 0.94],
    ['light', 0.92],
    ['heavy', 0.92],
  ] as const) {
    const ones = loads.get(world);
    if (ones) lines.push(atLeast(`gap closed, ${world}`, ours(ones).gapClosed(), least));
  }
  for (const [world, ones] of worldsOf('compact')) {
    const least = world.startsWith('all wrong') ? 0.82 : 0.89;
    const isGoal =
      world.startsWith('all wrong') || (!world.includes('believed') && !world.startsWith('affinity wrong'));
    if (isGoal) lines.push(atLeast(`gap closed, ${world}`, ours(ones).gapClosed(), least));
  }
  for (const [world, ones] of worldsOf('fairness'))
    lines.push(
      between(`over-exposure of large creators, ${world}`, ours(ones).mean('overExposure'), 0.97, 1.03),
    );
  for (const [world, ones] of loads)
    lines.push(atLeast(`first pool kept, ${world}`, ours(ones).mean('promiseKept'), 1));
  return lines.length > 0 ? [['', 'measured, %', 'to reach, %', ''], ...lines] : [];
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
