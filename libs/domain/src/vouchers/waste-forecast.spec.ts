import { dayMs, noon } from '../boosts/a-boost';
import { wasteForecast } from './waste-forecast';

const voucher = (id: string, worthCents: number, days: number) => ({
  id,
  worthCents,
  expiresAt: noon + days * dayMs,
});

describe('what is wasted when everything goes on as before', () => {
  it('is the chance that nobody comes in time: averaged over the rate, (days / (days + ahead)) ** (uses + 1/2)', () => {
    const pace = { uses: 3, days: 30 };
    const { lostChance, expectedCents } = wasteForecast([voucher('a', 10_000, 10)], pace, noon);
    const chance = (30 / 40) ** 3.5;
    expect(lostChance.get('a')).toBeCloseTo(chance, 2);
    expect(expectedCents / 10_000).toBeCloseTo(chance, 2);
  });

  it('gives the first to come to the one that ends first, so the last of three is the likeliest to be lost', () => {
    const same = [voucher('a', 100, 7), voucher('b', 100, 7), voucher('c', 100, 7)];
    const { lostChance } = wasteForecast(same, { uses: 6, days: 30 }, noon);
    // Negative binomial: fewer than one, two, three uses in a week.
    const [shape, p] = [6.5, 30 / 37];
    const none = p ** shape;
    const one = none * shape * (1 - p);
    const two = one * ((shape + 1) / 2) * (1 - p);
    expect(lostChance.get('a')).toBeCloseTo(none, 2);
    expect(lostChance.get('b')).toBeCloseTo(none + one, 2);
    expect(lostChance.get('c')).toBeCloseTo(none + one + two, 2);
  });

  it('loses nothing more of a voucher whose turn comes after another is over', () => {
    // The first is over before anybody can come; the second is then the next to be used.
    const { lostChance } = wasteForecast(
      [voucher('over', 500, 0), voucher('next', 500, 10)],
      { uses: 3, days: 30 },
      noon,
    );
    expect(lostChance.get('over')).toBeCloseTo(1, 9);
    expect(lostChance.get('next')).toBeCloseTo((30 / 40) ** 3.5, 2);
  });

  it('says with an interval how far that may be off: wide after few uses, narrow for a steady pace', () => {
    const many = Array.from({ length: 10 }, (_, n) => voucher(String(n), 1_000, 3 * (n + 1)));
    const width = (uses: number, days: number) => {
      const { lowCents, expectedCents, highCents } = wasteForecast(many, { uses, days }, noon);
      expect(lowCents).toBeLessThanOrEqual(expectedCents);
      expect(expectedCents).toBeLessThanOrEqual(highCents);
      return highCents - lowCents;
    };
    expect(width(2, 10)).toBeGreaterThan(width(200, 1_000));
    expect(wasteForecast(many, { uses: 0, days: 60 }, noon).highCents).toBe(10_000);
    expect(wasteForecast(many, { uses: 3_000, days: 60 }, noon).highCents).toBeLessThan(100);
  });

  it('says nothing of no vouchers, and refuses a pace that was watched for no time', () => {
    expect(wasteForecast([], { uses: 1, days: 1 }, noon)).toMatchObject({ expectedCents: 0, highCents: 0 });
    expect(() => wasteForecast([], { uses: 0, days: 0 }, noon)).toThrow(RangeError);
  });
});
