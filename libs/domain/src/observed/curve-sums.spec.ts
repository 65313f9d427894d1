import { daysOfCurve } from './curve-sums';
import { type CurveReading, joinCurves } from './note-curve';
import type { NoteSnapshot } from './note-snapshot';
import { paidWindow, phasesAround } from './paid-days';
import { incrementsOf, joinSnapshots } from './snapshot-series';

/** Midnight of 1 August 2026 in Shanghai. */
const midnight = Date.UTC(2026, 6, 31, 16);
const hour = 3_600_000;
const day = 24 * hour;

const come = (
  counts: readonly number[],
  over: Partial<CurveReading> = {},
  step: number = day,
): CurveReading[] =>
  counts.map((value, at) => ({
    metric: 'impressions',
    period: 'day',
    at: midnight + at * step,
    source: 'C3',
    trust: 80,
    reading: { value },
    ...over,
  }));
const sheet = (
  on: string,
  impressions: NoteSnapshot['readings']['impressions'],
  source = 'P1',
): NoteSnapshot => ({
  day: on,
  source,
  trust: 90,
  readings: { impressions },
});
const series = (
  readings: readonly CurveReading[],
  snapshots: readonly NoteSnapshot[] = [],
  publishedAt: number | null = midnight + 10 * hour,
) => joinSnapshots(snapshots, { curves: joinCurves(readings), publishedAt });
const told = ({ points }: ReturnType<typeof series>) =>
  points.impressions.map(({ day: on, span }) => [on, span.low, span.high]);

describe('a curve of one note', () => {
  it('adds up from the publishing to what snapshots would say, and gives back what came', () => {
    const one = series(come([500, 300, 0, 20]));
    expect(told(one)).toEqual([
      ['2026-08-01', 500, 500],
      ['2026-08-02', 800, 800],
      ['2026-08-03', 800, 800],
      ['2026-08-04', 820, 820],
    ]);
    expect(incrementsOf(one.points.impressions).map(({ span }) => span?.low)).toEqual([300, 0, 20]);
  });

  it('that disagrees with a snapshot of the same day stands beside it, the more trusted shown', () => {
    const { points } = series(come([500, 300]), [sheet('2026-08-02', { value: 900 })]);
    expect(points.impressions[1]).toMatchObject({
      source: 'P1',
      span: { low: 900 },
      others: [{ source: 'C3', trust: 80, span: { low: 800, high: 800 }, agrees: false }],
    });
    const rounded = series(come([500, 300]), [sheet('2026-08-02', { value: 1_000, half: 300 })]);
    expect(rounded.points.impressions[1]?.others[0]?.agrees).toBe(true);
  });

  it('that begins after the publishing is added to a snapshot at its edge, and taken off before it', () => {
    const late = come([30, 20, 10]).map((reading) => ({ ...reading, at: reading.at + 3 * day }));
    expect(told(series(late))).toEqual([]);
    expect(told(series(late, [sheet('2026-08-05', { value: 1_000, half: 5 })]))).toEqual([
      ['2026-08-03', 945, 955],
      ['2026-08-04', 975, 985],
      ['2026-08-05', 995, 1_005],
      ['2026-08-06', 1_005, 1_015],
    ]);
  });

  it('with a missing day is added up to it and no further', () => {
    const gap = come([500, 300, 9, 20]).filter((_, at) => at !== 2);
    expect(told(series(gap)).map(([on]) => on)).toEqual(['2026-08-01', '2026-08-02']);
  });

  it('by hour gives the ends of its days, beside the days of the same file only where these are missing', () => {
    const byHour = come(
      Array.from({ length: 30 }, () => 10),
      { period: 'hour' },
      hour,
    );
    expect(told(series(byHour))).toEqual([['2026-08-01', 240, 240]]);
    const both = series([...byHour, ...come([250])]);
    expect(both.points.impressions).toMatchObject([{ span: { low: 250 }, others: [] }]);
    expect(both.curves.map(({ period, points }) => [period, points.length])).toEqual([
      ['day', 1],
      ['hour', 30],
    ]);
  });

  it('says by its times what its periods are, and takes the later word about one', () => {
    const said = { period: null } as const;
    const curves = joinCurves([
      ...come([1, 2, 3], { ...said, source: 'C2' }, hour),
      ...come([4, 5], said),
      ...come([7], said),
    ]);
    expect(
      curves.map(({ source, period, points }) => [source, period, points.map(({ span }) => span.low)]),
    ).toEqual([
      ['C2', 'hour', [1, 2, 3]],
      ['C3', 'day', [7, 5]],
    ]);
  });

  it('of followers may fall below 0; the counter does not follow it down', () => {
    const { curves, points } = series(come([5, -2, 1], { metric: 'follows' }));
    expect(curves[0]?.points.map(({ span }) => span.low)).toEqual([5, -2, 1]);
    expect(points.follows.map(({ span }) => span.low)).toEqual([5, 5, 6]);
  });

  it('of rates is no counter', () => {
    const { points, curves } = series(come([0.1, 0.2], { metric: 'coverCtr' }));
    expect(curves).toHaveLength(1);
    expect(Object.values(points).flat()).toEqual([]);
  });

  it('is natural as long as nothing had been bought', () => {
    const none: NoteSnapshot = {
      day: '2026-08-03',
      source: 'N1',
      trust: 85,
      readings: { impressionsPromoted: { value: 0 }, impressionsHeated: { value: 0 } },
    };
    const { points } = series(come([500, 300, 100, 50]), [none]);
    expect(points.impressionsNatural.map(({ day: on, span }) => [on, span.low])).toEqual([
      ['2026-08-01', 500],
      ['2026-08-02', 800],
      ['2026-08-03', 900],
    ]);
  });

  it('is held against the days on which exposure was bought, as far as files tell', () => {
    const paid = (on: string, value: number): NoteSnapshot => ({
      day: on,
      source: 'P1',
      trust: 90,
      readings: { impressionsPromoted: { value } },
    });
    const bought = series([], [paid('2026-08-02', 0), paid('2026-08-05', 90), paid('2026-08-06', 90)]);
    expect(paidWindow(bought, [])).toEqual({ from: '2026-08-03', to: '2026-08-05' });
    expect(paidWindow(bought, ['2026-08-08'])).toEqual({ from: '2026-08-03', to: '2026-08-08' });
    expect(paidWindow(series([]), [])).toBeNull();
    const days = daysOfCurve(series(come([500, 300, 90, 70, 40])).curves, 'impressions');
    expect(phasesAround(days, { from: '2026-08-03', to: '2026-08-04' })).toEqual({
      before: { days: 2, mean: 400 },
      during: { days: 2, mean: 80 },
      after: { days: 1, mean: 40 },
    });
    expect(phasesAround(days, { from: '2026-08-01', to: '2026-08-09' }).after).toEqual({
      days: 0,
      mean: null,
    });
  });
});
