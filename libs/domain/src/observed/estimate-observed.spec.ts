import { platformStated } from '../pools/presets';
import { estimateObserved, learnObservedPeers } from './estimate-observed';
import type { SeriesMetric } from '../imports/fields.series';
import type { NoteCurve } from './note-curve';
import { agedPoints, type SnapshotNote } from './snapshot-note';
import type { NoteSnapshot } from './note-snapshot';
import { joinSnapshots } from './snapshot-series';

const publishedAt = Date.UTC(2026, 7, 1, 1);
type Readings = NoteSnapshot['readings'];

const aNote = (id: string, days: Readings[], also: Partial<SnapshotNote> = {}): SnapshotNote => ({
  id,
  authorId: 'lin',
  category: 'food',
  type: 'image',
  cooperation: false,
  followers: 2_000,
  publishedAt,
  series: joinSnapshots(
    days.map((readings, at) => ({
      day: new Date(publishedAt + at * 86_400_000).toISOString().slice(0, 10),
      source: 'creator-centre',
      trust: 2,
      readings,
    })),
  ),
  ...also,
});

const seen = (natural: number, ctr = 0.1): Readings => ({
  impressionsNatural: { value: natural },
  readsNatural: { value: Math.round(natural * ctr) },
  reads: { value: Math.round(natural * ctr) },
  likes: { value: Math.round(natural * ctr * 0.06) },
  collects: { value: Math.round(natural * ctr * 0.03) },
  comments: { value: Math.round(natural * ctr * 0.01) },
});

/** Thirty peers over 34 days: those with an even number go on growing from 600 to 2,600, the others stand still. */
const peers = Array.from({ length: 60 }, (_, at) => {
  const grows = at % 2 === 0;
  return aNote(
    `peer-${at}`,
    Array.from({ length: 34 }, (_, day) =>
      seen(grows ? Math.min(2_600, 200 + 250 * day + at) : Math.min(600, 450 + 150 * day)),
    ),
  );
});
const learnt = learnObservedPeers(peers, platformStated);
const estimate = (note: SnapshotNote) => estimateObserved(note, learnt, platformStated);

describe('an observed note', () => {
  it('that grew like those that went on growing is said to climb, and to reach what they reached', () => {
    const { movement, reach, reasons } = estimate(aNote('new', [seen(200), seen(450), seen(700)]));
    expect(movement).toMatchObject({ told: true, is: { movement: 'climbing' } });
    const { impressionsNatural } = reach;
    expect(impressionsNatural.told && impressionsNatural.is.low).toBeGreaterThan(2_000);
    expect(impressionsNatural.told && impressionsNatural.is.high).toBeLessThan(3_200);
    expect(reasons.map(({ code }) => code)).toContain('STILL_GROWING');
  });

  it('that stands still where others stand still is said to have stopped, in the level it used up', () => {
    const { movement, level, reach } = estimate(aNote('new', [seen(450), seen(600), seen(600), seen(600)]));
    expect(movement).toMatchObject({ told: true, is: { movement: 'stopped' } });
    expect(level).toMatchObject({ told: true, is: { level: 1 } });
    expect(reach.impressionsNatural).toMatchObject({ told: true, is: { low: 600, high: 600 } });
  });

  it('is rated by the best base that its files know, and says which', () => {
    const full = seen(600, 0.2);
    const basisOf = (readings: Readings, also: Partial<SnapshotNote> = {}) => {
      const { standing } = estimate(aNote('new', [readings], also));
      return standing.told ? [standing.is.basis, standing.is.lift > 1.05] : standing.why;
    };
    expect(basisOf(full)).toEqual(['natural-impression', true]);
    expect(basisOf({ ...full, impressionsNatural: null, likes: { value: 20 } })).toEqual(['read', true]);
    expect(basisOf({ likes: { value: 30 }, comments: { value: 9 } })).toEqual(['follower', true]);
    expect(basisOf({ likes: { value: 30 } }, { followers: null })).toBe('no-base-known');
    expect(basisOf({ impressionsNatural: { value: 600 } })).toBe('no-interactions-known');
  });

  it('is known less well by rounded figures', () => {
    const width = (readings: Readings) => {
      const { standing } = estimate(aNote('new', [readings]));
      return standing.told ? standing.is.high - standing.is.low : NaN;
    };
    const exact = { ...seen(600), likes: { value: 40 } };
    expect(width({ ...exact, likes: { value: 40, half: 10 } })).toBeGreaterThan(width(exact));
  });

  it('is not told what a lower bound leaves open, nor what nobody saw', () => {
    const open = estimate(aNote('new', [{ impressionsNatural: { value: 100_000, atLeast: true } }]));
    expect(open.reach.impressionsNatural).toEqual({ told: false, why: 'only-a-lower-bound' });
    expect(open.helps).toContain('EXACT_FIGURES');
    const empty = estimate(aNote('new', []));
    expect(empty).toMatchObject({
      level: { told: false, why: 'no-figures' },
      movement: { told: false, why: 'no-figures' },
      standing: { told: false, why: 'never-seen' },
    });
    expect(empty.helps).toEqual(expect.arrayContaining(['ANOTHER_SNAPSHOT', 'NATURAL_EXPOSURE']));
  });

  it('is asked for one more snapshot only where that would tell more', () => {
    expect(estimate(aNote('new', [seen(200)])).helps).toEqual(['ANOTHER_SNAPSHOT']);
    expect(estimate(aNote('new', [seen(200), seen(450)])).helps).toEqual([]);
    // Files that never tell natural exposure nor all reactions tell them no better another day.
    const total = { impressions: { value: 900 }, likes: { value: 20 } };
    expect(estimate(aNote('new', [total, total])).helps).toEqual(['NATURAL_EXPOSURE', 'INTERACTIONS']);
  });

  it('is seen within its days where a curve by hour adds up to them', () => {
    const hours = (metric: SeriesMetric, came: number): NoteCurve => ({
      metric,
      period: 'hour',
      source: 'C2',
      trust: 80,
      points: Array.from({ length: 30 }, (_, hour) => ({
        at: publishedAt + hour * 3_600_000,
        span: { low: came, high: came },
      })),
    });
    const note = aNote('new', []);
    const curves = [hours('likes', 3), hours('collects', 2), hours('comments', 1)];
    const series = joinSnapshots([], { curves, publishedAt });
    expect(Object.values(series.points).every((points) => points.length <= 1)).toBe(true);
    const points = agedPoints({ ...note, series }, 'interactions', platformStated);
    expect(points.length).toBeGreaterThan(8);
    expect(points[0]?.span).toEqual({ low: 6, high: 6 });
    expect(
      points.every(({ span, age }, at) => at === 0 || ((points[at - 1]?.age ?? 0) < age && span.low >= 6)),
    ).toBe(true);
    expect(points.at(-1)?.span.low).toBeGreaterThan(6 * 24);
  });

  it('among too few others is not forecast, and asks for older notes', () => {
    const few = learnObservedPeers(peers.slice(0, 8), platformStated);
    const { reach, helps } = estimateObserved(aNote('new', [seen(200), seen(450)]), few, platformStated);
    expect(reach.impressionsNatural).toEqual({ told: false, why: 'too-few-peers' });
    expect(helps).toContain('OLDER_NOTES');
  });

  it('of which only the total is known may stand in any level up to it', () => {
    const { level, reasons } = estimate(aNote('new', [{ impressions: { value: 9_000 } }]));
    expect(
      level.told && level.is.levels.filter(({ probability }) => probability > 0.001).length,
    ).toBeGreaterThan(2);
    expect(reasons.map(({ code }) => code)).toContain('LEVEL_FROM_TOTAL');
  });

  it('survives JSON unchanged', () => {
    const told = estimate(
      aNote('new', [seen(200), { impressionsNatural: { value: 100_000, atLeast: true } }]),
    );
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  it('does not count among its own peers', () => {
    const own = peers[0] as SnapshotNote;
    const { reach } = estimate(own);
    expect(reach.impressionsNatural).toEqual({ told: false, why: 'past-the-horizon' });
    const { movement } = estimate(own);
    expect(movement.told ? movement.is.peers : 0).toBeLessThan(60);
  });
});
