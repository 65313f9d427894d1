import { asWritten, readAmount, readRange, toMetricUnit, writeRange } from './amount';

describe('an amount as people write it', () => {
  it.each([
    ['12000', 12_000],
    ['12,000', 12_000],
    ['1.2万', 12_000],
    ['１．２万', 12_000],
    ['12k', 12_000],
    ['1.2W', 12_000],
    ['3 百万', 3_000_000],
    ['1亿', 100_000_000],
    ['¥300', 300],
    ['15%', 15],
    ['-2.5', -2.5],
    ['.5', 0.5],
  ])('reads %s', (text, amount) => expect(readAmount(text)).toBe(amount));

  it('knows nothing from what cannot be read', () => {
    expect(readAmount(' ')).toBeNull();
    for (const text of ['abc', '1.2.3', '1万2', '--1', '万', '1e5', '9'.repeat(40)])
      expect(readAmount(text)).toBeNaN();
  });

  it('is written in yuan and percent, and kept in cents and shares', () => {
    expect(toMetricUnit('imageCents', 300)).toBe(30_000);
    expect(toMetricUnit('growth30d', 7)).toBe(0.07);
    expect(toMetricUnit('followers', 12_000)).toBe(12_000);
    expect(asWritten('imageCents', 30_050)).toBe('300.5');
    expect(asWritten('growth30d', 0.07)).toBe('7');
  });
});

describe('a range of an address', () => {
  it('is open at either end or closed', () => {
    expect(readRange('10..')).toEqual({ min: 10, max: null });
    expect(readRange('..-0.5')).toEqual({ min: null, max: -0.5 });
    expect(readRange('1..1')).toEqual({ min: 1, max: 1 });
    expect(writeRange({ min: 1, max: null })).toBe('1..');
    expect(writeRange({ min: null, max: null })).toBeUndefined();
  });

  it('is left out when it makes no sense', () => {
    for (const text of ['..', '', '5', 'a..b', '1..2..3', '9..1', '1e3..', undefined])
      expect(readRange(text)).toBeNull();
  });
});
