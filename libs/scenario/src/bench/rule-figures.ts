import { type Figure, gapClosed, meanOverSeeds, ratioOf, type RunMeasures } from '@poolrise/domain';
import type { JobResult, RunResult } from './pool-jobs';

/** The figures of one rule in one world, over the seeds that were played. */
export class RuleFigures {
  private readonly runs: readonly RunResult[];

  constructor(
    private readonly results: readonly JobResult[],
    private readonly rule: string,
  ) {
    this.runs = this.runsOf(rule);
  }

  mean(name: keyof RunMeasures): Figure {
    return meanOverSeeds(this.runs.map(({ measures }) => measures[name]));
  }

  /** What the oracle has more, per impression. */
  regret(): Figure {
    return meanOverSeeds(this.regretsOf(this.rule));
  }

  /** The regret as a part of another rule's. */
  regretAgainst(other: string): Figure {
    return ratioOf(this.regretsOf(this.rule), this.regretsOf(other));
  }

  /** How much of the way from showing at random to knowing everything the rule makes. */
  gapClosed(): Figure {
    return gapClosed(this.valuesOf(this.rule), this.valuesOf('uniform'), this.valuesOf('oracle'));
  }

  rulingsPerSecond(): number {
    const sum = (of: (run: RunResult) => number): number => this.runs.reduce((all, run) => all + of(run), 0);
    return sum(({ measures }) => measures.rulings) / sum(({ seconds }) => seconds);
  }

  private regretsOf(rule: string): number[] {
    const oracle = this.valuesOf('oracle');
    return this.valuesOf(rule).map((value, index) => (oracle[index] ?? 0) - value);
  }

  private valuesOf(rule: string): number[] {
    return this.runsOf(rule).map(({ measures }) => measures.value);
  }

  private runsOf(rule: string): RunResult[] {
    return this.results.flatMap(({ runs }) => runs.filter((run) => run.rule === rule));
  }
}

/** The results of each world, in the order in which the worlds were asked for. */
export function byWorld(results: readonly JobResult[]): Map<string, JobResult[]> {
  const worlds = new Map<string, JobResult[]>();
  for (const result of results)
    worlds.set(result.job.world, [...(worlds.get(result.job.world) ?? []), result]);
  return worlds;
}

/** Lifts that a rule stated with its verdicts, and the part whose 80 % interval holds the true one. */
export function coverageOf(results: readonly JobResult[], rule: string): { stated: number; covered: Figure } {
  const runs = results.flatMap(({ runs: all }) => all.filter((run) => run.rule === rule && run.stated > 0));
  return {
    stated: runs.reduce((sum, run) => sum + run.stated, 0),
    covered: meanOverSeeds(runs.map((run) => run.covered / run.stated)),
  };
}
