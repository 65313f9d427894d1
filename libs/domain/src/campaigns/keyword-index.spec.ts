import fc from 'fast-check';
import { keywordMatches } from './campaign';
import { KeywordIndex, type KeywordOwner } from './keyword-index';
import { matchSearch } from './match-search';

/** Words between blanks, and single Chinese signs: coarse enough that words meet often. */
const split = (text: string) => text.match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];

const letters = ['冷', '泡', '茶', '夏', 'tea', 'cold ', ' brew', 'a', 'é', 'Ａ'];
const text = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''));
const owners: fc.Arbitrary<KeywordOwner[]> = fc
  .array(
    fc.record({
      keywords: fc.array(fc.record({ text, match: fc.constantFrom(...keywordMatches) }), { maxLength: 3 }),
      negatives: fc.array(text, { maxLength: 1 }),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((owner, at) => ({ id: `boost-${at}`, ...owner })));

it('finds exactly those whose keywords the search meets, and how', () => {
  let met = 0;
  fc.assert(
    fc.property(owners, text, (all, query) => {
      const expected = new Map(
        all.flatMap((owner) => {
          const match = matchSearch(query, owner, split);
          return match.shown ? [[owner.id, match] as const] : [];
        }),
      );
      met += expected.size;
      expect(new KeywordIndex(all, split).find(query)).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
  expect(met).toBeGreaterThan(200);
});

it('is built of thousands and asked without looking at the others', () => {
  const many = Array.from({ length: 10_000 }, (_, at): KeywordOwner => ({
    id: String(at),
    keywords: [
      { text: `word${at} tea`, match: 'broad' },
      { text: `brand${at}`, match: 'phrase' },
    ],
    negatives: [],
  }));
  const asked: string[] = [];
  const index = new KeywordIndex(many, (words) => {
    asked.push(words);
    return split(words);
  });
  asked.length = 0;
  expect([...index.find('best word77 tea').keys()]).toEqual(['77']);
  // Nothing is cut for the ten thousand others.
  expect(asked.length).toBeLessThan(10);
});
