import fc from 'fast-check';
import { chartCsv, type ChartSeries, heights, pointsMax, summarise, thinned } from './chart-data';

const aSeries = (values: (number | null)[], name = 'organic'): ChartSeries => ({
  key: name,
  name,
  colour: 'red',
  values,
});
const hours = (count: number) =>
  Array.from({ length: count }, (_, hour) => new Date(hour * 3_600_000).toISOString());

describe('what a chart draws', () => {
  it('keeps every point while there are few', () => {
    expect(thinned(hours(72), [aSeries(Array(72).fill(1) as number[])]).every).toBe(1);
  });

  it('draws at most two thousand points and keeps the mean', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5 }), (points, count) => {
        const all = Array.from({ length: count }, (_, index) =>
          aSeries(Array(points).fill(index) as number[], `s${index}`),
        );
        const { points: drawn, series } = thinned(hours(points), all);
        expect(drawn.length * count).toBeLessThanOrEqual(pointsMax + count);
        series.forEach((one, index) => expect(new Set(one.values)).toEqual(new Set([index])));
      }),
      { numRuns: 40 },
    );
  });

  it('stacks what is stacked and takes the highest of lines', () => {
    const series = [aSeries([1, 2, null]), aSeries([10, null, null])];
    expect(heights(3, series, true)).toEqual([11, 2, null]);
    expect(heights(3, series, false)).toEqual([10, 2, null]);
  });

  it('sums a curve up as a person would', () => {
    expect(summarise([1, 1, 1, 2, 5, 2, 2, 2, 2])).toEqual({
      total: 18,
      peak: { index: 4, value: 5 },
      low: { index: 0, value: 1 },
      trend: 1,
    });
  });

  it('claims no trend from nothing', () => {
    expect(summarise([]).trend).toBeNull();
    expect(summarise([0, 0, 0, 4, 4, 4]).trend).toBeNull();
    expect(summarise([null, null]).peak).toBeNull();
  });

  it('downloads what spreadsheets read, and no formula that they would run', () => {
    const csv = chartCsv(
      'Time (UTC)',
      ['2026-11-23T03:00:00Z'],
      [aSeries([3], '=HYPERLINK("x")'), aSeries([null], 'a, b')],
    );
    expect(csv).toBe('\uFEFFTime (UTC),"\'=HYPERLINK(""x"")","a, b"\r\n2026-11-23T03:00:00Z,3,\r\n');
  });
});
