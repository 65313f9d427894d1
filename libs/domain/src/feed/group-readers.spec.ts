import fc from 'fast-check';
import { groupReaders, leastReaders, type ShownReader } from './group-readers';

const parts = { category: 0.5, words: 0.125, unknown: 0, taste: 0, reach: 0, least: 0, language: 1 };

const readersOf = (strongest: string | null, n: number, given: Partial<ShownReader> = {}): ShownReader[] =>
  Array.from({ length: n }, (_, at) => ({
    strongest,
    parts,
    match: 0.5,
    interest: 0.4,
    words: [],
    opened: at < n / 4,
    ...given,
  }));

describe('readers by their strongest interest', () => {
  it('stand largest group first, with what they like of the note and how many opened it', () => {
    const {
      groups: [food, unknown],
    } = groupReaders([
      ...readersOf(null, 20),
      ...readersOf('food', 12, { words: ['tea', 'ice'] }),
      ...readersOf('food', 28, { words: ['tea'] }),
    ]);
    expect(food).toMatchObject({ kind: 'known', category: 'food', readers: 40, match: 0.5, parts });
    expect(food?.share).toBeCloseTo(2 / 3, 12);
    expect(food?.wordsMet).toBeCloseTo((12 * 2 + 28) / 40, 12);
    expect(food?.words).toEqual([
      { word: 'tea', readers: 40 },
      { word: 'ice', readers: 12 },
    ]);
    expect(food?.opened).toMatchObject({ trials: 40, successes: 10, share: 0.25 });
    // Wilson's interval at 80 %.
    expect(food?.opened.low).toBeCloseTo(0.1733, 4);
    expect(food?.opened.high).toBeCloseTo(0.3464, 4);
    expect(unknown).toMatchObject({ kind: 'unknown', category: null, readers: 20 });
  });

  it('names no word that few of them like', () => {
    const {
      groups: [food],
    } = groupReaders([...readersOf('food', leastReaders - 1, { words: ['rare'] }), ...readersOf('food', 20)]);
    expect(food?.words).toEqual([]);
  });

  it('puts small groups together', () => {
    const { groups, readers, opened } = groupReaders([
      ...readersOf('food', 30),
      ...readersOf('travel', 8),
      ...readersOf('home', 4, { opened: true }),
    ]);
    expect(groups.map(({ kind, category, readers }) => [kind, category, readers])).toEqual([
      ['known', 'food', 30],
      ['others', null, 12],
    ]);
    expect(readers).toBe(42);
    expect(opened).toMatchObject({ trials: 42, successes: 8 + 2 + 4 });
  });

  it('leaves out of every figure those who are too few even together', () => {
    const { groups, readers, opened } = groupReaders([
      ...readersOf('food', 30),
      ...readersOf('travel', 3, { opened: true }),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ category: 'food', share: 1 });
    expect(readers).toBe(30);
    expect(opened).toMatchObject({ trials: 30, successes: 8 });
  });

  it('shows nothing of readers who are too few for any group', () => {
    const nothing = { groups: [], readers: 0, opened: null };
    expect(groupReaders(readersOf('food', leastReaders - 1))).toEqual(nothing);
    expect(groupReaders([])).toEqual(nothing);
  });

  it('never shows fewer than the least, and its groups are all there is to its totals', () => {
    const strongest = fc.constantFrom('food', 'pets', 'travel', 'home', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(strongest, fc.boolean()), { maxLength: 120 }), (people) => {
        const all = people.flatMap(([interest, opened]) => readersOf(interest, 1, { opened }));
        const { groups, readers, opened } = groupReaders(all);
        for (const group of groups) expect(group.readers).toBeGreaterThanOrEqual(leastReaders);
        const sum = (of: (group: (typeof groups)[number]) => number) =>
          groups.reduce((total, group) => total + of(group), 0);
        expect(sum((group) => group.readers)).toBe(readers);
        expect(sum(({ opened }) => opened.successes)).toBe(opened?.successes ?? 0);
        expect(readers === all.length || all.length - readers < leastReaders).toBe(true);
      }),
    );
  });
});
