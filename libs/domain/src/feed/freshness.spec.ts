import { feedHalfLifeHours, freshness, searchHalfLifeHours } from './freshness';

describe('freshness', () => {
  it('halves in a day and a half in the feed, and lasts for weeks in search', () => {
    expect(freshness(0, feedHalfLifeHours)).toBe(1);
    expect(freshness(36, feedHalfLifeHours)).toBeCloseTo(0.5, 9);
    expect(freshness(36, searchHalfLifeHours)).toBeGreaterThan(0.97);
  });

  it('is full for a note whose clock runs ahead of ours', () => {
    expect(freshness(-2, feedHalfLifeHours)).toBe(1);
  });
});
