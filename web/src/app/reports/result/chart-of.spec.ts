import type { ReportResult } from '@poolrise/contracts';
import { aFigure, aReportResult, aReportSpec } from '../../../testing/a-report';
import { curvesOf, instantOf } from './chart-of';

const row = (keys: (string | null)[], value: number | null) => ({
  keys: keys.map((key) => ({ key, name: null })),
  cells: [{ figure: aFigure(value), change: null }],
});
const resultOf = (...rows: ReturnType<typeof row>[]) => {
  const { columns, ...rest } = aReportResult();
  return { ...rest, columns: columns.slice(0, 1), rows, rowsInAll: rows.length };
};
const nameOf = (one: ReportResult['rows'][number], at: number) => one.keys[at]?.key ?? '?';

describe('curves of a report', () => {
  it('leave a hole where a day has no rows, and are in the order of time whatever the rows are', () => {
    const result = resultOf(
      row(['2026-10-04'], 4),
      row(['2026-10-01'], 1),
      row([null], 9),
      row(['2026-10-02'], null),
    );
    const drawn = curvesOf(result, aReportSpec({ dimensions: ['day'] }), 'impressions', nameOf, 'all');
    expect(drawn?.points).toEqual(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'].map(instantOf));
    expect(drawn?.series).toMatchObject([{ name: 'all', values: [1, null, null, 4] }]);
  });

  it('have both hours that the clocks of a zone show at two, and none that they skip', () => {
    const hours = (...keys: string[]) =>
      curvesOf(
        resultOf(...keys.map((key, at) => row([key], at))),
        aReportSpec({ dimensions: ['hour'], timeZone: 'Europe/Berlin' }),
        'impressions',
        nameOf,
        'all',
      );
    const autumn = hours('2026-10-25T01:00', '2026-10-25T02:00', '2026-10-25T02:00#2', '2026-10-25T03:00');
    expect(autumn?.series[0]?.values).toEqual([0, 1, 2, 3]);
    expect(new Set(autumn?.points).size).toBe(4);
    expect(hours('2026-03-29T01:00', '2026-03-29T04:00')?.series[0]?.values).toEqual([0, null, 1]);
  });

  it('draw the four largest groups of another dimension', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].flatMap((key, size) => [
      row(['2026-10', key], size),
      row(['2026-11', key], size),
    ]);
    const spec = aReportSpec({ dimensions: ['month', 'category'] });
    const drawn = curvesOf(resultOf(...rows), spec, 'impressions', nameOf, 'all');
    expect(drawn?.series.map(({ name }) => name)).toEqual(['e', 'd', 'c', 'b']);
    expect(drawn?.points).toHaveLength(2);
  });

  it('are none without time, with one moment alone, or with three dimensions', () => {
    const one = resultOf(row(['2026-10-01'], 1));
    expect(curvesOf(one, aReportSpec({ dimensions: ['day'] }), 'impressions', nameOf, '')).toBeNull();
    expect(curvesOf(one, aReportSpec(), 'impressions', nameOf, '')).toBeNull();
    const three = aReportSpec({ dimensions: ['day', 'note', 'tier'] });
    expect(curvesOf(one, three, 'impressions', nameOf, '')).toBeNull();
  });

  it('stand at midnight and at hours of Shanghai', () => {
    expect(instantOf('2026-10-01')).toBe('2026-09-30T16:00:00.000Z');
    expect(instantOf('2026-10-01T09:00')).toBe('2026-10-01T01:00:00.000Z');
    expect(instantOf('2026-10')).toBe('2026-09-30T16:00:00.000Z');
  });
});
