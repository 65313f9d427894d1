import {
  measureRun,
  type RunMeasures,
  runSimulation,
  type ServingRule,
  type SimulationRun,
} from '@poolrise/domain';
import type { WorldParameters } from '../reference/parameters';
import { oracle, ours, plainBestFirst, plainBy5, plainTuned, referenceRules } from '../reference/rules';
import { uniform } from '../reference/bandits';
import { referenceWorld } from '../reference/world';
import type { PoolsAsk } from './pool-arguments';
import { type PoolWorld, poolWorlds } from './pool-worlds';
import { sensitivityRules, sensitivityWorlds } from './sensitivity';

/** One world of one seed, played under some rules. Plain data: it travels to a worker. */
export interface PoolJob {
  table: 'load' | 'fairness' | 'compact' | 'sensitivity';
  world: string;
  changes: Partial<WorldParameters>;
  seed: number;
  rules: readonly string[];
}

export interface JobResult {
  job: PoolJob;
  runs: readonly RunResult[];
}

export interface RunResult {
  rule: string;
  measures: RunMeasures;
  seconds: number;
  /** Verdicts with a stated lift, and those whose interval holds the true one. */
  stated: number;
  covered: number;
}

const yardsticks = [uniform, plainBy5, plainBestFirst, ours, oracle].map(({ name }) => name);
const compact = [uniform, plainTuned, plainBestFirst, ours, oracle].map(({ name }) => name);

export function jobsOf(ask: PoolsAsk): PoolJob[] {
  const chosen = referenceRules
    .map(({ name }) => name)
    .filter((name) => !ask.rule || ask.rule.test(name) || yardsticks.includes(name));
  const jobs = (table: PoolJob['table'], worlds: readonly PoolWorld[], rules: readonly string[]): PoolJob[] =>
    worlds.flatMap(({ name, changes }) =>
      seedsOf(ask).map((seed) => ({ table, world: name, changes, seed, rules })),
    );
  const own = Object.entries(ask.changes);
  if (own.length > 0)
    return jobs(
      'load',
      [{ name: own.map(([name, value]) => `${name} ${value}`).join(', '), changes: ask.changes }],
      chosen,
    );
  const all = ask.world === 'all';
  const loads = poolWorlds.loads.filter(({ name }) => all || name === ask.world);
  const fairness = all || ask.world === 'medium' ? [{ name: 'halo 3', changes: { halo: 3 } }] : [];
  return [
    ...jobs('load', loads, chosen),
    ...jobs('fairness', fairness, [...compact, plainBy5.name]),
    ...(all || ask.world === 'sweep' ? jobs('compact', poolWorlds.sweep, compact) : []),
    ...(all || ask.world === 'wrong' ? jobs('compact', poolWorlds.wrong, compact) : []),
  ];
}

export function sensitivityJobs(ask: PoolsAsk): PoolJob[] {
  const rules = [uniform.name, oracle.name, ...sensitivityRules.map(({ name }) => name)];
  return sensitivityWorlds.flatMap(({ name, changes }) =>
    seedsOf(ask).map((seed) => ({ table: 'sensitivity' as const, world: name, changes, seed, rules })),
  );
}

function seedsOf({ seeds, firstSeed }: PoolsAsk): number[] {
  return Array.from({ length: seeds }, (_, index) => firstSeed + index);
}

const rulesByName = new Map<string, ServingRule>(
  [...referenceRules, ...sensitivityRules].map((rule) => [rule.name, rule]),
);

export function runJob(job: PoolJob): JobResult {
  const world = referenceWorld(job.seed, job.changes);
  const runs = job.rules.map((name): RunResult => {
    const rule = rulesByName.get(name) as ServingRule;
    const began = performance.now();
    const run = runSimulation({ world, rule, seed: job.seed });
    const seconds = (performance.now() - began) / 1000;
    return { rule: name, measures: measureRun(world, run, rule.firstPool), seconds, ...coverageOf(run) };
  });
  return { job, runs };
}

/** How many of the intervals that were stated with a verdict hold the true lift. */
function coverageOf({ lives }: SimulationRun): { stated: number; covered: number } {
  let stated = 0;
  let covered = 0;
  for (const { rulings } of lives)
    for (const { stated: said, trueLift } of rulings) {
      if (!said || trueLift === null) continue;
      stated++;
      if (said.low <= trueLift && trueLift <= said.high) covered++;
    }
  return { stated, covered };
}
