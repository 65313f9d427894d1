import { noCounts } from '../metrics/engagement';
import { type BoostForecastAsk, forecastBoost } from './forecast-boost';

const ask: BoostForecastAsk = {
  goal: 'reads',
  budgetCents: 7_500,
  voucherImpressions: 0,
  category: 'beauty',
  durationHours: 24,
  noteEvidence: null,
};

describe('what a boost is likely to bring', () => {
  it('promises impressions and estimates the rest from paid rates, not natural ones', () => {
    const forecast = forecastBoost(ask);
    expect(forecast.impressions).toBe(5_000);
    expect(forecast.reads.expected).toBeCloseTo(190, 6);
    expect(forecast.reads).toMatchObject({ mark: 'D', source: expect.stringContaining('Juguang') as string });
    expect(forecast.likesCollects.expected).toBeCloseTo(190 * 0.5 * (0.045 + 0.03), 6);
    expect(forecast.follows.expected).toBeCloseTo(190 * 0.5 * 0.009, 6);
    expect(forecast.goalFigure).toEqual(forecast.reads);
    expect(forecast.centsPerGoal).toBeCloseTo(7_500 / 190, 6);
  });

  it('counts the impressions of a traffic voucher', () => {
    expect(forecastBoost({ ...ask, voucherImpressions: 1_000 }).impressions).toBe(6_000);
  });

  it('gives wider intervals to rarer things, and narrower ones to what the note has shown', () => {
    const width = ({ low, high, expected }: { low: number; high: number; expected: number }) =>
      (high - low) / expected;
    const blind = forecastBoost(ask);
    expect(width(blind.follows)).toBeGreaterThan(width(blind.reads));

    const paidCounts = {
      ...noCounts(),
      impressions: 20_000,
      clicks: 400,
      likes: 12,
      collects: 8,
      follows: 2,
    };
    const known = forecastBoost({ ...ask, noteEvidence: { paidCounts, hookLift: null } });
    expect(known.reads.expected).toBeLessThan(blind.reads.expected);
    expect(width(known.reads)).toBeLessThan(width(blind.reads) / 1.5);
  });

  it('expects more of a note whose cover works, though not all of it', () => {
    const hooked = forecastBoost({ ...ask, noteEvidence: { paidCounts: noCounts(), hookLift: 1.44 } });
    expect(hooked.reads.expected / forecastBoost(ask).reads.expected).toBeCloseTo(1.2, 6);
  });

  it.each(['reads', 'likes-collects', 'follows'] as const)('shows the figure of the goal: %s', (goal) => {
    const { goalFigure, reads, likesCollects, follows } = forecastBoost({ ...ask, goal });
    expect(goalFigure).toEqual({ reads, 'likes-collects': likesCollects, follows }[goal]);
    expect(goalFigure.low).toBeLessThan(goalFigure.expected);
    expect(goalFigure.high).toBeGreaterThan(goalFigure.expected);
  });

  it('falls back to the sample of an official order report for a category nobody published', () => {
    expect(forecastBoost({ ...ask, category: 'pets' }).reads).toMatchObject({ expected: 125, mark: 'B' });
  });
});
