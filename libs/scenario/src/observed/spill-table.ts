import { shareText } from './forecast-tables';
import { spillFigures } from './measure-spill';
import type { SpillWorld } from './spill-world';

const kinds: readonly [string, Partial<SpillWorld>][] = [
  ['no spill', {}],
  ['no spill, independent days', { keeps: 0 }],
  ['no spill, days hang together (.7)', { keeps: 0.7 }],
  ['no spill, two weeks', { days: 14 }],
  ['spill .1', { spill: 0.1 }],
  ['spill .2', { spill: 0.2 }],
  ['spill .4', { spill: 0.4 }],
  ['spill .8', { spill: 0.8 }],
  ['spill .4, two weeks', { spill: 0.4, days: 14 }],
  ['spill .2, three times as much bought', { spill: 0.2, dose: 3 }],
  ['takes .3', { spill: -0.3 }],
  ['no spill, bought along the decay', { schedule: 'with-the-decay' }],
  ['no spill, bought once', { schedule: 'once' }],
  ['no spill, bought on every day', { schedule: 'always' }],
  ['no spill, rounded to 1,000', { roundedTo: 1_000 }],
  ['no spill, bought when it rises (assumption broken)', { schedule: 'when-it-rises' }],
];

/** False alarms, power and coverage of the spill, world by world. */
export function spillTable(seed: string, notes: number): string[][] {
  return [
    ['world', 'found, %', 'wrongly claimed, %', 'interval held, %', 'width', 'cannot tell'],
    ...kinds.map(([name, world]) => {
      const { found, wrong, held, width, refusals } = spillFigures(`${seed} ${name}`, notes, world);
      const reasons = [...refusals].map(([why, count]) => `${why} ${count}`).join(', ');
      return [
        name,
        world.spill ? shareText(found) : '\u2013',
        shareText(wrong),
        shareText(held),
        held.trials > 0 ? width.toFixed(2) : '\u2013',
        reasons || '\u2013',
      ];
    }),
  ];
}
