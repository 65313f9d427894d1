import { writeFileSync } from 'node:fs';
import { fileFor, runCommand, typedPath } from '../command';
import { UnreadableRows } from '../replay/csv-rows';
import { judgeTests } from '../replay/offline/best-of-test';
import { type Cohort, weeklyCohorts } from '../replay/offline/cohorts';
import { comparePolicies, type PolicyComparison } from '../replay/offline/compare-policies';
import { playContest, standingsOf, weekChecks } from '../replay/offline/contest';
import {
  contestReport,
  halvesReport,
  policyReport,
  testsReport,
  weekReport,
} from '../replay/offline/offline-report';
import type { RecommendationLog } from '../replay/offline/read-recommendations';
import { entrants, yardsticks } from '../replay/offline/rules';
import { readArchives } from './replay-data';
import { type ReplayArguments, readReplayArguments, replayHelp } from './replay-arguments';

const impressionsEach = [100, 200, 400, 1_000];
/** Few headlines are promoted in a layout, so that the tests take more of them; they cost little. */
const layoutsOfTests = 4;

await runCommand(main);

function main(): void {
  const options = readReplayArguments(process.argv.slice(2));
  if (options === 'help') return console.log(replayHelp);
  const began = performance.now();
  const { experiments, logs } = readArchives(options.data, typedPath('.'));
  const { layouts, seed } = options;
  const file = options.json === undefined ? null : fileFor(options.json);
  const results = {
    layouts,
    seed,
    ...(experiments ? replayHeadlines(weeklyCohorts(experiments), options) : {}),
    ...(logs ? { offPolicy: replayLogs(logs) } : {}),
    seconds: (performance.now() - began) / 1000,
  };
  console.log(`${results.seconds.toFixed(1)} s`);
  if (file) writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

/** Rules against one another on the tests of each week, then on the halves of the archive, then within each test. */
function replayHeadlines(cohorts: readonly Cohort[], { budgets, layouts, seed, weeks }: ReplayArguments) {
  if (cohorts.length === 0)
    throw new UnreadableRows(
      'No week of the headline tests can be replayed: it needs 40 headlines of 1,500 impressions or more.',
    );
  const contests = budgets.map((budget) => playContest(cohorts, entrants, { budget, layouts, seed }));
  for (const contest of contests) {
    say(contestReport(contest));
    say(weekReport(contest, weeks));
  }
  const [budget = 0.25] = budgets;
  const halves = [0, 1].map((odd) => ({
    name: odd ? 'odd weeks' : 'even weeks',
    contest: playContest(
      cohorts.filter(({ week }) => Number(week) % 2 === odd),
      yardsticks,
      { budget, layouts, seed },
    ),
  }));
  say(halvesReport(halves.filter(({ contest }) => contest.cohorts.length > 0)));
  const insideTests = judgeTests(cohorts, impressionsEach, { layouts: layouts * layoutsOfTests, seed });
  say(testsReport(insideTests));
  return {
    headlines: contests.map((contest) => ({
      budget: contest.budget,
      impressions: contest.impressions,
      standings: standingsOf(contest),
      weeks: weekChecks(contest),
    })),
    halves: halves.map(({ name, contest }) => ({ name, standings: standingsOf(contest) })),
    insideTests,
  };
}

/** Every rule of a log judged by the log of another. */
function replayLogs(logs: readonly RecommendationLog[]): PolicyComparison[] {
  const comparisons = comparePolicies(logs);
  say(
    comparisons.length > 0
      ? policyReport(comparisons)
      : ['The recommendation log has no campaign that two rules have run: nothing to compare.'],
  );
  return comparisons;
}

function say(lines: readonly string[]): void {
  console.log(`${lines.join('\n')}\n`);
}
