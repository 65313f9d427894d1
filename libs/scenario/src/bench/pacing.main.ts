import { runCommand, readFlags, WrongUse } from '../command';
import { type PacingWorld, usualPacing } from './pacing-world';
import { type PacingOutcome, runPacing } from './run-pacing';

const names = Object.keys(usualPacing) as (keyof PacingWorld)[];
const usage = `npm run bench -- pacing [options]

Many boosts of two days paced together before readers that come unevenly, with the feed's own pacer and chooser: what is
delivered at the end of each boost, and what a round of the pacing job costs.

  --seed TEXT    another world
  --NAME VALUE   a parameter of the world: ${names.join(', ')}
`;

await runCommand(() => {
  const text = { type: 'string' } as const;
  const options = Object.fromEntries(['seed', ...names].map((name) => [name, text]));
  const { values } = readFlags({ args: process.argv.slice(2), options }, usage) as {
    values: Record<string, string | undefined>;
  };
  const world = { ...usualPacing };
  for (const name of names) {
    const value = values[name];
    if (value === undefined) continue;
    world[name] = Number(value);
    if (!(world[name] >= 0)) throw new WrongUse(`--${name} ${value}: a number from 0.`);
  }
  for (const name of ['boosts', 'roundEvery'] as const)
    if (!(world[name] >= 1)) throw new WrongUse(`--${name} is at least 1.`);
  console.log(`${JSON.stringify(world)}\n`);
  report(runPacing(world, values['seed'] ?? 'pacing', () => performance.now()));
});

function report(outcome: PacingOutcome): void {
  const { delivered, strayed, pages, rounds, paced, roundMs, chooseMs } = outcome;
  const line = (name: string, value: string) => console.log(`  ${name.padEnd(58)}${value.padStart(12)}`);
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  const at = (sorted: Float64Array, share: number) =>
    percent(sorted[Math.round(share * (sorted.length - 1))] ?? 0);
  const ends = delivered.slice().sort();
  const strays = strayed.slice().sort();
  const within = delivered.filter((share) => Math.abs(share - 1) <= 0.03).length;
  line('boosts', String(delivered.length));
  line('impressions planned', outcome.plannedImpressions.toLocaleString('en'));
  line('delivered within 3 % of plan at the end', percent(within / delivered.length));
  line('  least, 1st percentile of 100', `${at(ends, 0)}, ${at(ends, 0.01)}`);
  line('  median, 99th percentile, most', `${at(ends, 0.5)}, ${at(ends, 0.99)}, ${at(ends, 1)}`);
  line('off the curve on the way: median, 99th percentile', `${at(strays, 0.5)}, ${at(strays, 0.99)}`);
  line('pacing job, nanoseconds a boost', ((1e6 * roundMs) / paced).toFixed(0));
  line(
    '  boosts a round, milliseconds a round',
    `${(paced / rounds).toFixed(0)}, ${(roundMs / rounds).toFixed(2)}`,
  );
  line('choosing, microseconds a page', ((1e3 * chooseMs) / pages).toFixed(1));
}
