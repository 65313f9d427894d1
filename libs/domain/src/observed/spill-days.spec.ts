import { platformStated } from '../pools/presets';
import { estimateSpill } from './estimate-spill';
import { growthOf } from './nearest-peers';
import type { NoteCurve } from './note-curve';
import type { SnapshotNote } from './snapshot-note';
import { joinSnapshots } from './snapshot-series';
import { spillDaysOf } from './spill-days';

const publishedAt = Date.UTC(2026, 7, 1, 1);

/** A note by what came on each day: natural, promoted and heated. */
function aNote(id: string, days: readonly (readonly [number, number, number] | null)[]): SnapshotNote {
  let sums = [0, 0, 0];
  const snapshots = days.flatMap((day, at) => {
    sums = sums.map((sum, part) => sum + (day?.[part] ?? 0));
    if (!day) return [];
    const [impressionsNatural, impressionsPromoted, impressionsHeated] = sums.map((value) => ({ value }));
    return {
      day: new Date(publishedAt + at * 86_400_000).toISOString().slice(0, 10),
      source: 'order-report',
      trust: 3,
      readings: { impressionsNatural, impressionsPromoted, impressionsHeated },
    };
  });
  const series = joinSnapshots(snapshots as Parameters<typeof joinSnapshots>[0]);
  const about = {
    authorId: null,
    category: 'food',
    type: 'image',
    cooperation: null,
    followers: null,
  } as const;
  return { id, publishedAt, series, ...about };
}

const natural = (at: number): number => Math.round(1_000 * 0.9 ** at);

describe('the days of a note with and without bought impressions', () => {
  it('are what came between snapshots, promoted and heated together', () => {
    const days = spillDaysOf(
      aNote('one', [
        [100, 0, 0],
        [90, 30, 5],
        [80, 0, 0],
      ]),
      [],
      platformStated,
    );
    expect(days).toEqual([
      { day: '2026-08-02', natural: { low: 90, high: 90 }, paid: { low: 35, high: 35 }, expected: null },
      { day: '2026-08-03', natural: { low: 80, high: 80 }, paid: { low: 0, high: 0 }, expected: null },
    ]);
  });

  it('are the longest stretch without a gap', () => {
    const day = [50, 0, 0] as const;
    const days = spillDaysOf(aNote('one', [day, day, null, null, day, day, day, day]), [], platformStated);
    expect(days.map(({ day: end }) => end)).toEqual(['2026-08-06', '2026-08-07', '2026-08-08']);
  });

  it('are expected to go as peers without a boost went', () => {
    const peers = Array.from({ length: 12 }, (_, peer) =>
      aNote(
        `peer-${peer}`,
        Array.from({ length: 25 }, (_each, at) => [(peer + 1) * natural(at), 0, 0] as const),
      ),
    );
    const bought = (at: number): number => (at % 5 < 2 ? 800 : 0);
    const note = aNote(
      'one',
      Array.from({ length: 24 }, (_, at) => [natural(at) + 0.5 * bought(at), bought(at), 0] as const),
    );
    const growth = growthOf(peers, 'impressionsNatural', platformStated);
    const days = spillDaysOf(note, growth, platformStated);
    expect((days[9]?.expected ?? 0) / (days[8]?.expected ?? 1)).toBeCloseTo(0.9, 2);
    const { verdict, interval } = estimateSpill(days);
    expect(verdict).toBe('brings-natural');
    expect(interval?.low).toBeLessThanOrEqual(0.5);
    expect(interval?.high).toBeGreaterThanOrEqual(0.5);
  });

  it('come from a curve of all impressions where snapshots stand too far apart', () => {
    const midnight = Date.UTC(2026, 7, 1, 16);
    const day = (at: number): string => new Date(midnight + at * 86_400_000).toISOString().slice(0, 10);
    const bought = [0, 0, 0, 40, 60, 0, 0, 0];
    const curve: NoteCurve = {
      metric: 'impressions',
      period: 'day',
      source: 'C3',
      trust: 80,
      points: bought.map((paid, at) => {
        const came = 100 - 5 * at + paid;
        return { at: midnight + at * 86_400_000, span: { low: came, high: came } };
      }),
    };
    // Seen on the 2nd, 4th, 5th, 6th and 9th: in the gaps nothing was bought.
    const paidBy = (at: number): number => bought.slice(0, at + 1).reduce((sum, one) => sum + one, 0);
    const snapshots = [0, 2, 3, 4, 7].map((at) => ({
      day: day(at + 1 - 1 / 3),
      source: 'P1',
      trust: 90,
      readings: { impressionsPromoted: { value: paidBy(at) }, impressionsHeated: { value: 0 } },
    }));
    const note: SnapshotNote = {
      ...aNote('one', []),
      publishedAt: midnight,
      series: joinSnapshots(snapshots, { curves: [curve], publishedAt: midnight }),
    };
    const days = spillDaysOf(note, [], platformStated);
    expect(days.map(({ natural, paid }) => [natural.low, paid.low])).toEqual(
      bought.map((paid, at) => [100 - 5 * at, paid]),
    );
  });
});
