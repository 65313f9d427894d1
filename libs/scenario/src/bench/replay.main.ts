import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UnreadableRows } from '../replay/csv-rows';
import { judgeTests } from '../replay/offline/best-of-test';
import { weeklyCohorts } from '../replay/offline/cohorts';
import { comparePolicies } from '../replay/offline/compare-policies';
import { playContest, standingsOf, weekChecks } from '../replay/offline/contest';
import {
  contestReport,
  halvesReport,
  policyReport,
  testsReport,
  weekReport,
} from '../replay/offline/offline-report';
import { entrants, yardsticks } from '../replay/offline/rules';
import { readArchives } from './replay-data';
import { readReplayArguments, replayHelp, WrongUse } from './replay-arguments';

const impressionsEach = [100, 200, 400, 1_000];
/** Few headlines are promoted in a layout, so that the tests take more of them; they cost little. */
const layoutsOfTests = 4;

try {
  main();
} catch (error) {
  const spoken = error instanceof WrongUse || error instanceof UnreadableRows;
  console.error(spoken ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}

function main(): void {
  const options = readReplayArguments(process.argv.slice(2));
  if (options === 'help') return console.log(replayHelp);
  const began = performance.now();
  // npm runs us at the top of the checkout; names were typed where the person stands.
  const { experiments, logs } = readArchives(options.data, process.env['INIT_CWD'] ?? '.');
  const { layouts, seed } = options;
  const file = options.json && placeFor(options.json);
  const results: Record<string, unknown> = { layouts, seed };

  if (experiments) {
    const cohorts = weeklyCohorts(experiments);
    if (cohorts.length === 0)
      throw new UnreadableRows(
        'No week of the headline tests can be replayed: it needs 40 headlines of 1,500 impressions or more.',
      );
    const contests = options.budgets.map((budget) =>
      playContest(cohorts, entrants, { budget, layouts, seed }),
    );
    for (const contest of contests) {
      say(contestReport(contest));
      say(weekReport(contest, options.weeks));
    }
    const [budget = 0.25] = options.budgets;
    const halves = [0, 1].map((odd) => ({
      name: odd ? 'odd weeks' : 'even weeks',
      contest: playContest(
        cohorts.filter(({ week }) => Number(week) % 2 === odd),
        yardsticks,
        { budget, layouts, seed },
      ),
    }));
    say(halvesReport(halves.filter(({ contest }) => contest.cohorts.length > 0)));
    const judged = judgeTests(cohorts, impressionsEach, { layouts: layouts * layoutsOfTests, seed });
    say(testsReport(judged));
    results['headlines'] = contests.map((contest) => ({
      budget: contest.budget,
      impressions: contest.impressions,
      standings: standingsOf(contest),
      weeks: weekChecks(contest),
    }));
    results['halves'] = halves.map(({ name, contest }) => ({ name, standings: standingsOf(contest) }));
    results['insideTests'] = judged;
  }
  if (logs) {
    const comparisons = comparePolicies(logs);
    say(
      comparisons.length > 0
        ? policyReport(comparisons)
        : ['The recommendation log has no campaign that two rules have run: nothing to compare.'],
    );
    results['offPolicy'] = comparisons;
  }

  const seconds = (performance.now() - began) / 1000;
  console.log(`${seconds.toFixed(1)} s`);
  if (file) writeFileSync(file, `${JSON.stringify({ ...results, seconds }, null, 2)}\n`);
}

function say(lines: readonly string[]): void {
  console.log(`${lines.join('\n')}\n`);
}

/** Found out before the work, not after it. */
function placeFor(json: string): string {
  const file = path.resolve(process.env['INIT_CWD'] ?? '.', json);
  if (!existsSync(path.dirname(file)))
    throw new WrongUse(`--json ${json}: there is no folder ${path.dirname(file)}.`);
  return file;
}
