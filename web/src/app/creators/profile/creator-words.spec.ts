import { TestBed } from '@angular/core/testing';
import { Texts } from '../../../i18n/texts';
import { aCreator } from '../../../testing/a-creator-record';
import { theConsole } from '../../../testing/opened';
import { Format } from '../../ui/format';
import { CreatorWords } from '../ui/creator-words';
import { figureText, homeOf, placeOf, whyUnknown } from './creator-words';
import { leadSentence } from './lead-sentence';

async function speaking(language: 'en' | 'zh-CN') {
  await theConsole({ language });
  return [TestBed.inject(Texts), TestBed.inject(Format)] as const;
}
const without = (...gone: (keyof ReturnType<typeof aCreator>['figures'])[]) => {
  const { figures } = aCreator();
  return { ...figures, ...Object.fromEntries(gone.map((metric) => [metric, null])) };
};

describe('the place among peers', () => {
  it.each([
    ['readsMedian', 82, 8_420, { side: 'above', share: 82 }],
    ['imageReadCents', 36, 14, { side: 'below', share: 64 }],
    ['growth30d', 40, 0, { side: 'above', share: 40 }],
    ['readsMedian', null, 8_420, null],
  ] as const)('of %s at percentile %s', (metric, percentile, value, place) => {
    expect(placeOf(metric, percentile, value)).toEqual(place);
  });

  // Half of those who stand at the same value count as below: 94 % of the peers without a hit make a percentile of 47.
  it.each([
    ['hundredLikesShare', 47, 0, { side: 'same', share: 94 }],
    ['onTimeShare', 70, 1, { side: 'above', share: 40 }],
    ['onTimeShare', 50, 1, { side: 'same', share: 100 }],
    ['activeOrders', 45, 0, { side: 'below', share: 10 }],
    ['activeOrders', 50, 0, { side: 'same', share: 100 }],
  ] as const)(
    'of %s at an end of its scale leaves out those who stand there too',
    (metric, p, value, place) => {
      expect(placeOf(metric, p, value)).toEqual(place);
    },
  );
});

describe('the first sentence', () => {
  it('says what a note brings and what a read costs, each against the peers', async () => {
    const view = aCreator({ percentiles: { ...aCreator().percentiles, imageReadCents: 36 } });
    expect(leadSentence(view, ...(await speaking('zh-CN')))).toBe(
      '每发一篇日常笔记，通常有 *8,420* 次自然阅读，高于 *82%* 的腰部美食博主（140 位）。图文报价 *¥1,200*，折合每次阅读 *¥0.14*，低于 *64%* 的同级博主。',
    );
    expect(leadSentence(view, TestBed.inject(Texts), TestBed.inject(Format))).toContain('腰部美食博主');
  });

  it('speaks English', async () => {
    expect(leadSentence(aCreator(), ...(await speaking('en')))).toBe(
      'A daily note usually gets *8,420* natural reads, above *82%* of 140 peers (Waist, Food). An image note is quoted at *¥1,200*, *¥0.14* a read, below *18%* of those peers.',
    );
  });

  it('goes by the video quote where there is no other', async () => {
    const view = aCreator({ figures: without('imageCents', 'imageReadCents') });
    expect(leadSentence(view, ...(await speaking('en')))).toContain(
      'A video note is quoted at *¥1,800*, *¥0.22*',
    );
  });

  it('takes the median of a few notes for a hint', async () => {
    const medians = aCreator().medians;
    const few = (notes: number) =>
      aCreator({ medians: { ...medians, 'daily.natural': { ...medians['daily.natural'], notes } } });
    const said = await speaking('zh-CN');
    expect(leadSentence(few(4), ...said)).toContain(
      '近 30 天只有 4 篇日常笔记（仅供参考），自然阅读中位数 *8,420*，高于 *82%* 的',
    );
    expect(leadSentence(few(5), ...said)).toContain('每发一篇日常笔记，通常有');
  });

  it('compares nobody with too few peers, and tells of no reads without notes', async () => {
    const said = await speaking('en');
    const alone = aCreator({
      peers: 4,
      percentiles: { ...aCreator().percentiles, readsMedian: null, imageReadCents: null },
    });
    expect(leadSentence(alone, ...said)).toContain('Fewer than 10 creators share tier and category');
    expect(leadSentence(alone, ...said)).not.toContain('peers');
    const silent = aCreator({ figures: without('readsMedian', 'imageCents', 'videoCents') });
    expect(leadSentence(silent, ...said)).toBe(
      'No daily note in the last 30 days, so there are no reads to go by. There is no quote at present.',
    );
  });
});

describe('what is said of a creator', () => {
  it('names the place in the order of the language, and a city that is a province once', async () => {
    const [texts] = await speaking('en');
    const words = TestBed.inject(CreatorWords);
    expect(homeOf(aCreator(), words, texts)).toBe('Wuxi, Jiangsu');
    expect(homeOf(aCreator({ city: 'shanghai', province: 'shanghai' }), words, texts)).toBe('Shanghai');
    expect(homeOf(aCreator({ city: null, province: null }), words, texts)).toBe('');
  });

  it('tells waits as minutes, long ones as hours, and quotes without cents', async () => {
    const said = await speaking('en');
    expect(figureText('replyMinutesMedian', 50, ...said)).toBe('50 min');
    expect(figureText('replyMinutesMedian', 150, ...said)).toBe('2.5 h');
    expect(figureText('imageCents', 120_000, ...said)).toBe('¥1,200');
    expect(figureText('imageReadCents', 14, ...said)).toBe('¥0.14');
  });

  it('gives the reason for what is not known: no quote, or no notes to divide it by', () => {
    const unquoted = aCreator({ figures: without('imageCents', 'imageReadCents') });
    expect(whyUnknown('imageReadCents', unquoted)).toBe('creatorProfile.reason.noImageQuote');
    const silent = aCreator({ figures: without('imageReadCents') });
    expect(whyUnknown('imageReadCents', silent)).toBe('creatorProfile.reason.noImageNotes');
    expect(whyUnknown('readsMedian', aCreator())).toBeNull();
  });
});
