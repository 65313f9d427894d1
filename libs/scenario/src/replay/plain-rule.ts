import { outcomeOf, type Showing, type TestOutcome } from './outcome';
import type { Experiment } from './read-experiments';
import { Recording } from './recording';

/** Impressions of each pool of the plain rule: the first one, and five times as many each time. */
const poolSizes = [200, 1_000, 5_000, 25_000];

interface Runner extends Showing {
  recording: Recording;
  inPool: { impressions: number; clicks: number };
}

/**
 * The article's rule taken literally, as a yardstick: every headline gets the first pool; those whose click rate in a
 * pool is above the mean of their test in it get one five times as large. When the budget does not reach for a whole
 * pool, everybody in it gets the same part.
 */
export function plainRule(experiments: readonly Experiment[], budget: number, seed: string): TestOutcome[] {
  const tests = experiments.map((experiment) => ({
    experiment,
    runners: experiment.headlines.map((headline): Runner => ({
      headline,
      impressions: 0,
      clicks: 0,
      level: 0,
      recording: new Recording(seed, headline),
      inPool: { impressions: 0, clicks: 0 },
    })),
  }));
  let left = budget;
  let live = tests.map(({ runners }) => runners);
  for (const [level, size] of poolSizes.entries()) {
    const wish = live.flat().reduce((sum, { recording }) => sum + Math.min(size, recording.left), 0);
    if (wish === 0 || left <= 0) break;
    const part = Math.min(1, left / wish);
    for (const runner of live.flat())
      left -= show(runner, level, Math.floor(Math.min(size, runner.recording.left) * part));
    if (part < 1) break;
    live = live.map(aboveTheMean);
  }
  return tests.map(({ experiment, runners }) => outcomeOf(experiment, runners));
}

function show(runner: Runner, level: number, impressions: number): number {
  runner.level = level;
  runner.inPool = { impressions: 0, clicks: 0 };
  for (let i = 0; i < impressions; i++) {
    const clicked = runner.recording.next();
    if (clicked === null) break;
    runner.inPool.impressions++;
    runner.inPool.clicks += clicked ? 1 : 0;
  }
  runner.impressions += runner.inPool.impressions;
  runner.clicks += runner.inPool.clicks;
  return runner.inPool.impressions;
}

function aboveTheMean(runners: Runner[]): Runner[] {
  const rate = ({ inPool }: Runner): number =>
    inPool.impressions > 0 ? inPool.clicks / inPool.impressions : 0;
  const mean = runners.reduce((sum, runner) => sum + rate(runner), 0) / Math.max(1, runners.length);
  return runners.filter((runner) => rate(runner) > mean);
}
