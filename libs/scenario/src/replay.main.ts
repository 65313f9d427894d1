import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFlags, runCommand, typedPath, WrongUse } from './command';
import { RandomStream } from './random';
import { ReaderApplication } from './reader-application';
import { runEngine } from './replay/engine-run';
import { makeKey } from './replay/own-key';
import { plainRule } from './replay/plain-rule';
import { UnreadableRows } from './replay/csv-rows';
import { readExperiments, type Experiment } from './replay/read-experiments';
import { reportOf } from './replay/report';

const usage = `npm run replay -- FILE [options]

Replays recorded headline tests (CSV: test_id, week, package, impressions, clicks) through a product of its own.

  --tests N        how many tests of the file, drawn at random (default 20)
  --budget SHARE   share of the recorded impressions to spend, 0 to 1 (default 0.25)
  --seed TEXT      another draw of tests and readers

With API_URL and API_KEY in the environment, "node dist/scenario/replay.mjs FILE" uses a product that runs already.
`;

await runCommand(main);
process.disconnect?.();

async function main(): Promise<void> {
  const { file, tests, share, seed } = readArguments();
  const experiments = chooseTests(read(file), tests, seed);
  const recorded = experiments
    .flatMap(({ headlines }) => headlines)
    .reduce((sum, { impressions }) => sum + impressions, 0);
  const budget = Math.floor(recorded * share);
  const { API_URL: apiUrl, API_KEY } = process.env;
  if (!apiUrl)
    throw new WrongUse(
      'API_URL is not set: start the replay with "npm run replay -- FILE", which brings a product along.',
    );
  const headlines = experiments.reduce((sum, experiment) => sum + experiment.headlines.length, 0);
  console.log(
    `${experiments.length} tests, ${headlines} headlines, ${recorded.toLocaleString('en')} recorded impressions, ${budget.toLocaleString('en')} to spend`,
  );

  const began = performance.now();
  const application = new ReaderApplication({ apiUrl, key: API_KEY || (await makeKey(apiUrl)) });
  const engine = await runEngine({ application, experiments, budget, seed, progress: showProgress(budget) });
  const seconds = (performance.now() - began) / 1000;
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  console.log(`replayed ${engine.spent.toLocaleString('en')} impressions in ${seconds.toFixed(0)} s\n`);
  // The plain rule gets what the engine spent, not more.
  console.log(reportOf(engine, plainRule(experiments, engine.spent, seed)));
}

function readArguments() {
  const { values, positionals } = readFlags(
    {
      allowPositionals: true,
      options: {
        tests: { type: 'string', default: '20' },
        budget: { type: 'string', default: '0.25' },
        seed: { type: 'string', default: 'replay' },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  const [file] = positionals;
  if (values.help || !file || positionals.length > 1) throw new WrongUse(usage);
  const tests = Number(values.tests);
  if (!Number.isInteger(tests) || tests < 1)
    throw new WrongUse(`--tests ${values.tests}: how many tests is a whole number from 1.`);
  const share = Number(values.budget);
  if (!(share > 0 && share <= 1))
    throw new WrongUse(`--budget ${values.budget}: the share is above 0 and at most 1, such as 0.25.`);
  return { file, tests, share, seed: values.seed };
}

function read(file: string): Experiment[] {
  const place = typedPath(file);
  let text: string;
  try {
    text = readFileSync(place, 'utf8');
  } catch (error) {
    throw new WrongUse(`${place} cannot be read: ${(error as Error).message}`);
  }
  try {
    return readExperiments(text);
  } catch (error) {
    if (error instanceof UnreadableRows)
      throw new UnreadableRows(`${path.basename(place)}: ${error.message}`);
    throw error;
  }
}

/** A seeded draw; a test with a single headline has nothing to choose from. */
function chooseTests(experiments: Experiment[], count: number, seed: string): Experiment[] {
  const worthwhile = experiments.filter(({ headlines }) => headlines.length > 1);
  if (worthwhile.length === 0) throw new UnreadableRows('No test in the file has two headlines to compare.');
  return new RandomStream(seed, 'tests').sample(worthwhile, count);
}

function showProgress(budget: number): ((spent: number) => void) | undefined {
  if (!process.stdout.isTTY) return undefined;
  let shown = -1;
  return (spent) => {
    const percent = Math.floor((100 * spent) / budget);
    if (percent === shown) return;
    shown = percent;
    process.stdout.write(`\r  ${percent} % of the budget spent`);
  };
}
