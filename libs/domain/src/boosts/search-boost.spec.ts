import { checkPlacement, expectedSearches, type PlacedAsk } from './search-boost';

const codesOf = (ask: Partial<PlacedAsk>) =>
  checkPlacement({ placement: 'search', audience: {}, ...ask }).map(({ code, field }) => `${code} ${field}`);
const tea = { text: '冷泡茶', match: 'phrase' } as const;

describe('where a boost stands', () => {
  it('goes by words in search, and has none in the feed', () => {
    expect(codesOf({ keywords: [tea] })).toEqual([]);
    expect(codesOf({ placement: 'feed', audience: { genders: ['female'] } })).toEqual([]);
    expect(codesOf({ placement: 'feed', keywords: [tea] })).toEqual(['keywords-in-feed /keywords']);
    expect(codesOf({ placement: 'feed', negatives: ['奶茶'] })).toEqual(['keywords-in-feed /negatives']);
    expect(codesOf({ keywords: [tea], audience: { ageBands: [], genders: ['male'] } })).toEqual([
      'audience-in-search /audience/genders',
    ]);
  });

  it('takes the words of its campaign when it names none, but not an empty list', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ keywords: [] })).toEqual(['keywords-missing /keywords']);
    expect(codesOf({ negatives: ['奶茶'] })).toEqual(['keywords-missing /keywords']);
  });

  it('names no word twice and none that it stays away from', () => {
    expect(codesOf({ keywords: [tea, { ...tea, text: '冷泡茶 ' }] })).toEqual([
      'keyword-twice /keywords/1/text',
    ]);
    expect(codesOf({ keywords: [tea], negatives: ['冷泡茶'] })).toEqual([
      'keyword-is-negative /keywords/0/text',
    ]);
  });
});

it('expects readers to search on as they did', () => {
  expect(expectedSearches(700, 48)).toBe(200);
  expect(expectedSearches(0, 48)).toBe(0);
});
