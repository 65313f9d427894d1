import * as fc from 'fast-check';
import { foldForSearch, isShortLink, readCreatorReference } from './search-text';

describe('a name as searches compare it', () => {
  it.each([
    ['小满爱喝茶', '小满爱喝茶'],
    ['Ｌｉｎ　Ｘｉａｏ', 'lin xiao'],
    ['Café  Señora', 'cafe senora'],
    ['Аррlе', 'apple'],
    ['小\u200b满', '小满'],
    ['茶🍵日记', '茶🍵日记'],
    ['  A\tB ', 'a b'],
  ])('%j is %j', (text, folded) => expect(foldForSearch(text)).toBe(folded));

  it('is the same when folded twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      }),
    );
  });
});

describe('a reference to one creator', () => {
  const platformId = '5a1b2c3d4e5f60718293a4b5';
  it.each([
    [platformId, { platformId }],
    [platformId.toUpperCase(), { platformId }],
    [`https://www.xiaohongshu.com/user/profile/${platformId}?xsec_token=AB`, { platformId }],
    [`看看这个博主 https://www.rednote.com/user/profile/${platformId} 复制打开`, { platformId }],
    [`pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${platformId}`, { platformId }],
    ['小红书号：600012345', { redId: '600012345' }],
    ['@xiaoman.tea', { redId: 'xiaoman.tea' }],
    ['600012345', { redId: '600012345' }],
    [`https://evil.example/user/profile/${platformId}`, null],
    [`https://xiaohongshu.com.evil.example/user/profile/${platformId}`, null],
    ['小满', null],
    ['12', null],
  ])('%s', (text, reference) => expect(readCreatorReference(text)).toEqual(reference));

  it('knows a short link, which names nobody by itself', () => {
    expect(isShortLink('http://xhslink.com/a/Xy12')).toBe(true);
    expect(isShortLink('notxhslink.com/a')).toBe(false);
  });
});
