import { snapshotsOfSums, sumsOfCurves } from './curve-sums';
import { hourlyPoints } from './hourly-points';
import type { NoteCurve } from './note-curve';
import { endOfDay, type NoteSnapshot, type ObservedMetric, observedMetrics } from './note-snapshot';
import { addSpans, type Span, spanOf, spansMeet, withoutSpans } from './reading';

/** A figure that another source gives for the same day. */
export interface OtherReading {
  source: string;
  trust: number;
  span: Span;
  /** Whether both may be true at once. */
  agrees: boolean;
}

/** Why a counter that only grows stands lower than before: taken back by the platform, or counted by somebody else. */
export const correctionKinds = ['platform-correction', 'source-changed'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export interface SeriesPoint {
  day: string;
  at: number;
  /** Bounds of the figure, narrowed by the days before and after it up to the next correction. */
  span: Span;
  /** Null for a figure that was worked out from its parts. */
  source: string | null;
  correction: CorrectionKind | null;
  others: readonly OtherReading[];
}

/** A day on which a total is not the sum of its parts, in whatever way they are rounded. */
export interface SumMismatch {
  day: string;
  of: 'impressions' | 'reads';
  total: Span;
  parts: Span;
}

/** All that is known of a note's counters, by metric and in order of time. */
export interface SnapshotSeries {
  points: Readonly<Record<ObservedMetric, readonly SeriesPoint[]>>;
  /** Counters in the course of days, where a curve by hour adds up to them; thinned with the age of the note. */
  hours: Readonly<Partial<Record<ObservedMetric, readonly SeriesPoint[]>>>;
  /** What came hour by hour and day by day, as files have it. */
  curves: readonly NoteCurve[];
  mismatches: readonly SumMismatch[];
}

/** What is known of a note beside its snapshots. */
export interface BesideSnapshots {
  curves: readonly NoteCurve[];
  /** Epoch milliseconds; null while nobody knows. */
  publishedAt: number | null;
}

/**
 * Makes one series of what several files say of one note.
 *
 * Of a metric and day the most trusted source is taken, of equal ones the most exact; the others stand beside it. Counters
 * only grow: within rounding the bounds of one day narrow those of its neighbours, and a figure that is lower beyond
 * rounding is flagged, after which the series goes on from it. The natural part is worked out from the total only when
 * the promoted and the heated one are known too, and the total only from all three parts. A counter of bought exposure that
 * still stands at 0 stood at 0 on every day before. Curves are added up (`sumsOfCurves`) and stand beside the snapshots of the
 * same day as one more source.
 *
 * @throws RangeError for a day that is none, or a figure that no counter can show
 */
export function joinSnapshots(
  snapshots: readonly NoteSnapshot[],
  { curves, publishedAt }: BesideSnapshots = { curves: [], publishedAt: null },
): SnapshotSeries {
  const sums = sumsOfCurves(curves, snapshots, publishedAt);
  const all = sums.length > 0 ? [...snapshots, ...snapshotsOfSums(sums)] : snapshots;
  const chosen = chooseByDay(all);
  const mismatches = (['impressions', 'reads'] as const).flatMap((of) => completeSum(chosen, of));
  const points = Object.fromEntries(
    observedMetrics.map((metric) => [metric, growing([...(chosen.get(metric)?.values() ?? [])])]),
  ) as Record<ObservedMetric, SeriesPoint[]>;
  return { points, hours: hourlyPoints(sums, points, publishedAt), curves, mismatches };
}

type Candidate = OtherReading & { at: number };

/** Of hundreds of peers with dozens of snapshots each this is most of the work: every snapshot is gone through once. */
function chooseByDay(snapshots: readonly NoteSnapshot[]): Map<ObservedMetric, Map<string, SeriesPoint>> {
  const said = new Map(observedMetrics.map((metric) => [metric, new Map<string, Candidate[]>()]));
  for (const { day, takenAt, source, trust, readings } of snapshots) {
    const at = takenAt ?? endOfDay(day);
    for (const [metric, byDay] of said) {
      const reading = readings[metric];
      if (!reading) continue;
      const candidate = { source, trust, span: spanOf(reading), agrees: true, at };
      const its = byDay.get(day);
      if (its) its.push(candidate);
      else byDay.set(day, [candidate]);
    }
  }
  return new Map(
    [...said].map(([metric, byDay]) => {
      const points = new Map<string, SeriesPoint>();
      for (const [day, candidates] of byDay) points.set(day, choose(day, candidates));
      return [metric, points];
    }),
  );
}

function choose(day: string, candidates: Candidate[]): SeriesPoint {
  const width = ({ span }: Candidate): number => span.high - span.low;
  if (candidates.length > 1)
    candidates.sort(
      (a, b) =>
        b.trust - a.trust || b.at - a.at || Math.sign(width(a) - width(b)) || (a.source < b.source ? -1 : 1),
    );
  const [best, ...rest] = candidates as [Candidate, ...Candidate[]];
  const others = rest.map(({ source, trust, span }) => ({
    source,
    trust,
    span,
    agrees: spansMeet(span, best.span),
  }));
  return { day, at: best.at, span: best.span, source: best.source, correction: null, others };
}

const partsOf = {
  impressions: ['impressionsNatural', 'impressionsPromoted', 'impressionsHeated'],
  reads: ['readsNatural', 'readsPromoted', 'readsHeated'],
} as const;

/** Fills in the total or the natural part where the others allow it, and lists the days on which nothing adds up. */
function completeSum(
  chosen: ReadonlyMap<ObservedMetric, Map<string, SeriesPoint>>,
  of: 'impressions' | 'reads',
): SumMismatch[] {
  const at = (metric: ObservedMetric, day: string) => chosen.get(metric)?.get(day);
  const mismatches: SumMismatch[] = [];
  const parts = partsOf[of];
  const days = new Set([of, ...parts].flatMap((metric) => [...(chosen.get(metric)?.keys() ?? [])]));
  const noneUntil = [parts[1], parts[2]].map((part) => lastDayOfNone(chosen.get(part)));
  for (const day of days) {
    const total = at(of, day);
    const natural = at(parts[0], day);
    const [promoted, heated] = [parts[1], parts[2]].map(
      (part, which) =>
        at(part, day) ?? (day <= (noneUntil[which] ?? '') ? { span: { low: 0, high: 0 } } : undefined),
    );
    if (!promoted || !heated) continue;
    if (natural && total) {
      const sum = addSpans([natural.span, promoted.span, heated.span]);
      if (!spansMeet(sum, total.span)) mismatches.push({ day, of, total: total.span, parts: sum });
    } else if (total) {
      chosen
        .get(parts[0])
        ?.set(day, workedOut(total, withoutSpans(total.span, [promoted.span, heated.span])));
    } else if (natural) {
      chosen.get(of)?.set(day, workedOut(natural, addSpans([natural.span, promoted.span, heated.span])));
    }
  }
  return mismatches;
}

/** A counter that stands at 0 has stood there since the publishing. */
const lastDayOfNone = (points: ReadonlyMap<string, SeriesPoint> | undefined): string | undefined =>
  [...(points ?? [])]
    .filter(([, { span }]) => span.high === 0)
    .map(([day]) => day)
    .sort()
    .at(-1);

const workedOut = ({ day, at }: SeriesPoint, span: Span): SeriesPoint => ({
  day,
  at,
  span,
  source: null,
  correction: null,
  others: [],
});

/** Flags what fell, and narrows the bounds between two falls by what counters cannot do. */
function growing(points: SeriesPoint[]): SeriesPoint[] {
  const inOrder = points.sort((a, b) => a.at - b.at);
  let floor = 0;
  let source: string | null | undefined;
  const forward = inOrder.map((point) => {
    const fell = point.span.high < floor;
    const low = fell ? point.span.low : Math.max(floor, point.span.low);
    const correction: CorrectionKind | null = !fell
      ? null
      : point.source === source
        ? 'platform-correction'
        : 'source-changed';
    floor = low;
    source = point.source;
    return { ...point, span: { low, high: point.span.high }, correction };
  });
  let ceiling = Infinity;
  for (const point of forward.reverse()) {
    point.span = { low: point.span.low, high: Math.min(ceiling, point.span.high) };
    ceiling = point.correction ? Infinity : point.span.high;
  }
  return forward.reverse();
}

/** What came between two snapshots; null where the counter was corrected and nobody knows. */
export interface SeriesIncrement {
  fromDay: string;
  toDay: string;
  /** Epoch milliseconds. */
  from: number;
  to: number;
  span: Span | null;
}

/** The increments of a series as bounds: the difference of two rounded figures is known only so far. */
export function incrementsOf(points: readonly SeriesPoint[]): SeriesIncrement[] {
  return points.slice(1).map((point, index) => {
    const before = points[index] as SeriesPoint;
    return {
      fromDay: before.day,
      toDay: point.day,
      from: before.at,
      to: point.at,
      span: point.correction ? null : withoutSpans(point.span, [before.span]),
    };
  });
}
