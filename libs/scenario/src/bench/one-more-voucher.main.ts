import { readFlags, runCommand, WrongUse } from '../command';
import { runOneMore, usualOneMore } from './run-one-more';

const usage = `npm run bench -- one-more-voucher [options]

What one more voucher does, played in a made-up feed with and without it: how many worlds a second, and how many times more
worlds it would take if both sides did not share their chance.

  --notes N    notes of the feed
  --worlds N   pairs of worlds, from 200
`;

await runCommand(() => {
  const text = { type: 'string' } as const;
  const { values } = readFlags(
    { args: process.argv.slice(2), options: { notes: text, worlds: text } },
    usage,
  );
  const ask = { ...usualOneMore };
  for (const name of ['notes', 'worlds'] as const) {
    const value = (values as Record<string, string | undefined>)[name];
    if (value === undefined) continue;
    ask[name] = Number(value);
    if (!(ask[name] >= (name === 'notes' ? 20 : 200) && ask[name] <= 1_000))
      throw new WrongUse(`--${name} ${value}: a number from ${name === 'notes' ? 20 : 200} to 1000.`);
  }
  const { seconds, runs, variance } = runOneMore(ask, () => performance.now());
  const line = (name: string, value: string) => console.log(`  ${name.padEnd(64)}${value.padStart(12)}`);
  console.log(`${JSON.stringify(ask)}\n`);
  line('worlds played, each once without and once with the voucher', String(ask.worlds));
  line('seconds for them', seconds.toFixed(2));
  line('runs of a world a second', (runs / seconds).toFixed(0));
  line('variance of the change in reads, shared chance', variance.shared.toFixed(1));
  line('variance of the change in reads, chance of its own on each side', variance.apart.toFixed(1));
  line('times more worlds without the shared chance', (variance.apart / variance.shared).toFixed(1));
});
