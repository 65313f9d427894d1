import { errorsAtTheBar } from './aa-runs';
import { meanOverSeeds, ratioOf } from '@poolrise/domain';
import { WrongUse } from '../command';
import { readPoolArguments } from './pool-arguments';
import { jobsOf, runJob } from './pool-jobs';
import { reportWorlds } from './pool-report';

describe('the arguments of the benchmark of pools', () => {
  it('are twenty seeds of all worlds unless something is said', () => {
    expect(readPoolArguments([])).toMatchObject({ seeds: 20, firstSeed: 101, world: 'all', changes: {} });
  });

  it('make a world of one\u2019s own', () => {
    const { changes } = readPoolArguments(['--param', 'tauH=24', '--param', 'kwAcc=0.7']);
    expect(changes).toEqual({ tauH: 24, kwAcc: 0.7 });
  });

  it.each([
    [['--seeds', 'many'], '--seeds many'],
    [['--seeds', '0'], '--seeds 0'],
    [['--first-seed', '1.5'], '--first-seed 1.5'],
    [['--world', 'moon'], '--world moon'],
    [['--param', 'tauh=24'], 'no parameter "tauh"'],
    [['--param', 'tauH'], '--param tauH:'],
    [['--param', 'kwAcc=2'], 'kwAcc is a number from 0 to 1'],
    [['--param', 'days=7.5'], 'days is a whole number'],
    [['--rule', '('], '--rule ('],
    [['--speed', '3'], '--speed'],
    [['moon'], 'moon'],
  ])('%j is refused by name', (given, said) => {
    expect(() => readPoolArguments(given)).toThrow(WrongUse);
    expect(() => readPoolArguments(given)).toThrow(said);
  });
});

describe('intervals over seeds', () => {
  it('agree with a table of Student\u2019s t', () => {
    // Mean 3, standard deviation 1.5811, five values: 2.776 x 1.5811 / sqrt(5) = 1.963.
    const { value, half } = meanOverSeeds([1, 2, 3, 4, 5]);
    expect(value).toBe(3);
    expect(Math.abs(half - 1.963)).toBeLessThan(0.04);
  });

  it('say that a ratio is certain when it is the same for every seed', () => {
    const { value, half } = ratioOf([1, 2, 30], [2, 4, 60]);
    expect(value).toBeCloseTo(0.5, 12);
    expect(half).toBeCloseTo(0, 12);
  });

  it('leave out seeds with nothing to measure', () => {
    expect(meanOverSeeds([1, NaN, 3]).value).toBe(2);
  });
});

it('stops hardly anybody early who was above the bar', () => {
  for (const { earlyStops, mistakenStops } of errorsAtTheBar(1, 60))
    expect(mistakenStops).toBeLessThanOrEqual(0.05 * earlyStops + 3 * Math.sqrt(0.05 * earlyStops));
});

it('prints a table with every rule asked for, and the same figures for the same seeds', () => {
  const ask = readPoolArguments([
    ...['--seeds', '2', '--param', 'days=7', '--param', 'perDay=20', '--rule', 'KL-UCB'],
  ]);
  const play = () => jobsOf(ask).map(runJob);
  const [once, again] = [play(), play()];
  expect(again.map(({ runs }) => runs.map(({ measures }) => measures))).toEqual(
    once.map(({ runs }) => runs.map(({ measures }) => measures)),
  );
  const text = reportWorlds(ask, once, 1_000_000);
  for (const rule of ['uniform', 'plain rule x5', 'KL-UCB', 'Poolrise', 'oracle'])
    expect(text).toContain(rule);
  expect(text).toContain('World: days 7, perDay 20');
  expect(text).not.toContain('NaN');
});
