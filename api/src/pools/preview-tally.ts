import type { PolicyPreview } from '@poolrise/contracts';
import type { PoolVerdict } from '@poolrise/domain';

type LevelTally = PolicyPreview['levels'][number];
const examplesMax = 5;

interface Decided {
  level: number;
  outcome: 'pass' | 'stop';
}

/** Counts verdicts as they were against what a candidate says, by level, and keeps the newest examples of each change. */
export class PreviewTally<Row extends Decided> {
  judged = 0;
  withoutLevel = 0;
  readonly stopped = { count: 0, examples: [] as { row: Row; verdict: PoolVerdict }[] };
  readonly passed = { count: 0, examples: [] as { row: Row; verdict: PoolVerdict }[] };
  private readonly byLevel = new Map<number, LevelTally>();

  /** Rows come newest first. A verdict of null: the candidate has no such level. */
  add(row: Row, verdict: PoolVerdict | null): void {
    if (!verdict) {
      this.withoutLevel++;
      return;
    }
    this.judged++;
    const level = this.byLevel.get(row.level) ?? emptyLevel(row.level);
    this.byLevel.set(row.level, level);
    level.was[row.outcome]++;
    level.would[verdict.outcome]++;
    if (row.outcome === 'pass' && verdict.outcome === 'stop') {
      level.stoppedInstead++;
      keep(this.stopped, { row, verdict });
    }
    if (row.outcome === 'stop' && verdict.outcome === 'pass') {
      level.passedInstead++;
      keep(this.passed, { row, verdict });
    }
  }

  levels(): LevelTally[] {
    return [...this.byLevel.values()].sort((a, b) => a.level - b.level);
  }
}

function emptyLevel(level: number): LevelTally {
  return {
    level,
    was: { pass: 0, stop: 0 },
    would: { pass: 0, stop: 0, wait: 0 },
    stoppedInstead: 0,
    passedInstead: 0,
  };
}

function keep<T>(side: { count: number; examples: T[] }, example: T): void {
  side.count++;
  if (side.examples.length < examplesMax) side.examples.push(example);
}
