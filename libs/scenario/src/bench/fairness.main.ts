import { followerTiers, type ServingRule } from '@poolrise/domain';
import { readFlags, runCommand, wholeFlag } from '../command';
import { ours, plainBestFirst, plainBy5 } from '../reference/rules';
import { columns, percent } from './columns';
import { type FairnessOutcome, runFairness } from './run-fairness';

const usage = `npm run bench -- fairness [options]

Who is shown among equally good notes: every note of the reference world exists once for each tier of followers, alike in
all but its creator. Printed is each tier's share of the exposure over its share of the notes; 100 is proportional.

  --seeds N        seeds of each world (default 10)
  --first-seed N   the first of them (default 101)
  --per-day N      notes a day, each of them five times (default 60)
`;

/** How much more often followers open a note: not at all, as in the medium world, and far more than anybody reports. */
const halos = [1, 1.8, 3];
const rules: readonly ServingRule[] = [plainBy5, plainBestFirst, ours];
/** Issue 7: small creators within 5 % of proportional. */
const goal = { least: 0.95, most: 1.05 };

await runCommand(() => {
  const text = { type: 'string' } as const;
  const { values } = readFlags(
    {
      args: process.argv.slice(2),
      options: { seeds: text, 'first-seed': text, 'per-day': text, help: { type: 'boolean' } },
    },
    usage,
  );
  if (values.help) return console.log(usage);
  const count = wholeFlag('--seeds', values.seeds ?? '10', 2, 1_000);
  const first = wholeFlag('--first-seed', values['first-seed'] ?? '101', 0, 2 ** 31);
  const perDay = wholeFlag('--per-day', values['per-day'] ?? '60', 5, 2_000);
  const seeds = Array.from({ length: count }, (_, at) => first + at);
  console.log(
    `${count} seeds from ${first}; share of exposure over share of notes in %, ± half a 95 % interval\n`,
  );
  const goals: string[][] = [['', 'measured, %', 'to reach, %', '']];
  for (const halo of halos) {
    const outcomes = rules.map((rule) => ({
      rule,
      of: runFairness({ seeds, changes: { perDay, halo }, rule }),
    }));
    console.log(`Followers open ${halo} times as often\n${table(outcomes)}\n`);
    for (const { rule, of } of outcomes)
      if (rule === ours)
        goals.push(
          goalLine(`creators as many as on the platform, followers x${halo}`, of.asThePlatform),
          goalLine(`  a fifth of each tier, followers x${halo}`, of.all[0]),
          goalLine(`  the best tenth of these, followers x${halo}`, of.best[0]),
        );
  }
  console.log(
    `Small creators' share of the exposure of equally good notes, under our rule\n${columns(goals)}`,
  );
});

function table(outcomes: readonly { rule: ServingRule; of: FairnessOutcome }[]): string {
  const header = ['rule', 'notes', ...followerTiers, 'notes a tier'];
  const rows = outcomes.flatMap(({ rule, of }) => [
    [rule.name, 'all', ...of.all.map((one) => percent(one)), of.notes.toLocaleString('en')],
    ['', 'best tenth', ...of.best.map((one) => percent(one)), ''],
  ]);
  return columns([header, ...rows]);
}

function goalLine(name: string, figure = { value: NaN, half: NaN }): string[] {
  const reached = figure.value >= goal.least && figure.value <= goal.most;
  return [name, percent(figure), `${100 * goal.least} to ${100 * goal.most}`, reached ? 'reached' : 'missed'];
}
