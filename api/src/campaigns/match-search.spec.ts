import { matchSearch } from '@poolrise/domain';
import { searchWordsOf } from '../words/segment';

/** The domain matches; here with the splitter by which notes are found. */
const ask = (query: string, text: string, match: 'exact' | 'phrase' | 'broad', negatives: string[] = []) =>
  matchSearch(query, { keywords: [{ text, match }], negatives }, searchWordsOf);

describe('keywords of campaigns, with the words of the house', () => {
  it('meet Chinese words in any order when they are broad', () => {
    expect(ask('夏天喝什么冷泡茶', '冷泡茶 夏天', 'broad')).toMatchObject({ shown: true, as: 'broad' });
    expect(ask('夏天喝什么热茶', '冷泡茶 夏天', 'broad').shown).toBe(false);
    expect(ask('敏感肌精华推荐', '精华', 'phrase')).toMatchObject({ shown: true, as: 'phrase' });
  });

  it('meet English words in any form when they are broad, and as written when they are a phrase', () => {
    expect(ask('best teas for brewing cold', 'cold brew tea', 'broad')).toMatchObject({ as: 'broad' });
    expect(ask('best teas for brewing cold', 'cold brew tea', 'phrase').shown).toBe(false);
    expect(ask('How to COLD BREW TEA at home', 'cold brew tea', 'phrase')).toMatchObject({ as: 'phrase' });
  });

  it('stay away from what is negative in either language', () => {
    expect(ask('双十一冷泡茶优惠', '冷泡茶', 'phrase', ['优惠'])).toMatchObject({ because: 'negative' });
    expect(ask('free cold brew tea', 'cold brew tea', 'phrase', ['free'])).toMatchObject({
      negative: 'free',
    });
  });
});
