import fc from 'fast-check';
import type { Tally } from './nested-spread';
import { probabilityAboveGroup, shrinkWithin, worthOfShowing } from './shrink-within';

const spread = { between: 0.25, within: 0.0625 };
const tally = (observed: number, expected: number): Tally => ({ observed, expected });
const liftsOf = (group: Tally[], of = spread): number[] => shrinkWithin(group, of).map(({ lift }) => lift);

describe('a note within its group', () => {
  it('is average as long as nobody has seen the group', () => {
    const [only] = shrinkWithin([tally(0, 0)], spread);
    expect(only?.lift).toBe(1);
    expect(only?.groupLift).toBe(1);
    // Both deviations, squared: of the group and of the note.
    expect(only?.variance).toBeCloseTo(0.25 + 0.0625, 10);
  });

  it('takes the lift of its sisters before it has readers of its own', () => {
    const [shown, fresh] = shrinkWithin([tally(40, 20), tally(0, 0)], spread);
    expect(fresh?.lift).toBeCloseTo(fresh?.groupLift ?? 0, 12);
    expect(fresh?.lift).toBeGreaterThan(1.3);
    expect(shown?.lift).toBeGreaterThan(fresh?.lift ?? Infinity);
    expect(shown?.lift).toBeLessThan(2);
  });

  it('is exactly its group where notes do not differ', () => {
    const group = [tally(12, 5), tally(3, 5), tally(9, 10)];
    const alike = (4 + 24) / (4 + 20);
    for (const lift of liftsOf(group, { between: 0.25, within: 1e-9 })) expect(lift).toBeCloseTo(alike, 6);
  });

  it('is judged alone where groups do not differ', () => {
    const [lift] = liftsOf([tally(12, 5), tally(3, 5)], { between: 1e-9, within: 0.25 });
    expect(lift).toBeCloseTo((4 + 12) / (4 + 5), 6);
  });

  it('is not spoken for by a sister that was shown a thousand times more', () => {
    const [first] = shrinkWithin([tally(10_000, 5_000), tally(5, 5), tally(5, 5), tally(5, 5)], spread);
    // Thrown together they would be at twice the average.
    expect(first?.groupLift).toBeLessThan(1.6);
    expect(first?.lift).toBeCloseTo(2, 2);
  });

  it('rises with its own opens and with those of its sisters, and gets surer with readers', () => {
    const counts = fc.integer({ min: 0, max: 200 });
    const expected = fc.double({ min: 0.1, max: 100, noNaN: true });
    const tallies = fc.record({ observed: counts, expected });
    fc.assert(
      fc.property(tallies, tallies, fc.integer({ min: 1, max: 50 }), (own, sister, more) => {
        const [before] = shrinkWithin([own, sister], spread);
        const [better] = shrinkWithin([{ ...own, observed: own.observed + more }, sister], spread);
        const [related] = shrinkWithin([own, { ...sister, observed: sister.observed + more }], spread);
        expect(better?.lift).toBeGreaterThan(before?.lift ?? Infinity);
        expect(better?.variance).toBeLessThan(before?.variance ?? 0);
        expect(related?.lift).toBeGreaterThanOrEqual((before?.lift ?? Infinity) - 1e-9);
      }),
    );
  });
});

describe('better than its group', () => {
  it('is an even question for a note like its group, and a sure one for another', () => {
    expect(Math.abs(probabilityAboveGroup(tally(400, 400), 1, spread) - 0.49)).toBeLessThan(0.01);
    expect(probabilityAboveGroup(tally(600, 400), 1, spread)).toBeGreaterThan(0.9999);
    expect(probabilityAboveGroup(tally(600, 400), 1.5, spread)).toBeLessThan(0.5);
  });

  it('needs more than the luck of five opens', () => {
    // One and a half times the opens of its group is far from certain after three expected.
    expect(probabilityAboveGroup(tally(5, 3), 1, spread)).toBeLessThan(0.7);
    expect(probabilityAboveGroup(tally(50, 30), 1, spread)).toBeGreaterThan(0.95);
  });
});

describe('the worth of showing a note', () => {
  const estimate = { lift: 1.2, groupLift: 1, variance: 0.09 };

  it('is the estimate where there is nothing left to learn', () => {
    expect(worthOfShowing(estimate, 0)).toBe(1.2);
    expect(worthOfShowing({ ...estimate, variance: 0 }, 100)).toBe(1.2);
  });

  it('comes to one deviation above it with many readers left', () => {
    expect(worthOfShowing(estimate, 1e9)).toBeCloseTo(1.2 * 1.3, 6);
    // 1.2 x 10 = 12 opens to come resolve 12 x .09 / (1 + 12 x .09) = .519 of the variance.
    expect(worthOfShowing(estimate, 10)).toBeCloseTo(1.2 * (1 + Math.sqrt(0.09 * 0.51923)), 5);
  });

  it('prefers the less known of two equals', () => {
    expect(worthOfShowing({ ...estimate, variance: 0.2 }, 20)).toBeGreaterThan(worthOfShowing(estimate, 20));
  });
});
