import fc from 'fast-check';
import { barCentres, isMidnight, levelTicks, nearestTo, niceTicks, timeTicks } from './chart-scale';

describe('the value axis', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [347, [0, 100, 200, 300, 400]],
    [936, [0, 500, 1000]],
    [8_300, [0, 5_000, 10_000]],
  ])('ends above %s in round steps', (max, ticks) => {
    expect(niceTicks(max)).toEqual(ticks);
  });

  it('reaches the highest value with a handful of ticks, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (max) => {
        const ticks = niceTicks(max);
        expect((ticks.at(-1) ?? 0) * 1.001).toBeGreaterThanOrEqual(max);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('the axis of a level', () => {
  it.each([
    [7_201, 8_600, [7_000, 7_500, 8_000, 8_500, 9_000]],
    [100_000, 100_400, [90_000, 95_000, 100_000, 105_000]],
    [0, 0, [0, 1]],
  ])('from %d to %d begins below the lowest, and makes no leap of a little noise', (min, max, ticks) => {
    expect(levelTicks(min, max)).toEqual(ticks);
  });

  it('holds every value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), fc.integer({ min: 0, max: 1e8 }), (min, more) => {
        const ticks = levelTicks(min, min + more);
        expect(ticks[0]).toBeLessThanOrEqual(min);
        expect((ticks.at(-1) ?? 0) * 1.001).toBeGreaterThanOrEqual(min + more);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('the time axis', () => {
  it('counts days from midnight in Shanghai, which is 16:00 UTC', () => {
    const ticks = timeTicks(Date.parse('2026-11-20T10:00:00Z'), Date.parse('2026-11-23T10:00:00Z'), 4);
    expect(ticks.map((tick) => new Date(tick).toISOString())).toEqual([
      '2026-11-20T16:00:00.000Z',
      '2026-11-21T16:00:00.000Z',
      '2026-11-22T16:00:00.000Z',
    ]);
    expect(ticks.every(isMidnight)).toBe(true);
  });

  it('never crowds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 * 400 }), fc.integer({ min: 2, max: 20 }), (hours, most) => {
        expect(timeTicks(0, hours * 3_600_000, most).length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});

it('stands cursors in the middle of bars that fill the width evenly', () => {
  const { centres, bandwidth } = barCentres(14, 700, 6);
  expect(centres).toHaveLength(14);
  const steps = centres.slice(1).map((centre, index) => centre - (centres[index] ?? 0));
  expect(new Set(steps).size).toBe(1);
  expect(bandwidth).toBeLessThan(steps[0] ?? 0);
  expect((centres[0] ?? 0) + (centres.at(-1) ?? 0)).toBeCloseTo(700, -1);
});

describe('the place of a pointer', () => {
  it('is at the nearest point, and nowhere while there is none', () => {
    expect(nearestTo([10, 20, 40], 31)).toBe(2);
    expect(nearestTo([10, 20, 40], 15)).toBe(0);
    expect(nearestTo([10, 20, 40], -500)).toBe(0);
    expect(nearestTo([], 31)).toBeNull();
  });
});
