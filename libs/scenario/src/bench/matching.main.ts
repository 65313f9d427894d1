import { averageOf, meanOverSeeds } from '@poolrise/domain';
import { runCommand } from '../command';
import { optionsHelp, readOptions } from './bench-options';
import { clickRates, matchers, usualRun } from './compare-matching';

const usage = `npm run bench -- matching [options]

How often shown notes are opened when the feed matches by chance, by category, by words too, and by those who engaged too.

${optionsHelp}`;

/** Rounds in blocks, so that learning can be seen: the first two, and thirds of the rest. */
const blocks = [
  [0, 2],
  [2, 4],
  [4, 8],
  [8, usualRun.rounds],
] as const;

await runCommand(() => {
  const { seeds, parameters } = readOptions(process.argv.slice(2), usage);
  console.log(`${seeds.length} worlds, ${JSON.stringify(parameters)}\n`);
  console.log('opened, % of shown (95 % interval)');
  console.log(
    ['', ...blocks.map(([from, to]) => `rounds ${from + 1}-${to}`), 'against the line above']
      .map((text) => cell(text))
      .join(''),
  );
  let above: number[] | undefined;
  for (const matcher of matchers) {
    const runs = seeds.map((seed) => clickRates(matcher, seed, parameters));
    const late = runs.map((run) => averageOf(run.slice(8, usualRun.rounds)));
    const figures = blocks.map(([from, to]) => shown(runs.map((run) => averageOf(run.slice(from, to)))));
    // The same seeds are the same worlds, so the difference is taken world by world.
    const gain = above
      ? shown(
          late.map((rate, at) => rate - (above?.[at] ?? 0)),
          '+',
        )
      : '';
    console.log([matcher, ...figures, gain].map((text) => cell(text)).join(''));
    above = late;
  }
});

function shown(rates: readonly number[], sign = ''): string {
  const { value: mean, half } = meanOverSeeds(rates);
  return `${mean >= 0 ? sign : ''}${(100 * mean).toFixed(2)} ±${(100 * half).toFixed(2)}`;
}

function cell(text: string): string {
  return text.padEnd(16);
}
