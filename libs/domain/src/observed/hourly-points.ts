import { shanghaiOffsetMs } from '../pools/traffic-clock';
import type { CurveSum } from './curve-sums';
import { periodMs } from './note-curve';
import { type ObservedMetric, observedMetrics } from './note-snapshot';
import type { SeriesPoint, SnapshotSeries } from './snapshot-series';

/** A counter is kept again when the note is older by this factor: a hundred hours of a month say what seven hundred do [P]. */
const olderBy = 1.25;

/**
 * Counters in the course of days, from curves by hour. What a snapshot of the days around it excludes is left out. Natural
 * impressions are all there were while nothing had been bought.
 *
 * @param points the counters at the ends of days
 */
export function hourlyPoints(
  sums: readonly CurveSum[],
  points: SnapshotSeries['points'],
  publishedAt: number | null,
): SnapshotSeries['hours'] {
  if (publishedAt === null || sums.length === 0) return {};
  const hours: Partial<Record<ObservedMetric, readonly SeriesPoint[]>> = {};
  for (const metric of observedMetrics) {
    const its = thinned(inCourseOfDays(sums, metric), publishedAt).filter((one) => fits(one, points[metric]));
    if (its.length > 0) hours[metric] = its;
  }
  const unboughtUntil = Math.min(
    ...[points.impressionsPromoted, points.impressionsHeated].map(
      (bought) => bought.findLast(({ span }) => span.high === 0)?.at ?? -Infinity,
    ),
  );
  const natural = hours.impressions?.filter(({ at }) => at <= unboughtUntil) ?? [];
  if (natural.length > 0) hours.impressionsNatural = natural;
  return hours;
}

/** By instant, of several sources the most trusted. */
function inCourseOfDays(sums: readonly CurveSum[], metric: ObservedMetric): SeriesPoint[] {
  const byInstant = new Map<number, CurveSum>();
  for (const sum of sums) {
    if (sum.metric !== metric || (sum.at + shanghaiOffsetMs) % periodMs.day === 0) continue;
    const known = byInstant.get(sum.at);
    if (!known || sum.trust > known.trust) byInstant.set(sum.at, sum);
  }
  return [...byInstant.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ at, span, source }) => ({ day: dayOf(at), at, span, source, correction: null, others: [] }));
}

const dayOf = (at: number): string => new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);

function thinned(points: readonly SeriesPoint[], publishedAt: number): SeriesPoint[] {
  let next = 0;
  return points.filter(({ at }) => {
    const age = at - publishedAt;
    if (age <= 0 || age < next) return false;
    next = age * olderBy;
    return true;
  });
}

function fits({ at, span }: SeriesPoint, days: readonly SeriesPoint[]): boolean {
  const before = days.findLast((day) => day.at <= at);
  const after = days.find((day) => day.at >= at);
  return (before?.span.low ?? 0) <= span.high && span.low <= (after?.span.high ?? Infinity);
}
