import { leastReaders } from '../feed/group-readers';
import { exitShare, readerParts } from './reader-portrait';

const ages = ['<18', '18-24', '25-34', '35-44'] as const;
type Age = (typeof ages)[number];
const parts = (counts: [Age | null, number][]) =>
  readerParts(ages, new Map(counts)).map(({ kind, value, readers }) => `${value ?? kind} ${readers}`);

describe('the portrait of readers', () => {
  it('has its groups in the order of the scale, those of whom nothing was told after them', () => {
    expect(
      parts([
        [null, 30],
        ['25-34', 50],
        ['18-24', 20],
      ]),
    ).toEqual(['18-24 20', '25-34 50', 'unknown 30']);
    const all = readerParts(ages, new Map<Age | null, number>([['18-24', 30], ['25-34', 90]])); // prettier-ignore
    expect(all.map(({ share }) => share)).toEqual([0.25, 0.75]);
  });

  it('puts small groups together, and takes the next smallest along where they are still too few', () => {
    expect(
      parts([
        ['<18', 6],
        ['18-24', 20],
        ['25-34', 50],
        ['35-44', 5],
      ]),
    ).toEqual(['18-24 20', '25-34 50', 'others 11']);
    expect(
      parts([
        ['<18', 3],
        ['18-24', 20],
        ['25-34', 50],
      ]),
    ).toEqual(['25-34 50', 'others 23']);
    expect(
      parts([
        [null, 1],
        ['18-24', 20],
      ]),
    ).toEqual(['others 21']);
  });

  it('shows no group, and hides none that could be worked out, whatever the readers are', () => {
    for (let at = 0; at < 3_000; at++) {
      const counts = new Map<Age | null, number>();
      for (const [place, age] of [...ages, null].entries()) counts.set(age, (at * (place + 7) * 31) % 37);
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const shown = readerParts(ages, counts);
      expect(shown.reduce((sum, { readers }) => sum + readers, 0)).toBe(all < leastReaders ? 0 : all);
      for (const { readers } of shown) expect(readers).toBeGreaterThanOrEqual(leastReaders);
      const known = shown.filter(({ kind }) => kind !== 'others');
      for (const { value, readers } of known) expect(readers).toBe(counts.get(value));
    }
  });

  it('is nothing where all readers are too few', () => {
    expect(parts([['18-24', leastReaders - 1]])).toEqual([]);
    expect(parts([])).toEqual([]);
  });
});

describe('the 2-second exit rate', () => {
  it('is that of the visits whose seconds were told', () => {
    expect(exitShare({ exits: 30, told: 120 })).toMatchObject({ trials: 120, successes: 30, share: 0.25 });
    expect(exitShare({ exits: 0, told: 0 })).toMatchObject({ share: null, low: 0, high: 1 });
    const { low, high } = exitShare({ exits: 30, told: 120 });
    expect(low).toBeGreaterThan(0.2);
    expect(high).toBeLessThan(0.31);
  });
});
