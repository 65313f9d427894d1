import { anEstimate, basinsAt } from '../../testing/a-climb';
import { ladderWidthMin, shapeLadder, shapeWhisker } from './ladder-shape';

const present = { level: 3, nextCheckAt: 8_000, estimate: anEstimate(1.28) };

describe('the shape of the ladder', () => {
  it('makes every basin wider and higher than the one before, and fits them into the width', () => {
    const { basins, width } = shapeLadder(basinsAt(3, 6_180), present, 770);
    for (const [index, basin] of basins.entries()) {
      const before = basins[index - 1];
      if (!before) continue;
      expect(basin.width).toBeGreaterThan(before.width);
      expect(basin.y).toBeLessThan(before.y);
      expect(basin.x).toBeGreaterThan(before.x + before.width);
    }
    const last = basins.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width - 10);
  });

  it('scrolls rather than shrinks on a phone', () => {
    expect(shapeLadder(basinsAt(3, 6_180), present, 340).width).toBe(ladderWidthMin);
  });

  it('fills the present basin as far as its impressions go, and passed ones whole however early they were passed', () => {
    const basins = basinsAt(3, 6_180);
    const early = basins.map((basin) =>
      basin.level === 2 ? { ...basin, organicImpressions: 1_180 } : basin,
    );
    const shapes = shapeLadder(early, present, 770).basins;
    expect(shapes.map(({ filled }) => filled)).toEqual([1, 1, 1, 0.618, 0]);
  });

  it('never fills a basin over its rim', () => {
    const shapes = shapeLadder(basinsAt(3, 14_000), present, 770).basins;
    expect(shapes[3]?.filled).toBe(1);
    expect(shapes[3]?.waterY).toBe(shapes[3]?.y);
  });

  it('marks the next verdict on the present basin only', () => {
    const shapes = shapeLadder(basinsAt(3, 6_180), present, 770).basins;
    expect(shapes.map(({ verdictY }) => verdictY !== null)).toEqual([false, false, false, true, false]);
    const here = shapes[3];
    expect(here?.verdictY).toBeCloseTo((here?.y ?? 0) + (here?.height ?? 0) * 0.2);
  });

  it('keeps room above whatever is drawn there', () => {
    for (const level of [0, 1, 2, 3, 4]) {
      const { basins } = shapeLadder(basinsAt(level, 10), { ...present, level }, 770);
      expect(
        Math.min(...basins.filter(({ basin }) => basin.state !== 'ahead').map(({ y }) => y)),
      ).toBeGreaterThanOrEqual(104);
    }
  });

  it('fills the side tank with the share that was paid for, and leaves the basins as they were', () => {
    const bought = basinsAt(3, 6_180).map((basin) => ({
      ...basin,
      paidImpressions: basin.level === 3 ? 2_195 : 0,
    }));
    const shape = shapeLadder(bought, present, 770);
    expect(shape.tank.filled).toBeCloseTo(0.2, 2);
    expect(shape.basins[3]?.filled).toBe(0.618);
  });
});

describe('a whisker', () => {
  it('stands twice as good as far above the average as half as good below it', () => {
    const better = shapeWhisker({ lift: 2, low: 1, high: 2 }, 4, 100, 40);
    const worse = shapeWhisker({ lift: 0.5, low: 0.5, high: 1 }, 4, 100, 40);
    expect([better.dot, worse.dot, better.low, worse.high]).toEqual([80, 120, 100, 100]);
  });

  it('stays on its scale whatever a wild sample says', () => {
    expect(shapeWhisker({ lift: 90, low: 0, high: 900 }, 2, 100, 40)).toMatchObject({
      dot: 60,
      low: 140,
      high: 60,
    });
  });
});
