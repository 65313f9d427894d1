import type { NoteType } from '../notes/note';
import type { PoolPolicy } from '../pools/pool-policy';
import { trafficClock } from '../pools/traffic-clock';
import { addSpans, type Span } from './reading';
import type { ObservedMetric } from './note-snapshot';
import type { SeriesPoint, SnapshotSeries } from './snapshot-series';

/** A note that lives on the platform itself: what the files say of it, and of who wrote it. */
export interface SnapshotNote {
  id: string;
  authorId: string | null;
  category: string;
  type: NoteType;
  /** Made for a brand and declared as such; null when the files do not say. */
  cooperation: boolean | null;
  /** The author's, where known. */
  followers: number | null;
  /** Epoch milliseconds. */
  publishedAt: number;
  series: SnapshotSeries;
}

/** What is forecast: the exposure that was not bought, or likes, collects and comments together (LCC). */
export const grownMetrics = ['impressionsNatural', 'interactions'] as const;
export type GrownMetric = (typeof grownMetrics)[number];

/** A figure at an age, both as they are known. The age is in days of traffic (`trafficClock`). */
export interface AgedSpan {
  age: number;
  span: Span;
  correction: boolean;
}

/** The age of a note at an instant, in days of traffic; not below a hundredth, which is some minutes. */
export function trafficAge(note: Pick<SnapshotNote, 'publishedAt'>, at: number, policy: PoolPolicy): number {
  return Math.max(0.01, trafficClock(policy, at) - trafficClock(policy, note.publishedAt));
}

/**
 * The counter of a note by age, at its snapshots and at the hours between them that curves tell; interactions only where likes,
 * collects and comments stand at the same time.
 */
export function agedPoints(note: SnapshotNote, metric: GrownMetric, policy: PoolPolicy): AgedSpan[] {
  const { points, hours } = note.series;
  const isReactions = metric === 'interactions';
  const days = isReactions ? lccPoints(points, ({ day }) => day) : points.impressionsNatural;
  const between = isReactions ? lccPoints(hours, ({ at }) => at) : (hours.impressionsNatural ?? []);
  const inOrder = between.length > 0 ? [...days, ...between].sort((a, b) => a.at - b.at) : days;
  return inOrder
    .filter(({ at }) => at > note.publishedAt)
    .map(({ at, span, correction }) => ({
      age: trafficAge(note, at, policy),
      span,
      correction: correction !== null,
    }));
}

type Points = Readonly<Partial<Record<ObservedMetric, readonly SeriesPoint[]>>>;

function lccPoints(
  { likes = [], collects = [], comments = [] }: Points,
  time: (point: SeriesPoint) => string | number,
): SeriesPoint[] {
  const on = (points: readonly SeriesPoint[]) => new Map(points.map((point) => [time(point), point]));
  const [collected, commented] = [on(collects), on(comments)];
  return likes.flatMap((like) => {
    const parts = [like, collected.get(time(like)), commented.get(time(like))];
    if (!parts.every((part) => part !== undefined)) return [];
    const correction = parts.find((part) => part.correction)?.correction ?? null;
    return [{ ...like, span: addSpans(parts.map(({ span }) => span)), correction }];
  });
}
