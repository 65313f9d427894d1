import { readFlags, runCommand, wholeFlag } from '../command';
import { marketMixes } from './budget-market';
import { type BudgetsRow, runBudgets, type Took } from './run-budgets';

const usage = `npm run bench -- budgets [options]

How long the whole plan of a campaign's budget takes in made-up markets of 50, 200 and 500 options: the plan, its frontier and
500 draws of luck, on the wall and of the processor; how far the plan is from the bound that no plan can pass; and both against
a bare greedy in the same run.

  --options N   one market of so many options instead, from 20 to 2000
  --seed N      of the markets, from 1
`;

const goalMs = 2_000;

await runCommand(() => {
  const text = { type: 'string' } as const;
  const { values } = readFlags(
    { args: process.argv.slice(2), options: { options: text, seed: text } },
    usage,
  );
  const given = values as Record<string, string | undefined>;
  const seed = given['seed'] === undefined ? 5 : wholeFlag('--seed', given['seed'], 1, 1_000_000);
  const asked = given['options'];
  const sizes = asked === undefined ? [50, 200, 500] : [wholeFlag('--options', asked, 20, 2_000)];
  const clock = {
    wall: () => performance.now(),
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
  };
  // A worker has planned before: the first plan of a process would measure its compiler.
  runBudgets(50, 'all rails', seed, clock);
  const rows = sizes.flatMap((options) =>
    Object.keys(marketMixes).map((mix) => runBudgets(options, mix, seed, clock)),
  );
  console.log('milliseconds on the wall (of the processor)\n');
  console.log(lineOf(['options', 'rails', 'plan', 'frontier', 'draws', 'all', 'gap', 'value', 'time']));
  for (const row of rows) console.log(lineOf(cellsOf(row)));
  console.log('\ngap: of the bound; value and time: of the plan, for one of the bare greedy');
  const slowest = Math.max(...rows.map((row) => wholeOf(row).wall));
  console.log(`slowest whole report ${slowest.toFixed(0)} ms, goal ${goalMs} ms for 500 options`);
});

function wholeOf({ plan, frontier, draws }: BudgetsRow): Took {
  const sum = (of: keyof Took): number => plan[of] + frontier[of] + draws[of];
  return { wall: sum('wall'), cpu: sum('cpu') };
}

function cellsOf(row: BudgetsRow): string[] {
  const took = ({ wall, cpu }: Took): string => `${wall.toFixed(0)} (${cpu.toFixed(0)})`;
  return [
    String(row.options),
    row.mix,
    took(row.plan),
    took(row.frontier),
    took(row.draws),
    took(wholeOf(row)),
    `${(100 * row.gap).toFixed(3)} %`,
    row.overGreedy.toFixed(3),
    (row.plan.wall / row.greedy.wall).toFixed(1),
  ];
}

function lineOf(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 1 ? cell.padEnd(18) : cell.padStart(at === 0 ? 8 : 14))).join(' ');
}
