import { type SeriesMetric, seriesMetrics } from '../imports/fields.series';
import { shanghaiOffsetMs } from '../pools/traffic-clock';
import type { SnapshotReading, Span } from './reading';

export const curvePeriods = ['hour', 'day'] as const;
export type CurvePeriod = (typeof curvePeriods)[number];

export const periodMs: Readonly<Record<CurvePeriod, number>> = { hour: 3_600_000, day: 24 * 3_600_000 };

/** What one file says of one hour or day of a note. */
export interface CurveReading {
  metric: SeriesMetric;
  /** Null where the file does not say and its times have to tell. */
  period: CurvePeriod | null;
  /** When the hour or day began, epoch milliseconds. */
  at: number;
  /** The kind of file; two kinds are two curves. */
  source: string;
  trust: number;
  /** What came in this period, or the rate of it; of follows it may be below 0. */
  reading: SnapshotReading;
}

export interface CurvePoint {
  /** When the hour or day began, epoch milliseconds. */
  at: number;
  span: Span;
}

/** One metric of a note by hour or by day, as one kind of file has it. Increments, not sums; rates are shares of 1. */
export interface NoteCurve {
  metric: SeriesMetric;
  period: CurvePeriod;
  source: string;
  trust: number;
  /** In order of time; an hour or day that no file has is missing. */
  points: readonly CurvePoint[];
}

/**
 * Makes curves of what files say of the hours and days of one note. Of one kind of file the later word about an hour counts;
 * several kinds stay beside each other, the most trusted first.
 *
 * @param readings in the order in which they were said, the latest last
 */
export function joinCurves(readings: readonly CurveReading[]): NoteCurve[] {
  const groups = new Map<string, CurveReading[]>();
  for (const reading of readings) {
    const key = [reading.metric, reading.source, reading.period ?? ''].join(' ');
    const its = groups.get(key);
    if (its) its.push(reading);
    else groups.set(key, [reading]);
  }
  const curves = new Map<string, { about: Omit<NoteCurve, 'points'>; points: Map<number, CurvePoint> }>();
  for (const its of groups.values()) {
    const [{ metric, source, trust, period: said }] = its as [CurveReading, ...CurveReading[]];
    const period = said ?? periodOf(its.map(({ at }) => at));
    const key = [metric, source, period].join(' ');
    const curve = curves.get(key) ?? { about: { metric, period, source, trust }, points: new Map() };
    curves.set(key, curve);
    for (const { at, reading } of its) curve.points.set(at, { at, span: plainSpan(reading) });
  }
  return [...curves.values()]
    .map(({ about, points }) => ({ ...about, points: [...points.values()].sort((a, b) => a.at - b.at) }))
    .sort(
      (a, b) =>
        metricOrder.indexOf(a.metric) - metricOrder.indexOf(b.metric) ||
        b.trust - a.trust ||
        (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) ||
        (a.period < b.period ? -1 : 1),
    );
}

const metricOrder = Object.keys(seriesMetrics);

/** Days begin at midnight in Shanghai; anything else is hours. */
const periodOf = (times: readonly number[]): CurvePeriod =>
  times.every((at) => (at + shanghaiOffsetMs) % periodMs.day === 0) ? 'day' : 'hour';

/** Unlike a counter, what came in an hour may be below 0: readers who left. */
const plainSpan = ({ value, half = 0, atLeast = false }: SnapshotReading): Span => ({
  low: value - half,
  high: atLeast ? Infinity : value + half,
});

/** Stretches of a curve without a missing hour or day. */
export function stretchesOf({ period, points }: Pick<NoteCurve, 'period' | 'points'>): CurvePoint[][] {
  const stretches: CurvePoint[][] = [];
  for (const point of points) {
    const present = stretches.at(-1);
    if (present && point.at - (present.at(-1)?.at ?? 0) === periodMs[period]) present.push(point);
    else stretches.push([point]);
  }
  return stretches;
}
