import {
  categoryOfText,
  changeOf,
  demandOf,
  demandPerNote,
  type SearchedText,
  sameSearch,
} from './search-demand';

const split = (text: string): string[] => text.split(' ');
const searched = (text: string, weeks: number[], readsBy: SearchedText['readsBy'] = {}): SearchedText => ({
  text,
  weeks,
  readsBy,
});

describe('what readers want of a word', () => {
  const texts = [
    searched('冷泡茶', [10, 10, 10, 10, 20, 20, 20, 20]),
    searched('冷 泡茶 做法', [0, 0, 0, 0, 1, 2, 3, 4]),
    searched('team building', [5, 5, 5, 5, 5, 5, 5, 5]),
    searched('iced tea', [1, 1, 1, 1, 1, 1, 1, 1]),
  ];

  it('is every search that holds it in one piece, by the week, with what was typed', () => {
    const [cold, tea, none] = demandOf(['冷泡茶', 'tea', '手冲'], texts, split);
    expect(cold).toMatchObject({
      searches: 90,
      searchesBefore: 40,
      weeks: [10, 10, 10, 10, 21, 22, 23, 24],
      texts: [
        { text: '冷泡茶', searches: 80 },
        { text: '冷 泡茶 做法', searches: 10 },
      ],
    });
    // A word of letters ends where they end: `tea` is not in `team`.
    expect(tea?.searches).toBe(4);
    expect(none).toMatchObject({ searches: 0, change: null, texts: [] });
  });

  it('is said per note that answers it', () => {
    const [cold] = demandOf(['冷泡茶'], texts, split);
    if (!cold) throw new Error('no demand');
    expect(demandPerNote(cold, { notes: 9, impressions: 0, reads: 0 })).toBe(10);
    expect(demandPerNote(cold, { notes: 0, impressions: 0, reads: 0 })).toBeNull();
  });
});

describe('the change of a rate', () => {
  it('leaves out no change where there is one, and holds it where there is none', () => {
    const grown = changeOf([50, 52, 48, 50, 100, 103, 98, 99]);
    expect(grown?.mid).toBeCloseTo(2);
    expect(grown?.low).toBeGreaterThan(1.6);
    expect(grown?.high).toBeLessThan(2.5);
    const same = changeOf([5, 3, 6, 4, 5, 4, 6, 5]);
    expect(same?.low).toBeLessThan(1);
    expect(same?.high).toBeGreaterThan(1);
  });

  it('is less sure of weeks that scatter', () => {
    const even = changeOf([50, 50, 50, 50, 75, 75, 75, 75]);
    const bunched = changeOf([0, 150, 10, 40, 200, 5, 85, 10]);
    expect(bunched?.mid).toBeCloseTo(even?.mid ?? 0);
    expect(even?.low).toBeGreaterThan(1);
    expect(bunched?.low).toBeLessThan(1);
  });

  it('has no upper end where nobody searched before, and is nothing where nobody searched', () => {
    expect(changeOf([0, 0, 0, 0, 9, 9, 9, 9])).toMatchObject({ mid: Infinity, high: Infinity });
    expect(changeOf([0, 0, 0, 0, 9, 9, 9, 9])?.low).toBeGreaterThan(1);
    expect(changeOf([0, 0, 0, 0, 0, 0, 0, 0])).toBeNull();
  });
});

it('a text belongs where its readers read, and where the notes are only until somebody has read', () => {
  expect(categoryOfText({ readsBy: { food: 9, home: 3 } }, { home: 100 })).toBe('food');
  expect(categoryOfText({ readsBy: {} }, { home: 3, food: 2 })).toBe('home');
  expect(categoryOfText({ readsBy: { food: 0 } })).toBeNull();
  expect(sameSearch('冷泡 茶', '冷泡茶')).toBe(true);
});
