import type { NoteSnapshot } from './note-snapshot';
import { incrementsOf, joinSnapshots } from './snapshot-series';

const official = (day: string, readings: NoteSnapshot['readings']): NoteSnapshot => ({
  day,
  source: 'order-report',
  trust: 3,
  readings,
});
const vendor = (day: string, readings: NoteSnapshot['readings']): NoteSnapshot => ({
  day,
  source: 'vendor',
  trust: 1,
  readings,
});

describe('a series of snapshots', () => {
  it('believes the most trusted source of a day, and keeps what the others say', () => {
    const { points } = joinSnapshots([
      vendor('2026-08-06', { reads: { value: 12_000, half: 500 }, likes: { value: 300 } }),
      official('2026-08-06', { reads: { value: 11_800 }, likes: { value: 250 } }),
    ]);
    expect(points.reads).toEqual([
      expect.objectContaining({
        span: { low: 11_800, high: 11_800 },
        source: 'order-report',
        others: [{ source: 'vendor', trust: 1, span: { low: 11_500, high: 12_500 }, agrees: true }],
      }),
    ]);
    expect(points.likes[0]?.others[0]?.agrees).toBe(false);
  });

  it('works the natural part out only when promoted and heated are known', () => {
    const { points } = joinSnapshots([
      official('2026-08-06', {
        impressions: { value: 2_269 },
        impressionsPromoted: { value: 814 },
        impressionsHeated: { value: 0 },
        reads: { value: 248 },
        readsPromoted: { value: 17 },
      }),
    ]);
    expect(points.impressionsNatural[0]).toMatchObject({ span: { low: 1_455, high: 1_455 }, source: null });
    expect(points.readsNatural).toEqual([]);
  });

  it('says where a total is not the sum of its parts', () => {
    const parts = { impressionsNatural: { value: 900 }, impressionsPromoted: { value: 50 } };
    const { mismatches } = joinSnapshots([
      official('2026-08-06', { ...parts, impressions: { value: 1_000 }, impressionsHeated: { value: 0 } }),
      official('2026-08-07', {
        ...parts,
        impressions: { value: 1_000, half: 50 },
        impressionsHeated: { value: 0 },
      }),
    ]);
    expect(mismatches).toEqual([
      {
        day: '2026-08-06',
        of: 'impressions',
        total: { low: 1_000, high: 1_000 },
        parts: { low: 950, high: 950 },
      },
    ]);
  });

  it('narrows rounded figures by what counters cannot do', () => {
    const { points } = joinSnapshots([
      official('2026-08-06', { reads: { value: 11_900 } }),
      vendor('2026-08-07', { reads: { value: 12_000, half: 500 } }),
      official('2026-08-08', { reads: { value: 12_100 } }),
    ]);
    expect(points.reads[1]?.span).toEqual({ low: 11_900, high: 12_100 });
    expect(incrementsOf(points.reads).map(({ span }) => span)).toEqual([
      { low: 0, high: 200 },
      { low: 0, high: 200 },
    ]);
  });

  it('flags a fall beyond rounding and goes on from there', () => {
    const { points } = joinSnapshots([
      official('2026-08-06', { likes: { value: 500 } }),
      official('2026-08-07', { likes: { value: 430 } }),
      vendor('2026-08-08', { likes: { value: 400 } }),
      vendor('2026-08-09', { likes: { value: 450 } }),
    ]);
    expect(points.likes.map(({ correction }) => correction)).toEqual([
      null,
      'platform-correction',
      'source-changed',
      null,
    ]);
    expect(incrementsOf(points.likes).map(({ span }) => span)).toEqual([null, null, { low: 50, high: 50 }]);
  });

  it('keeps a lower bound a lower bound', () => {
    const { points } = joinSnapshots([
      official('2026-08-06', { likes: { value: 10, atLeast: true } }),
      official('2026-08-07', { likes: { value: 40 } }),
      official('2026-08-08', { likes: { value: 100, atLeast: true } }),
    ]);
    expect(points.likes.map(({ span }) => span)).toEqual([
      { low: 10, high: 40 },
      { low: 40, high: 40 },
      { low: 100, high: Infinity },
    ]);
  });

  it('refuses what is no day and what no counter shows', () => {
    expect(() => joinSnapshots([official('6.8.2026', { likes: { value: 1 } })])).toThrow('is no day');
    expect(() => joinSnapshots([official('2026-08-06', { likes: { value: -1 } })])).toThrow('cannot show -1');
  });
});
