import type { PoolPolicy } from '../pools/pool-policy';
import { averageOf } from '../probability/means';
import { leastPeers, type PeerGrowth, sizeAt } from './nearest-peers';
import { daysOfCurve } from './curve-sums';
import { endOfDay } from './note-snapshot';
import { boughtByDay } from './paid-days';
import { addSpans, type Span, withoutSpans } from './reading';
import { type SnapshotNote, trafficAge } from './snapshot-note';
import { incrementsOf, type SeriesIncrement, type SeriesPoint } from './snapshot-series';
import type { SpillDay } from './spill-design';

/** Two snapshots are a day apart when the time between them is within these hours: files are drawn at odd hours. */
const aDay = { least: 12, most: 36 } as const;
const hourMs = 3_600_000;

/**
 * The days of one note on which natural, promoted and heated impressions are all known: the longest stretch without a gap
 * or a correction, as `estimateSpill` wants it, from snapshots a day apart or from a curve of what came, whichever reaches
 * further. Empty where the files do not tell what was bought.
 *
 * What is expected of each day is the mean share that it had, among peers without anything bought, of what came in the
 * whole stretch at the same ages. Null on all days while fewer than nine peers cover the stretch.
 * @param peers growth of natural impressions of notes without boosts (`growthOf`)
 */
export function spillDaysOf(
  note: SnapshotNote,
  peers: readonly PeerGrowth[],
  policy: PoolPolicy,
): SpillDay[] {
  const { impressionsNatural, impressionsPromoted, impressionsHeated } = note.series.points;
  const [promoted, heated] = [byEnd(impressionsPromoted), byEnd(impressionsHeated)];
  const complete = impressionsNatural.filter(({ day }) => promoted.has(day) && heated.has(day));
  const days = incrementsOf(complete).map((natural) => ({
    natural,
    paid: boughtBetween(natural, [promoted, heated]),
  }));
  const stretches = [longestStretch(days), longestStretch(curveDays(note))];
  const stretch = stretches.reduce((longest, one) => (one.length > longest.length ? one : longest));
  const ages = stretch.map(({ natural }) => ({
    from: trafficAge(note, natural.from, policy),
    to: trafficAge(note, natural.to, policy),
  }));
  const expected = expectedShares(
    ages,
    peers.filter(({ id }) => id !== note.id),
  );
  return stretch.map(({ natural, paid }, at) => ({
    day: natural.toDay,
    natural: natural.span as Span,
    paid: paid as Span,
    expected: expected?.[at] ?? null,
  }));
}

/**
 * The days of a curve of all impressions, less what was bought on each. A day on which more was bought than came is not known:
 * the files contradict each other.
 */
function curveDays({ series, publishedAt }: SnapshotNote): StretchDay[] {
  const bought = boughtByDay(series, publishedAt);
  return [...daysOfCurve(series.curves, 'impressions')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, all]) => {
      const paid = bought.get(day) ?? null;
      const to = endOfDay(day);
      const span = paid && paid.low <= all.high ? withoutSpans(all, [paid]) : null;
      return { natural: { fromDay: day, toDay: day, from: to - 24 * hourMs, to, span }, paid };
    });
}

const byEnd = (points: readonly SeriesPoint[]) => new Map(points.map((point) => [point.day, point]));

/** What was bought between two snapshots; null where a counter was corrected. */
function boughtBetween(
  { fromDay, toDay }: SeriesIncrement,
  counters: readonly ReadonlyMap<string, SeriesPoint>[],
): Span | null {
  const parts = counters.map((points) => {
    const ends = [points.get(fromDay), points.get(toDay)].flatMap((point) => point ?? []);
    return incrementsOf(ends)[0]?.span ?? null;
  });
  return parts.every((part) => part !== null) ? addSpans(parts) : null;
}

interface StretchDay {
  natural: SeriesIncrement;
  paid: Span | null;
}

function longestStretch(days: readonly StretchDay[]): StretchDay[] {
  let [longest, present]: [StretchDay[], StretchDay[]] = [[], []];
  for (const day of days) {
    const hours = (day.natural.to - day.natural.from) / hourMs;
    const usable =
      day.natural.span !== null && day.paid !== null && hours >= aDay.least && hours <= aDay.most;
    const follows = present.at(-1)?.natural.to === day.natural.from;
    present = usable ? [...(follows ? present : []), day] : [];
    if (present.length > longest.length) longest = present;
  }
  return longest;
}

function expectedShares(
  ages: readonly { from: number; to: number }[],
  peers: readonly PeerGrowth[],
): number[] | null {
  const shares = peers.flatMap(({ points }) => {
    const steps = ages.map(({ from, to }) => {
      const [before, after] = [sizeAt(points, from), sizeAt(points, to)];
      return before === null || after === null ? null : Math.max(0, after - before);
    });
    if (!steps.every((step) => step !== null)) return [];
    const all = steps.reduce((sum, step) => sum + step, 0);
    return all > 0 ? [steps.map((step) => step / all)] : [];
  });
  if (shares.length < leastPeers) return null;
  return ages.map((_, at) => averageOf(shares.map((one) => one[at] ?? 0)));
}
