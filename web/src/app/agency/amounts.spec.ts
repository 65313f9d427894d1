import { basisPointsOf, signedCents } from './amounts';

describe('amounts of an agency', () => {
  it('may be below zero', () => {
    expect([signedCents('-200'), signedCents('−1,000.5'), signedCents('12.34')]).toEqual([
      -20_000, -100_050, 1_234,
    ]);
    expect([signedCents(''), signedCents('--1'), signedCents('1.234')]).toEqual([null, null, null]);
  });

  it('are shares up to a hundred, in two decimals', () => {
    expect([basisPointsOf('8'), basisPointsOf('12.5%'), basisPointsOf('100')]).toEqual([800, 1_250, 10_000]);
    expect([basisPointsOf('120'), basisPointsOf('-1'), basisPointsOf('8.125')]).toEqual([null, null, null]);
  });
});
