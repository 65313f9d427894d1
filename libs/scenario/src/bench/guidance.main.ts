import { readFlags, runCommand, wholeFlag } from '../command';
import { measureOdds, plainWorld } from '../guidance/odds-world';
import { columns } from './columns';

const usage = `npm run bench -- guidance [options]

Odds of the first pool, told before publishing, in worlds whose true chances are known: how often the 80 % interval holds the
chance, the Brier score against always telling the base rate, and what one set of odds costs.

  --worlds N   worlds of each kind (default 10)
  --notes N    notes a world, from 200 (default 3000)
`;

await runCommand(() => {
  const { values } = readFlags(
    {
      args: process.argv.slice(2),
      options: { worlds: { type: 'string', default: '10' }, notes: { type: 'string', default: '3000' } },
    },
    usage,
  );
  const worlds = wholeFlag('--worlds', String(values.worlds), 1, 1_000);
  const notes = wholeFlag('--notes', String(values.notes), 200, 100_000);
  const rows = [0, 0.3, 0.6, 1].map((creatorSpread) => {
    const runs = Array.from({ length: worlds }, (_, seed) =>
      measureOdds({ ...plainWorld, notes, creatorSpread }, `bench ${creatorSpread} ${seed}`),
    );
    const mean = (of: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
    return [
      creatorSpread.toFixed(1),
      `${(100 * mean((run) => run.coverage)).toFixed(1)} %`,
      mean((run) => run.width).toFixed(3),
      mean((run) => run.record.brier ?? 0).toFixed(4),
      mean((run) => run.record.baseBrier).toFixed(4),
      `${mean((run) => run.fitMs).toFixed(0)} ms`,
      `${(1_000 * mean((run) => run.oddsMs)).toFixed(0)} µs`,
    ];
  });
  console.log(`${worlds} worlds of ${notes} notes each, ${plainWorld.creators} creators\n`);
  console.log(
    columns([['creators differ', 'held', 'width', 'Brier', 'base rate', 'one fit', 'one answer'], ...rows]),
  );
});
