import fc from 'fast-check';
import { keywordMap, matchKeywords } from './match-keywords';
import { type NoteToken, noteFields, weighKeywords } from './weigh-keywords';

const tokens = (text: Partial<Record<(typeof noteFields)[number], string>>): NoteToken[] =>
  noteFields.flatMap((field) => (text[field] ?? '').split(' ').map((word) => ({ word, field })));

describe('the keywords of a note', () => {
  it('are weighed by where they stand: topic, title, body', () => {
    const weighed = weighKeywords(tokens({ title: '冷泡茶', topic: '夏日', body: '乌龙' }));
    expect(weighed.map(({ word }) => word)).toEqual(['夏日', '冷泡茶', '乌龙']);
    expect(weighed[0]?.weight).toBe(1);
    expect(weighed[2]?.weight).toBeCloseTo(0.5, 9);
  });

  it('are not what is merely said often', () => {
    const body = Array<string>(20).fill('好喝').join(' ');
    const [first, second] = weighKeywords(tokens({ title: '茶', topic: '茶', body: `${body} 茶` }));
    expect(first?.word).toBe('好喝');
    expect(second?.weight).toBeGreaterThan(0.6);
  });

  it('leave out what says nothing: stop words, numbers, signs, single letters', () => {
    const weighed = weighKeywords(
      tokens({ title: 'The 5 的 best ！ 、 a b 茶 iced Tea', body: '我们 真的 100% to' }),
    );
    expect(weighed.map(({ word }) => word)).toEqual(['best', '茶', 'iced', 'tea']);
  });

  it('prefer rare words where the language is known', () => {
    const idf = new Map([
      ['美食', 1],
      ['冷泡', 6],
    ]);
    const weighed = weighKeywords(tokens({ title: '美食 冷泡 凤凰单丛' }), { idf });
    expect(weighed.map(({ word, weight }) => [word, weight])).toEqual([
      ['冷泡', 1],
      ['凤凰单丛', 1],
      ['美食', 1 / 6],
    ]);
  });

  it('stay within their limit and between 0 and 1, whatever is written', () => {
    const token = fc.record({
      word: fc.string({ maxLength: 6, unit: 'grapheme' }),
      field: fc.constantFrom(...noteFields),
    });
    fc.assert(
      fc.property(fc.array(token), fc.integer({ min: 1, max: 20 }), (written, limit) => {
        const weighed = weighKeywords(written, { limit });
        expect(weighed.length).toBeLessThanOrEqual(limit);
        for (const { weight } of weighed) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('matching keywords', () => {
  const note = keywordMap([
    { word: '茶', weight: 1 },
    { word: '夏日', weight: 0.5 },
  ]);

  it('says how much of what is wanted the note has', () => {
    expect(matchKeywords(new Map([['茶', 1]]), note)).toBe(1);
    expect(
      matchKeywords(
        new Map([
          ['茶', 1],
          ['咖啡', 1],
        ]),
        note,
      ),
    ).toBe(0.5);
    expect(
      matchKeywords(
        new Map([
          ['夏日', 3],
          ['茶', 1],
        ]),
        note,
      ),
    ).toBeCloseTo(0.625, 9);
  });

  it('is nothing when nothing is wanted or had', () => {
    expect(matchKeywords(new Map(), note)).toBe(0);
    expect(matchKeywords(new Map([['茶', 1]]), new Map())).toBe(0);
  });
});
