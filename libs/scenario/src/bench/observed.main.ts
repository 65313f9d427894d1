import { readFlags, runCommand, wholeFlag } from '../command';
import { claimTable } from '../observed/claim-table';
import { forecastTables } from '../observed/forecast-tables';
import { spillTable } from '../observed/spill-table';
import { columns } from './columns';

const usage = `npm run bench -- observed [options]

What the estimates of observed notes are worth where the truth is known: how often the intervals of hidden snapshots held
and how wide they are against a spreadsheet's rule, how often the level was right, how often a spill from bought to natural
impressions is seen where there is one and where there is none, and the same for three folk claims.

  --worlds N   demo worlds whose last snapshots are hidden (default 3)
  --notes N    notes of each kind for the spill (default 200)
  --trials N   trials of each folk claim (default 200; boosts take a twentieth of it)
  --seed TEXT  other worlds
`;

/** The hour at which the worlds end; any would do, and one makes runs comparable. */
const now = Date.UTC(2026, 10, 23, 9, 20);

await runCommand(() => {
  const text = { type: 'string' } as const;
  const options = { worlds: text, notes: text, trials: text, seed: text };
  const { values } = readFlags({ args: process.argv.slice(2), options }, usage) as {
    values: Partial<Record<keyof typeof options, string>>;
  };
  const worlds = wholeFlag('--worlds', values.worlds ?? '3', 1, 100);
  const notes = wholeFlag('--notes', values.notes ?? '200', 10, 10_000);
  const trials = wholeFlag('--trials', values.trials ?? '200', 20, 10_000);
  const seed = values.seed ?? 'observed';

  const seeds = Array.from({ length: worlds }, (_, at) => `${seed}-${at + 1}`);
  for (const { title, rows } of forecastTables(seeds, now)) print(title, rows);
  print(`Spill from bought to natural, ${notes} notes each, 90 % intervals`, spillTable(seed, notes));
  print('Folk claims, 95 % intervals', claimTable(seed, trials, now));
});

function print(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`${title}\n\n${columns(rows)}\n`);
}
