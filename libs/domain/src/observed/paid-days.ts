import { dayInShanghai } from '../pools/traffic-clock';
import { averageOf } from '../probability/means';
import { middleOf, type Span } from './reading';
import { incrementsOf, type SeriesPoint, type SnapshotSeries } from './snapshot-series';

const dayMs = 24 * 3_600_000;

/** The days, both included, on which bought exposure came, as far as files say. */
export interface PaidWindow {
  /** `YYYY-MM-DD` in Shanghai. */
  from: string;
  to: string;
}

/**
 * What was bought on each day that files tell apart: the difference of two snapshots of neighbouring days, or nothing on every
 * day between two snapshots that show the same. A wider gap in which the counter grew says nothing of its single days.
 */
export function boughtByDay(
  { points: { impressionsPromoted, impressionsHeated } }: SnapshotSeries,
  publishedAt: number,
): Map<string, Span> {
  const [promoted, heated] = [impressionsPromoted, impressionsHeated].map((points) =>
    daily(points, publishedAt),
  );
  const days = new Map<string, Span>();
  for (const [day, span] of promoted ?? []) {
    const other = heated?.get(day);
    if (other) days.set(day, { low: span.low + other.low, high: span.high + other.high });
  }
  return days;
}

function daily(points: readonly SeriesPoint[], publishedAt: number): Map<string, Span> {
  const days = new Map<string, Span>();
  const born: SeriesPoint = {
    day: dayInShanghai(new Date(publishedAt - dayMs)),
    at: publishedAt,
    span: { low: 0, high: 0 },
    source: null,
    correction: null,
    others: [],
  };
  for (const { fromDay, toDay, span } of incrementsOf([
    born,
    ...points.filter(({ at }) => at > publishedAt),
  ])) {
    const between = daysAfter(fromDay, toDay);
    if (!span || (between.length > 1 && span.high > 0)) continue;
    for (const day of between) days.set(day, span);
  }
  return days;
}

/** The days after one day up to another, which is included. */
export function daysAfter(from: string, to: string): string[] {
  const start = Date.parse(from);
  const count = Math.max(0, Math.round((Date.parse(to) - start) / dayMs));
  return Array.from({ length: count }, (_, at) =>
    new Date(start + (at + 1) * dayMs).toISOString().slice(0, 10),
  );
}

/**
 * From the first to the last day on which bought exposure is known to have come: from advertising reports, and from counters of
 * promoted and heated exposure that grew. Null where no file tells of any.
 *
 * @param adDays days on which advertising reports have impressions
 */
export function paidWindow({ points }: SnapshotSeries, adDays: readonly string[]): PaidWindow | null {
  const grown = [points.impressionsPromoted, points.impressionsHeated].flatMap((counter) =>
    incrementsOf(counter).flatMap(({ fromDay, toDay, span }) =>
      span && span.low > 0 ? [daysAfter(fromDay, toDay)[0] ?? toDay, toDay] : [],
    ),
  );
  const days = [...adDays, ...grown].sort();
  const [from] = days;
  const to = days.at(-1);
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** Days of a curve on one side of the bought exposure, and what came on the average of them; null where there are none. */
export interface PaidPhase {
  days: number;
  mean: number | null;
}

export const paidPhases = ['before', 'during', 'after'] as const;

/**
 * The days of a curve before, during and after bought exposure. A comparison and no effect: notes age, and nobody buys at
 * random; what bought exposure brought is `estimateSpill`'s to say.
 *
 * @param days what came by day (`daysOfCurve`)
 */
export function phasesAround(
  days: ReadonlyMap<string, Span>,
  { from, to }: PaidWindow,
): Record<(typeof paidPhases)[number], PaidPhase> {
  const phase = (its: (day: string) => boolean): PaidPhase => {
    const spans = [...days].filter(([day]) => its(day)).map(([, span]) => middleOf(span));
    return { days: spans.length, mean: spans.length > 0 ? averageOf(spans) : null };
  };
  return {
    before: phase((day) => day < from),
    during: phase((day) => day >= from && day <= to),
    after: phase((day) => day > to),
  };
}
