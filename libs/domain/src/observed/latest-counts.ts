import { type EngagementCounts, noCounts } from '../metrics/engagement';
import type { EngagementWeights } from '../pools/pool-policy';
import type { Span } from './reading';
import type { SnapshotNote } from './snapshot-note';
import type { ObservedMetric } from './note-snapshot';

export type KnownSpans = Partial<Record<ObservedMetric, Span>>;

/** The latest bounds of every metric that were known by an instant, epoch milliseconds. */
export function spansBy({ series }: SnapshotNote, at: number): KnownSpans {
  const known: KnownSpans = {};
  for (const [metric, points] of Object.entries(series.points)) {
    const last = points.findLast((point) => point.at <= at);
    if (last) known[metric as ObservedMetric] = last.span;
  }
  return known;
}

/** The same at each of several instants in order of time: every counter is gone through once. */
export function spansAt({ series }: SnapshotNote, instants: readonly number[]): KnownSpans[] {
  const known: KnownSpans[] = instants.map(() => ({}));
  for (const [metric, points] of Object.entries(series.points)) {
    let next = 0;
    for (const [at, instant] of instants.entries()) {
      while (next < points.length && (points[next]?.at ?? Infinity) <= instant) next++;
      const last = points[next - 1];
      const spans = known[at];
      if (last && spans) spans[metric as ObservedMetric] = last.span;
    }
  }
  return known;
}

/** When a note was last seen; null for one that never was. */
export function lastSeenAt({ series }: SnapshotNote): number | null {
  const ends = Object.values(series.points).flatMap((points) => points.at(-1)?.at ?? []);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** What a reader may do after opening, by its counter and its weight. */
export const reactions = [
  ['likes', 'like'],
  ['collects', 'collect'],
  ['comments', 'comment'],
  ['shares', 'share'],
  ['follows', 'follow'],
] as const;
export type Reaction = (typeof reactions)[number][0];

/** The weights without those of counters that are not known: notes are compared by what is known of all of them. */
export function weightsOf(known: readonly Reaction[], weights: EngagementWeights): EngagementWeights {
  const masked = { ...weights };
  for (const [counter, weight] of reactions) if (!known.includes(counter)) masked[weight] = 0;
  return masked;
}

/** The reactions of which upper and lower bounds are known. */
export const knownReactions = (spans: KnownSpans): Reaction[] =>
  reactions.flatMap(([counter]) => ((spans[counter]?.high ?? Infinity) < Infinity ? [counter] : []));

/** Counts with every reaction at one place between its bounds. */
export function reactionCounts(
  spans: KnownSpans,
  known: readonly Reaction[],
  pick: (span: Span) => number,
): EngagementCounts {
  const counts = noCounts();
  for (const counter of known) counts[counter] = pick(spans[counter] as Span);
  return counts;
}
