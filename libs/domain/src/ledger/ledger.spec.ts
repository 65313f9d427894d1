import fc from 'fast-check';
import { balanced } from './journal';
import { shareCents } from './rounding';

describe('balanced', () => {
  it('lets an entry through that sums to zero, without its empty legs', () => {
    expect(
      balanced([
        { account: 'cash', cents: -500 },
        { account: 'reserved', cents: 500 },
        { account: 'voucher', cents: 0 },
      ]),
    ).toEqual([
      { account: 'cash', cents: -500 },
      { account: 'reserved', cents: 500 },
    ]);
  });

  it.each([
    ['a cent is missing', [-500, 499]],
    ['a cent is broken', [-0.5, 0.5]],
    ['an amount is no number', [Number.NaN, 0]],
    ['an amount is beyond what a number can hold', [2 ** 53, -(2 ** 53)]],
  ])('throws when %s', (_, [from, to]) => {
    expect(() =>
      balanced([
        { account: 'cash', cents: from as number },
        { account: 'spent', cents: to as number },
      ]),
    ).toThrow(RangeError);
  });
});

describe('shareCents', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [1, 2, 3], [2, 3, 5]],
    [5, [0, 1, 0], [0, 5, 0]],
    [0, [0, 0], [0, 0]],
  ])('splits %p cents by %p into %p', (total, weights, parts) => {
    expect(shareCents(total, weights)).toEqual(parts);
  });

  it('loses and invents no cent, and stays within a cent of the exact part', () => {
    const weights = fc
      .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((weight) => weight > 1e-3));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), weights, (total, all) => {
        const parts = shareCents(total, all);
        const sum = all.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, index) => {
          const exact = total * ((all[index] as number) / sum);
          expect(Math.abs(part - exact)).toBeLessThanOrEqual(1);
          expect(part).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('refuses to split something among nobody', () => {
    expect(() => shareCents(1, [0, 0])).toThrow(RangeError);
    expect(() => shareCents(1, [-1, 2])).toThrow(RangeError);
    expect(() => shareCents(1.5, [1])).toThrow(RangeError);
  });
});
