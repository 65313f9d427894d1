import fc from 'fast-check';
import { matchSearch } from './match-search';

/** Words between blanks, and for Chinese the two words of this spec: the house's splitter is tried in the api's specs. */
const split = (text: string) => text.match(/冷泡|茶|夏日|[a-z0-9]+/gu) ?? [];
const ask = (
  query: string,
  keywords: Parameters<typeof matchSearch>[1]['keywords'],
  negatives: string[] = [],
) => matchSearch(query, { keywords, negatives }, split);
const exact = [{ text: '冷泡茶', match: 'exact' }] as const;
const phrase = [{ text: '冷泡茶', match: 'phrase' }] as const;
const broad = [{ text: '冷泡茶', match: 'broad' }] as const;

describe('matching searches with keywords', () => {
  it('takes the whole query for exact, one piece for phrase, all words for broad', () => {
    expect(ask('冷泡茶', exact)).toMatchObject({ shown: true, as: 'exact' });
    expect(ask('夏日冷泡茶', exact)).toEqual({ shown: false, because: 'no-keyword' });
    expect(ask('夏日冷泡茶', phrase)).toMatchObject({ shown: true, as: 'phrase' });
    expect(ask('茶怎么冷泡', phrase).shown).toBe(false);
    expect(ask('茶怎么冷泡', broad)).toMatchObject({ shown: true, as: 'broad', match: 'broad' });
    expect(ask('冷泡咖啡', broad).shown).toBe(false);
  });

  it('does not mind width, capitals, accents and blanks', () => {
    expect(ask('冷泡 茶', exact).shown).toBe(true);
    expect(ask('ＣＯＬＤ　ｂｒｅｗ  Tea', [{ text: 'cold brew téa', match: 'exact' }]).shown).toBe(true);
  });

  it('ends a word where its letters end', () => {
    const tea = [{ text: 'tea', match: 'phrase' }] as const;
    expect(ask('team building', tea).shown).toBe(false);
    expect(ask('green tea, please', tea).shown).toBe(true);
    expect(ask('steam tea', tea).shown).toBe(true);
    expect(ask('喝tea吗', tea).shown).toBe(true);
  });

  it('stays away for a negative, whatever is met, and says which', () => {
    expect(ask('冷泡茶 咖啡', phrase, ['咖啡'])).toEqual({
      shown: false,
      because: 'negative',
      negative: '咖啡',
    });
    expect(ask('green team tea', [{ text: 'tea', match: 'broad' }], ['tea m', 'eam']).shown).toBe(true);
  });

  it('says the closest of several, then the longest', () => {
    const several = [
      { text: '茶', match: 'phrase' },
      { text: '冷泡茶', match: 'broad' },
      { text: '夏日', match: 'phrase' },
    ] as const;
    expect(ask('夏日冷泡茶', several)).toMatchObject({ keyword: '冷泡茶', as: 'phrase' });
  });

  it('shows for phrase whatever it shows for exact, and for broad whatever it shows for phrase', () => {
    const text = fc
      .array(fc.constantFrom('冷泡', '茶', '夏日', 'tea ', ' brew'), { maxLength: 5 })
      .map((of) => of.join(''));
    fc.assert(
      fc.property(text, text, (query, keyword) => {
        const shown = (['exact', 'phrase', 'broad'] as const).map(
          (match) => ask(query, [{ text: keyword, match }]).shown,
        );
        expect(shown).toEqual([...shown].sort());
      }),
    );
  });

  it('is met by nothing when nothing is wanted', () => {
    expect(ask('', [{ text: '  ', match: 'broad' }]).shown).toBe(false);
  });
});
