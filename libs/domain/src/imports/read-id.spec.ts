import fc from 'fast-check';
import { endsLikeALostId, readAnyId, readDigitsId, readNoteId, readNoteLink } from './read-id';
import { readFlag, readNoteType, readText } from './read-words';

const id = '65a769f54cf20bd0ed69a0f2';
const person = '5f0e1d2c3b4a59687766554a';
const value = (text: string) => ({ kind: 'value', value: text });
const refused = (code: string) => ({ kind: 'refused', code });

describe('ids of notes', () => {
  it.each([
    id,
    id.toUpperCase(),
    ` '${id}`,
    `https://www.xiaohongshu.com/explore/${id}`,
    `https://www.xiaohongshu.com/explore/${id}?xsec_token=ABsecret=&xsec_source=pc_feed`,
    `http://xiaohongshu.com/discovery/item/${id}?app_platform=ios`,
    `https://www.rednote.com/explore/${id}`,
    `www.xiaohongshu.com/search_result/${id}`,
    `https://www.xiaohongshu.com/user/profile/${person}/${id}`,
    `/explore/${id}`,
    `xhsdiscover://item/${id}`,
    `看看这篇 https://www.xiaohongshu.com/explore/${id}，复制打开`,
  ])('are found in %j, without its token', (text) => {
    expect(readNoteId(text)).toEqual(value(id));
    expect(readNoteLink(text)).toEqual(value(`https://www.xiaohongshu.com/explore/${id}`));
  });

  it.each([
    ['https://www.xiaohongshu.com/user/profile/' + person, 'profile-link'],
    [`https://example.com/explore/${id}`, 'foreign-link'],
    ['6.5E+23', 'exponent-form'],
    [6.5e23, 'id-digits-lost'],
    [`${id}0`, 'not-a-note-id'],
    [id.slice(1), 'not-a-note-id'],
    [`https://www.xiaohongshu.com/explore/${id}0`, 'not-a-note-id'],
    ['hello', 'not-a-note-id'],
    [true, 'not-a-note-id'],
  ])('are not found in %j', (cell, code) => {
    expect(readNoteId(cell)).toEqual(refused(code));
  });

  it('stay unknown behind a short link, which is kept', () => {
    const text = '42 发布了一篇小红书笔记 http://xhslink.com/a/AbC123 复制本条信息';
    expect(readNoteId(text)).toEqual({ kind: 'unknown', why: 'short-link' });
    expect(readNoteLink(text)).toEqual(value('http://xhslink.com/a/AbC123'));
  });
});

describe('ids of digits', () => {
  it('stay strings, however long', () => {
    expect(readDigitsId('192837465564738291')).toEqual(value('192837465564738291'));
    expect(readDigitsId("'202608061234567890123456", [15, 30])).toEqual(value('202608061234567890123456'));
    expect(readDigitsId('\t192837465564738291')).toEqual(value('192837465564738291'));
    expect(readDigitsId(123_456)).toEqual(value('123456'));
  });

  it.each([
    ['1.23E+17', 'exponent-form'],
    ['1.92837e+17', 'exponent-form'],
    [1.92837465564738e17, 'id-digits-lost'],
    [1_928_374_655_647_380, 'id-digits-lost'],
    ['20260806123456700000', 'id-digits-lost'],
    ['12345', 'not-an-id'],
    ['AB192837465564738', 'not-an-id'],
  ])('are refused when a spreadsheet destroyed them: %s', (cell, code) => {
    expect(readDigitsId(cell, [15, 30])).toEqual(refused(code));
  });

  it('look lost when all after the fifteenth digit is zero', () => {
    expect(endsLikeALostId('192837465564738000')).toBe(true);
    expect(endsLikeALostId('192837465564738001')).toBe(false);
  });

  it('survive every string, and are never another string', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789eE+.') })),
        (text) => {
          for (const reading of [readDigitsId(text), readAnyId(text), readNoteId(text)])
            if (reading.kind === 'value')
              expect(text.normalize('NFKC').toLowerCase()).toContain(reading.value.toLowerCase());
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('words', () => {
  it('tell a note from a video', () => {
    for (const word of ['图文', 'normal', 'image', '1', 1, '图文笔记'])
      expect(readNoteType(word)).toEqual(value('image'));
    for (const word of ['视频', 'video', '2', 2, ' 视频 '])
      expect(readNoteType(word)).toEqual(value('video'));
    expect(readNoteType('直播')).toEqual(refused('not-a-note-type'));
  });

  it('say yes and no, and keep titles with their emoji', () => {
    expect(readFlag('是')).toEqual({ kind: 'value', value: true });
    expect(readFlag('否')).toEqual({ kind: 'value', value: false });
    expect(readFlag('也许')).toEqual(refused('not-yes-or-no'));
    expect(readText(' "好物" 👩\u200d👧\u200b ')).toEqual(value('"好物" 👩\u200d👧'));
    expect(readText('')).toEqual({ kind: 'unknown', why: 'empty' });
  });
});
