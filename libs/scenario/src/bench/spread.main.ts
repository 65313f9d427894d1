import { meanOverSeeds } from '@poolrise/domain';
import { runCommand } from '../command';
import { optionsHelp, readOptions } from './bench-options';
import { type SpreadFigures, spreadFigures, type Spreading } from './compare-spread';

const usage = `npm run bench -- spread [options]

What variety on a page costs: sliding spectrum decomposition at several strengths, the rule of two of a category in any five, and none.

${optionsHelp}`;

const ways: readonly Spreading[] = ['by value', 'two of five', 0.1, 0.2, 0.3, 0.5, 1];
const columns: readonly (keyof SpreadFigures)[] = ['value', 'categories', 'subjects', 'newness', 'distance'];

await runCommand(() => {
  const { seeds, parameters } = readOptions(process.argv.slice(2), usage);
  console.log(`${seeds.length} worlds of 100 pages, ${JSON.stringify(parameters)}\n`);
  console.log(['', ...columns].map((name) => name.padEnd(16)).join(''));
  for (const way of ways) {
    const runs = seeds.map((seed) => spreadFigures(way, seed, parameters));
    const figures = columns.map((column) => {
      const { value: mean, half } = meanOverSeeds(runs.map((run) => run[column]));
      return `${mean.toFixed(3)} ±${half.toFixed(3)}`;
    });
    const name = typeof way === 'number' ? `variety ${way}` : way;
    console.log([name, ...figures].map((text) => text.padEnd(16)).join(''));
  }
});
