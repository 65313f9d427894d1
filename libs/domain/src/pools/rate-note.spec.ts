import fc from 'fast-check';
import {
  chanceAbove,
  liftInterval,
  rateNote,
  ratingShape,
  type RatingPrior,
  shapeOfNewNotes,
} from './rate-note';

/** The reference world's average note: opens worth 0.5, then 0.234 more; phi 3.15 (pools.md section 1). */
const prior: RatingPrior = {
  hookMean: 1,
  hookShape: 4,
  contentMean: 1,
  contentShape: 4.5,
  contentDispersion: 3.15,
  clickWeight: 0.5,
  contentPerClick: 0.234,
};
const response = (clicks: number, expectedClicks: number, perClick = 0.234) => ({
  clicks,
  expectedClicks,
  content: clicks * perClick,
});

describe('the rating of a note', () => {
  it('is that of an average note before anybody has seen it, and as wide as notes differ', () => {
    const unseen = rateNote(response(0, 0), prior);
    expect(unseen).toMatchObject({ lift: 1, hook: 1, content: 1 });
    expect(ratingShape(unseen)).toBe(shapeOfNewNotes(prior));
    expect(shapeOfNewNotes(prior)).toBeLessThan(4);
  });

  it('is hook x content, shrunk: 34 opens where an average note gets 21', () => {
    const rating = rateNote(response(34, 21), prior);
    expect(rating.hook).toBeCloseTo(38 / 25, 9);
    expect(rating.content).toBeCloseTo(1, 9);
    expect(rating.lift).toBeCloseTo(38 / 25, 9);
  });

  it('learns less from one follow than from eight likes, since it may be chance', () => {
    const byFollow = rateNote({ ...response(20, 20), content: 8 + 4.68 }, { ...prior, contentDispersion: 6 });
    const byLikes = rateNote({ ...response(20, 20), content: 8 + 4.68 }, { ...prior, contentDispersion: 1 });
    expect(byFollow.content).toBeGreaterThan(1);
    expect(byFollow.content).toBeLessThan(byLikes.content);
  });

  it('is the same wherever its prior mean is only another unit of what is expected', () => {
    const twice = rateNote(response(34, 21), { ...prior, hookMean: 2 });
    const once = rateNote(response(34, 42), prior);
    expect(twice.hook).toBeCloseTo(2 * once.hook, 9);
  });

  it('has an interval of four fifths, and a chance that agrees with it', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        (clicks, expected, perClick) => {
          const rating = rateNote(response(clicks, expected, perClick), prior);
          const { low, high } = liftInterval(rating);
          expect(low).toBeLessThan(rating.lift);
          expect(high).toBeGreaterThan(rating.lift);
          expect(Math.abs(chanceAbove(rating, low) - 0.9)).toBeLessThan(0.02);
          expect(Math.abs(chanceAbove(rating, high) - 0.1)).toBeLessThan(0.02);
        },
      ),
    );
  });

  it('is above a higher bar with a smaller chance, and with a greater one for more content', () => {
    const rating = rateNote(response(30, 20), prior);
    expect(chanceAbove(rating, 0)).toBeCloseTo(1, 9);
    expect(chanceAbove(rating, 1)).toBeGreaterThan(chanceAbove(rating, 1.2));
    const liked = rateNote({ ...response(30, 20), content: 20 }, prior);
    expect(chanceAbove(liked, 1)).toBeGreaterThan(chanceAbove(rating, 1));
    expect(chanceAbove(rateNote(response(30, 20, 0), { ...prior, contentPerClick: 0 }), 1)).toBeGreaterThan(
      0.9,
    );
  });
});
