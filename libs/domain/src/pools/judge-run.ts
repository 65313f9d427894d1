/** Where a run stands when it is looked at. */
export interface RunProgress {
  /** Probability that the note is above the bar of its pool. */
  chance: number;
  impressions: number;
  /** Impressions that the run was given. */
  target: number;
  /** The first pool is a promise: it is never cut short by evidence. */
  promised: boolean;
  /** Nothing lies above the last level. */
  last: boolean;
}

/** The thresholds that a rule set compares the chance with. */
export interface RunThresholds {
  /** Passes a complete sample. */
  passAt: number;
  /** Passes before the sample is complete; 1 means never. */
  clearPassAt: number;
  /** Stops before the sample is complete; 0 means never. */
  clearStopAt: number;
  /** Share of the target that an early verdict needs. */
  minSampleShare: number;
}

export type RunRuling = 'wait' | 'pass' | 'stop';

/**
 * What the evidence alone says of a run: pass a complete sample whose chance reaches the threshold, stop or pass before
 * that only when the evidence is clear, and wait otherwise. At the last level there is nothing to pass to.
 *
 * The chance is a posterior probability, so looking at it often costs nothing under its prior: no correction for
 * peeking is made, and the A/A runs of the benchmark print what early verdicts really cost.
 * Source: pools.md section 2d, rule 4.
 */
export function judgeRun(run: RunProgress, rule: RunThresholds): RunRuling {
  const { chance, impressions, target } = run;
  if (impressions >= target) return chance >= rule.passAt && !run.last ? 'pass' : 'stop';
  if (run.promised || impressions < rule.minSampleShare * target) return 'wait';
  if (chance > rule.clearPassAt && !run.last) return 'pass';
  return chance < rule.clearStopAt ? 'stop' : 'wait';
}
