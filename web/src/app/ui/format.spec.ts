import { TestBed } from '@angular/core/testing';
import type { Language } from '../../i18n/language';
import { theConsole } from '../../testing/opened';
import { Format } from './format';

async function formatIn(language: Language): Promise<Format> {
  await theConsole({ language });
  return TestBed.inject(Format);
}

describe('figures and times', () => {
  it.each<[Language, number, string]>([
    ['en', 9_999, '9,999'],
    ['en', 12_408, '12.4K'],
    ['en', 1_284_031, '1.28M'],
    ['zh-CN', 9_999, '9,999'],
    ['zh-CN', 12_408, '1.24万'],
    ['zh-CN', 1_284_031, '128.4万'],
    ['zh-CN', 234_500_000, '2.345亿'],
  ])('writes in %s %d shortly as %s', async (language, value, written) => {
    expect((await formatIn(language)).compact(value)).toBe(written);
  });

  it('writes cents as yuan, exactly', async () => {
    const format = await formatIn('zh-CN');
    expect(format.money(123_450)).toBe('¥1,234.50');
    expect(format.money(-1)).toBe('-¥0.01');
    expect(format.roundMoney(30_000)).toBe('¥300');
    expect(format.roundMoney(30_001)).toBe('¥300.01');
  });

  it('never shows the unknown as zero', async () => {
    const format = await formatIn('en');
    expect([
      format.number(null),
      format.money(null),
      format.percent(null),
      format.lift(null),
      format.ago(null),
    ]).toEqual(Array(5).fill('–'));
  });

  it('writes a metric in the unit of its definition', async () => {
    const format = await formatIn('en');
    expect(format.metric('ctr', 0.0922)).toBe('9.2%');
    expect(format.metric('replyMinutesMedian', 76)).toBe('76 min');
    expect(format.metric('passProbability', 0.814)).toBe('81%');
    expect(format.metric('lift', 1.4)).toBe('×1.40');
    expect(format.metric('spend', 138_027)).toBe('¥1,380.27');
  });

  it('tells the time of Shanghai, whatever the clock here says', async () => {
    const format = await formatIn('en');
    expect(format.clock('2026-11-22T18:02:11Z')).toBe('02:02:11');
    expect(format.day('2026-11-22T18:02:11Z', new Date('2026-11-25T00:00:00Z'))).toBe('23 Nov');
  });

  it('names the year when it is another one', async () => {
    const format = await formatIn('zh-CN');
    expect(format.day('2025-12-31T15:59:00Z', new Date('2026-11-25T00:00:00Z'))).toBe('2025年12月31日');
    expect(format.day('2025-12-31T16:00:00Z', new Date('2026-11-25T00:00:00Z'))).toBe('1月1日');
  });

  it.each([
    [-20, 'just now'],
    [-50, '1 minute ago'],
    [-49 * 60, '49 minutes ago'],
    [-55 * 60, '1 hour ago'],
    [-23 * 3600, '1 day ago'],
    [14 * 3600, 'in 14 hours'],
  ])('says how long ago %d seconds are', async (seconds, words) => {
    const now = new Date('2026-11-23T06:00:00Z');
    const at = new Date(now.getTime() + seconds * 1000);
    expect((await formatIn('en')).ago(at, now)).toBe(words);
  });
});
