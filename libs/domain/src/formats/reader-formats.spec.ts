import { readerFormats } from './reader-formats';

describe('figures as readers write them', () => {
  const zh = readerFormats('zh-CN');
  const en = readerFormats('en');

  it('are short in tiles: in ten thousands in Chinese, in thousands in English', () => {
    expect([9_999, 12_400, 184_000, 1_284_000].map((n) => zh.compact(n))).toEqual([
      '9,999',
      '1.24万',
      '18.4万',
      '128.4万',
    ]);
    expect([9_999, 12_400, 184_000, 1_284_000].map((n) => en.compact(n))).toEqual([
      '9,999',
      '12.4K',
      '184K',
      '1.28M',
    ]);
  });

  it('show fen only where there are some', () => {
    expect([zh.roundMoney(320_000), zh.roundMoney(320_050), zh.money(320_000)]).toEqual([
      '¥3,200',
      '¥3,200.50',
      '¥3,200.00',
    ]);
  });

  it('tell days of Shanghai, whatever the clock of the machine says', () => {
    const late = new Date('2026-11-20T16:30:00Z');
    expect([zh.dayOfYear(late), zh.day(late), zh.time(late)]).toEqual([
      '2026年11月21日',
      '11月21日',
      '00:30',
    ]);
    expect([en.dayOfYear(late), en.day(late), en.year(late)]).toEqual(['21 Nov 2026', '21 Nov', '2026']);
  });

  it('do not take the unknown for zero', () => {
    for (const format of [zh.number, zh.compact, zh.money, zh.roundMoney, zh.percent, zh.decimal])
      expect([format(null), format(0)]).toEqual(['–', expect.stringContaining('0')]);
  });
});
