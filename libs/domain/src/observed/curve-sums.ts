import type { SeriesMetric } from '../imports/fields.series';
import { dayInShanghai, shanghaiOffsetMs } from '../pools/traffic-clock';
import { type CurvePoint, type NoteCurve, periodMs, stretchesOf } from './note-curve';
import { endOfDay, type NoteSnapshot, type ObservedMetric, observedMetrics } from './note-snapshot';
import { addSpans, middleOf, type Span, withoutSpans } from './reading';

/** What a counter stood at by an instant, by adding up what came before. */
export interface CurveSum {
  metric: ObservedMetric;
  source: string;
  trust: number;
  /** Epoch milliseconds. */
  at: number;
  span: Span;
}

/**
 * Adds up curves: the counters of a note at the end of every hour or day that they have.
 *
 * A sum needs a beginning: nothing, where the curve goes back to the publishing; else a snapshot of the same counter that was
 * taken where the curve has an edge, from which it is added up forwards and taken off backwards. A stretch without either has no
 * sum, and what lies behind a missing hour has none from before it. What came is taken to be all that came, bought or not, as
 * the snapshots of the same source count it.
 *
 * @param publishedAt epoch milliseconds; null while nobody knows
 */
export function sumsOfCurves(
  curves: readonly NoteCurve[],
  snapshots: readonly NoteSnapshot[],
  publishedAt: number | null,
): CurveSum[] {
  return curves.flatMap((curve) => {
    const metric = observedMetrics.find((one) => one === curve.metric);
    if (!metric) return [];
    return stretchesOf(curve).flatMap((stretch) => {
      const step = periodMs[curve.period];
      const anchor = beginsAtPublishing(stretch[0] as CurvePoint, step, publishedAt)
        ? { edge: 0, span: { low: 0, high: 0 } }
        : anchorIn(stretch, step, snapshots, metric);
      if (!anchor) return [];
      const { source, trust } = curve;
      return edgesOf(stretch, anchor).flatMap((span, edge) =>
        edge === anchor.edge ? [] : [{ metric, source, trust, at: edgeAt(stretch, edge, step), span }],
      );
    });
  });
}

/** Edge 0 is where the stretch begins; edge n is where its n-th hour or day ends. */
const edgeAt = (stretch: readonly CurvePoint[], edge: number, step: number): number =>
  edge === 0 ? (stretch[0]?.at ?? 0) : (stretch[edge - 1]?.at ?? 0) + step;

/** A date of publishing without a time is midnight: the first hour of that day is then the first there was. */
function beginsAtPublishing(first: CurvePoint, step: number, publishedAt: number | null): boolean {
  if (publishedAt === null) return false;
  if (first.at <= publishedAt) return true;
  const isDateOnly = (publishedAt + shanghaiOffsetMs) % periodMs.day === 0;
  return step < periodMs.day && isDateOnly && first.at - publishedAt < periodMs.day;
}

interface Anchor {
  edge: number;
  span: Span;
}

/** The most trusted snapshot of the counter at an edge of the stretch. */
function anchorIn(
  stretch: readonly CurvePoint[],
  step: number,
  snapshots: readonly NoteSnapshot[],
  metric: ObservedMetric,
): Anchor | null {
  const edges = new Map(
    Array.from({ length: stretch.length + 1 }, (_, edge) => [edgeAt(stretch, edge, step), edge]),
  );
  let [best, trusted]: [Anchor | null, number] = [null, -Infinity];
  for (const { day, takenAt, trust, readings } of snapshots) {
    const reading = readings[metric];
    const edge = edges.get(takenAt ?? endOfDay(day));
    if (!reading || reading.atLeast || edge === undefined || trust <= trusted) continue;
    const half = reading.half ?? 0;
    best = { edge, span: { low: Math.max(0, reading.value - half), high: reading.value + half } };
    trusted = trust;
  }
  return best;
}

/** A counter does not fall: readers who left are not taken off. */
function edgesOf(stretch: readonly CurvePoint[], { edge, span }: Anchor): Span[] {
  const came = stretch.map((point): Span => {
    const { low, high } = point.span;
    return { low: Math.max(0, low), high: Math.max(0, high) };
  });
  const edges: Span[] = [];
  edges[edge] = span;
  for (let at = edge; at < stretch.length; at++)
    edges[at + 1] = addSpans([edges[at] as Span, came[at] as Span]);
  for (let at = edge; at > 0; at--) edges[at - 1] = withoutSpans(edges[at] as Span, [came[at - 1] as Span]);
  return edges;
}

/** Sums that fall on the end of a day, as snapshots of the source of the curve; its days before its hours. */
export function snapshotsOfSums(sums: readonly CurveSum[]): NoteSnapshot[] {
  const seen = new Map<string, NoteSnapshot>();
  for (const { metric, source, trust, at, span } of sums) {
    if ((at + shanghaiOffsetMs) % periodMs.day !== 0) continue;
    const day = dayInShanghai(new Date(at - 1));
    const key = [metric, source, day].join(' ');
    if (!seen.has(key))
      seen.set(key, { day, takenAt: at, source, trust, readings: { [metric]: readingOf(span) } });
  }
  return [...seen.values()];
}

const readingOf = (span: Span) =>
  span.high === Infinity
    ? { value: span.low, atLeast: true }
    : { value: middleOf(span), half: (span.high - span.low) / 2 };

/** What came on each day that a curve knows in full, from the most trusted one; its days before the sums of its hours. */
export function daysOfCurve(curves: readonly NoteCurve[], metric: SeriesMetric): Map<string, Span> {
  const days = new Map<string, Span>();
  const own = curves.filter((curve) => curve.metric === metric);
  for (const { points } of own.filter(({ period }) => period === 'day'))
    for (const { at, span } of points) setOnce(days, dayInShanghai(new Date(at)), span);
  for (const { points } of own.filter(({ period }) => period === 'hour')) {
    const byDay = new Map<string, Span[]>();
    for (const { at, span } of points) {
      const day = dayInShanghai(new Date(at));
      byDay.set(day, [...(byDay.get(day) ?? []), span]);
    }
    for (const [day, spans] of byDay) if (spans.length === 24) setOnce(days, day, addSpans(spans));
  }
  return days;
}

const setOnce = (days: Map<string, Span>, day: string, span: Span): void => {
  if (!days.has(day)) days.set(day, span);
};
