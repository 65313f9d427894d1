import { categories, rails } from '@poolrise/domain';
import { oddsOf } from './respond';

describe('how readers respond', () => {
  const average = { hook: 1, content: 1 };

  it.each(categories)(
    'opens natural slots of %s in the sourced range and paid ones less, by another table',
    (category) => {
      const natural = oddsOf(category, average, 'organic').click;
      const paid = oddsOf(category, average, 'paid').click;
      expect(natural).toBeGreaterThanOrEqual(0.07);
      expect(natural).toBeLessThanOrEqual(0.1);
      expect(paid).toBeGreaterThanOrEqual(0.016);
      expect(paid).toBeLessThanOrEqual(0.05);
      expect(natural / paid).toBeGreaterThan(1.8);
    },
  );

  it('opens a better cover more often and keeps to what a better text promises', () => {
    const plain = oddsOf('food', average, 'organic');
    const loud = oddsOf('food', { hook: 2, content: 1 }, 'organic');
    const deep = oddsOf('food', { hook: 1, content: 2 }, 'organic');
    expect(loud.click).toBeCloseTo(2 * plain.click);
    expect(loud.like).toBe(plain.like);
    expect(deep.click).toBe(plain.click);
    expect(deep.collect).toBeCloseTo(2 * plain.collect);
    expect(deep.hidePerImpression).toBeLessThan(plain.hidePerImpression);
  });

  it('never turns into a certainty', () => {
    for (const rail of rails) {
      const odds = oddsOf('food', { hook: 1_000, content: 1_000 }, rail, 10);
      for (const chance of [odds.click, odds.like, odds.collect, odds.comment, odds.share, odds.follow])
        expect(chance).toBeLessThan(0.5);
    }
  });
});
