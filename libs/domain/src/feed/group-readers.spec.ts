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
    const [food, unknown] = groupReaders([
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
    const [food] = groupReaders([
      ...readersOf('food', leastReaders - 1, { words: ['rare'] }),
      ...readersOf('food', 20),
    ]);
    expect(food?.words).toEqual([]);
  });

  it('merges small groups, and one more when the rest would give them away', () => {
    const merged = groupReaders([
      ...readersOf('food', 30),
      ...readersOf('pets', 12),
      ...readersOf('travel', 3),
      ...readersOf('home', 2),
    ]);
    expect(merged.map(({ kind, category, readers }) => [kind, category, readers])).toEqual([
      ['known', 'food', 30],
      ['others', null, 17],
    ]);
  });

  it('shows nothing of readers who are too few for any group', () => {
    expect(groupReaders(readersOf('food', leastReaders - 1))).toEqual([]);
    expect(groupReaders([])).toEqual([]);
  });

  it('never shows fewer than the least, and accounts for everybody, whoever was shown the note', () => {
    const strongest = fc.constantFrom('food', 'pets', 'travel', 'home', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(strongest, fc.boolean()), { maxLength: 120 }), (people) => {
        const readers = people.flatMap(([interest, opened]) => readersOf(interest, 1, { opened }));
        const groups = groupReaders(readers);
        for (const group of groups) expect(group.readers).toBeGreaterThanOrEqual(leastReaders);
        const shown = groups.reduce((sum, group) => sum + group.readers, 0);
        expect(shown).toBe(readers.length < leastReaders ? 0 : readers.length);
      }),
    );
  });
});
